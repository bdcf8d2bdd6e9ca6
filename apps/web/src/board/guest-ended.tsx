import { useTranslation } from 'react-i18next'
import { LostWords } from '../device/lost-words.tsx'
import { ButtonLook } from '../ui/button.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import styles from './board-page.module.css'

type GuestEndedProps = {
  title: string
  /** Something was not saved when it ended. */
  lost: boolean
  words: readonly string[]
}

/** The board is closed to its guests: which of the reasons it is, is the business of those who sent the link. */
export function GuestEnded({ title, lost, words }: GuestEndedProps) {
  const { t } = useTranslation(['guests', 'board'])
  return (
    <main className={styles.ended}>
      <PageHeading title={t('endedTitle')} />
      <p role="alert">{t('endedText')}</p>
      {lost && (
        <>
          <p className={styles.lost}>{t('board:lostLast')}</p>
          {words.length > 0 && <LostWords words={words} title={title} />}
        </>
      )}
      <div className={styles.actions}>
        <ButtonLook variant="outline">
          <a href="/j">{t('anotherCode')}</a>
        </ButtonLook>
      </div>
    </main>
  )
}
