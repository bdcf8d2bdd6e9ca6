import { Plus, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import type { GridChange } from './grid-change.ts'
import styles from './grid-dialog.module.css'
import type { GridLine } from './grid-model.ts'
import type { LineKind } from './grid-words.ts'

const LONGEST_NAME = 120

type LineListProps = {
  kind: LineKind
  lines: readonly GridLine[]
  mayRemove(line: GridLine): boolean
  change(change: GridChange): void
}

/** The columns or the rows of a grid, each with its name. */
export function LineList({ kind, lines, mayRemove, change }: LineListProps) {
  const { t } = useTranslation('structured')
  const list = useRef<HTMLOListElement>(null)
  /** Which name gets the focus once the board has changed. */
  const [next, setNext] = useState<number>()

  useEffect(() => {
    if (next === undefined) return
    const fields = list.current?.querySelectorAll('input') ?? []
    const field = fields[Math.min(next, fields.length - 1)]
    field?.focus()
    field?.select()
    setNext(undefined)
  }, [next])

  return (
    <section className={styles.list} aria-labelledby={`grid-${kind}`}>
      <h3 id={`grid-${kind}`} className={styles.heading}>
        {t(kind === 'column' ? 'grid.columns' : 'grid.rows')}
      </h3>
      <ol ref={list} className={styles.lines}>
        {lines.map((line, i) => {
          const { name } = line
          const number = i + 1
          const mayGo = mayRemove(line)
          return (
            <li key={line.key} className={styles.line}>
              <LineName
                label={t(kind === 'column' ? 'grid.columnName' : 'grid.rowName', { number })}
                name={name}
                rename={(named) => change({ do: 'rename', kind, line, name: named })}
              />
              <IconButton
                label={t(kind === 'column' ? 'grid.addColumn' : 'grid.addRow', { name })}
                icon={<Plus size={20} aria-hidden />}
                onClick={() => {
                  change({ do: 'add', kind, after: line })
                  setNext(number)
                }}
              />
              <IconButton
                label={t(kind === 'column' ? 'grid.removeColumn' : 'grid.removeRow', { name })}
                icon={<Trash2 size={20} aria-hidden />}
                disabled={!mayGo}
                onClick={() => {
                  change({ do: 'remove', kind, line })
                  setNext(i)
                }}
              />
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** What is typed is the name once the field is left, or with Enter. No name is none: then the old one is back. */
function LineName({ label, name, rename }: { label: string; name: string; rename(name: string): void }) {
  const [typed, setTyped] = useState(name)
  useEffect(() => setTyped(name), [name])
  const keep = () => {
    const next = typed.replace(/\s+/gu, ' ').trim()
    if (next === '') setTyped(name)
    else if (next !== name) rename(next)
  }
  return (
    <TextField
      label={label}
      hideLabel
      className={styles.name}
      size="md"
      value={typed}
      maxLength={LONGEST_NAME}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={keep}
      onKeyDown={({ key, nativeEvent }) => key === 'Enter' && !nativeEvent.isComposing && keep()}
    />
  )
}
