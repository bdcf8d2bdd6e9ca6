import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { countChanges, type ShownChange } from './shown-changes.ts'
import { useChangeWords } from './use-change-words.ts'
import styles from './version-preview.module.css'

type ChangeBarProps = {
  changes: readonly ShownChange[]
  /** The shape that is looked at. */
  chosen: string | null
  onShow(id: string): void
  /** The chosen shape, where it was in the version. */
  note: { type: string; bring(): void } | null
  /** The section that it is or stood in. */
  section: { bring(): void } | null
}

/** How much is another now, one change after the other in words, and the ways to bring one back. */
export function ChangeBar({ changes, chosen, onShow, note, section }: ChangeBarProps) {
  const { t } = useTranslation('history')
  const wordsOf = useChangeWords()
  const count = countChanges(changes)
  const at = changes.findIndex(({ id }) => id === chosen)
  const current = changes[at]
  const go = (step: 1 | -1) => {
    const from = at === -1 && step === -1 ? 0 : at
    const next = changes[(from + step + changes.length) % changes.length]
    if (next !== undefined) onShow(next.id)
  }
  const said = current && wordsOf(current)
  const kinds = (['added', 'changed', 'removed'] as const).filter((kind) => count[kind] > 0)
  return (
    <div className={styles.changes}>
      {changes.length === 0 ? (
        <p className={styles.count}>{t('same')}</p>
      ) : (
        <>
          <p className={styles.count} data-change-count={changes.length}>
            <strong>{t('since', { count: changes.length })}</strong>{' '}
            {kinds.map((kind, i) => (
              <Fragment key={kind}>
                {i > 0 && ' · '}
                <span className={styles[`count_${kind}`]}>{t(`count_${kind}`, { count: count[kind] })}</span>
              </Fragment>
            ))}
          </p>
          <div className={styles.steps}>
            <IconButton
              size="sm"
              label={t('previousChange')}
              icon={<ChevronLeft size={20} aria-hidden />}
              onClick={() => go(-1)}
            />
            <IconButton
              size="sm"
              label={t('nextChange')}
              icon={<ChevronRight size={20} aria-hidden />}
              onClick={() => go(1)}
            />
          </div>
        </>
      )}
      <p className={styles.said} role="status">
        {said && (
          <>
            <span className={styles.place}>{t('changeOf', { number: at + 1, count: changes.length })}</span>{' '}
            {said.title}
            {said.was !== '' && (
              <>
                {' '}
                <del>{said.was}</del>
              </>
            )}
            {said.is !== '' && <> {current?.kind === 'removed' ? <del>{said.is}</del> : <ins>{said.is}</ins>}</>}
          </>
        )}
        {!said && changes.length > 0 && chosen === null && t('chooseHint')}
      </p>
      {note && (
        <Button size="sm" onClick={note.bring}>
          {t(note.type === 'note' ? 'bringNote' : 'bringShape')}
        </Button>
      )}
      {section && (
        <Button size="sm" onClick={section.bring}>
          {t('bringSection')}
        </Button>
      )}
    </div>
  )
}
