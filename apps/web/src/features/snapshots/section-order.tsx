import type { SnapshotSection, SnapshotText } from '@samtavle/shared/snapshot-api'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '../../ui/checkbox.tsx'
import { SortableList } from '../../ui/sortable-list.tsx'
import styles from './snapshot-page.module.css'
import type { Draft } from './use-draft.ts'

type SectionOrderProps = { draft: Draft; sections: readonly SnapshotSection[] }

/** The chosen sections in the order of reading, each with its texts, which can be left out one by one. */
export function SectionOrder({ draft, sections }: SectionOrderProps) {
  const { t } = useTranslation('snapshots')
  const { choice, change } = draft
  const byKey = new Map(sections.map((section) => [section.key, section]))
  // What is chosen and no longer on its board keeps its place, unseen: it may come back.
  const items = choice.parts.flatMap((key) => {
    const section = byKey.get(key)
    return section === undefined || section.hindrance !== null ? [] : [{ ...section, id: key }]
  })
  const move = (from: number, to: number) => {
    const [moving, target] = [items[from], items[to]]
    if (moving === undefined || target === undefined) return false
    const rest = choice.parts.filter((key) => key !== moving.id)
    const at = rest.indexOf(target.id) + (to > from ? 1 : 0)
    change({ parts: [...rest.slice(0, at), moving.id, ...rest.slice(at)] })
    return true
  }
  return (
    <section aria-labelledby="snapshot-order" className={styles.group}>
      <h2 id="snapshot-order" className={styles.legend}>
        {t('order')}
      </h2>
      {items.length === 0 && <p className={styles.quiet}>{t('orderEmpty')}</p>}
      {items.length > 0 && (
        <SortableList
          label={t('order')}
          items={items}
          onMove={move}
          words={({ title }) => ({
            up: t('up', { title }),
            down: t('down', { title }),
            moved: (place) => t('moved', { title, place }),
          })}
          row={({ title, board }) => (
            <p className={styles.part}>
              <strong>{title}</strong>
              <span className={styles.quiet}>{board}</span>
            </p>
          )}
          below={(section) => <SectionTexts draft={draft} section={section} />}
        />
      )}
    </section>
  )
}

function SectionTexts({ draft: { choice, change }, section }: { draft: Draft; section: SnapshotSection }) {
  const { t } = useTranslation('snapshots')
  const { items, title } = section
  if (items.length === 0) return null
  const out = new Set(choice.withoutShapes)
  const shown = items.filter(({ id }) => !out.has(id)).length
  const show = ({ id }: SnapshotText, isIn: boolean) =>
    change({
      withoutShapes: isIn ? choice.withoutShapes.filter((other) => other !== id) : [...choice.withoutShapes, id],
    })
  return (
    <details className={styles.texts}>
      <summary>{t('textsShown', { shown, all: items.length })}</summary>
      <fieldset className={styles.boxes}>
        <legend className="visually-hidden">{t('textsOf', { title })}</legend>
        {items.map((item) => (
          <Checkbox
            key={item.id}
            label={item.text === '' ? t('wordless') : item.text}
            checked={!out.has(item.id)}
            onChange={(isIn) => show(item, isIn)}
          />
        ))}
      </fieldset>
    </details>
  )
}
