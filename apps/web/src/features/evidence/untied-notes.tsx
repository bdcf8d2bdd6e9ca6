import type { SprintEvidence } from '@samtavle/shared/evidence-api'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { NoteLink } from './note-link.tsx'
import styles from './sprint-evidence.module.css'

type UntiedNotesProps = {
  title: string
  text: string
  list: SprintEvidence['ideasWithout']
  /** Stand there too when there are none. */
  always?: boolean
}

/** Notes that nothing is tied to, each with the way to it on its board. */
export function UntiedNotes({ title, text, list, always = false }: UntiedNotesProps) {
  const { t } = useTranslation('sprintEvidence')
  const heading = useId()
  const { count, places } = list
  if (count === 0 && !always) return null
  return (
    <section aria-labelledby={heading} className={styles.section}>
      <h2 id={heading}>{title}</h2>
      <p className={styles.text}>{text}</p>
      <ul className={styles.untied}>
        {places.map((place) => (
          <li key={`${place.boardId} ${place.shape}`} className={styles.note}>
            <p className={styles.words}>{place.words}</p>
            <NoteLink place={place} />
          </li>
        ))}
      </ul>
      {count > places.length && <p className={styles.meta}>{t('onlyFirst', { count: places.length })}</p>}
    </section>
  )
}
