import type { SnapshotSection } from '@samtavle/shared/snapshot-api'
import { SNAPSHOT_WORDS } from '@samtavle/shared/snapshot-limits'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '../../ui/checkbox.tsx'
import styles from './snapshot-page.module.css'
import type { Draft } from './use-draft.ts'

type SectionChoiceProps = { draft: Draft; sections: readonly SnapshotSection[] }

/** Every section that could be shown, board by board. */
export function SectionChoice({ draft: { choice, change }, sections }: SectionChoiceProps) {
  const { t } = useTranslation('snapshots')
  const chosen = new Set(choice.parts)
  const boards = [...new Map(sections.map(({ boardId, board }) => [boardId, board]))]
  const choose = (key: string, isIn: boolean) =>
    change({
      parts: isIn ? [...choice.parts, key].slice(0, SNAPSHOT_WORDS.parts) : choice.parts.filter((part) => part !== key),
    })
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('sections')}</legend>
      <p className={styles.quiet}>{t('sectionsHint')}</p>
      {boards.map(([boardId, board]) => {
        const own = sections.filter((section) => section.boardId === boardId)
        const count = own.filter(({ key }) => chosen.has(key)).length
        const isRestricted = own[0]?.hindrance === 'restricted'
        return (
          <details key={boardId} className={styles.board} open={boards.length === 1 || undefined}>
            <summary>{t('sectionsOf', { board, chosen: count, all: own.length })}</summary>
            <div className={styles.boxes}>
              {isRestricted && <p className={styles.quiet}>{t('restricted')}</p>}
              {!isRestricted &&
                own.map(({ key, title, texts }) => (
                  <Checkbox
                    key={key}
                    label={title}
                    hint={texts === 0 ? t('noTexts') : t('texts', { count: texts })}
                    checked={chosen.has(key)}
                    onChange={(isIn) => choose(key, isIn)}
                  />
                ))}
            </div>
          </details>
        )
      })}
    </fieldset>
  )
}
