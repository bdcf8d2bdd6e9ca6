import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'
import styles from './sortable-list.module.css'
import { type Elsewhere, useRowDrag } from './use-row-drag.ts'

/** To be given to the row's own button: Alt and an arrow key move it. */
export type RowKeys = { onKeyDown: (event: KeyboardEvent) => void; 'aria-keyshortcuts': string }

type SortableListProps<Item extends { id: string }> = {
  label: string
  items: readonly Item[]
  /** False when the row may not go there. */
  onMove: (from: number, to: number) => boolean
  /** Where else a dragged row may be put down. */
  elsewhere?: Elsewhere
  /** What the buttons of a row are called, and what is said when it has moved. */
  words: (item: Item) => { up: string; down: string; moved: (place: number) => string }
  /** The row itself, and below it what belongs to it. */
  row: (item: Item, index: number, keys: RowKeys) => ReactNode
  below: (item: Item, index: number) => ReactNode
}

/** A list whose order is changed with buttons, with Alt and an arrow key, or by dragging; each move is said aloud. */
export function SortableList<Item extends { id: string }>(props: SortableListProps<Item>) {
  const { label, items, onMove, elsewhere, words, row, below } = props
  const [said, setSaid] = useState('')
  const move = (from: number, to: number) => {
    const item = items[from]
    if (item === undefined || to === from || to < 0 || to >= items.length) return
    if (onMove(from, to) === false) return
    setSaid(words(item).moved(to + 1))
  }
  const drag = useRowDrag(move, elsewhere)
  const moveByKey = (event: KeyboardEvent, index: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(index, event.key === 'ArrowUp' ? index - 1 : index + 1)
  }
  return (
    <>
      <ol ref={drag.list} className={styles.list} aria-label={label}>
        {items.map((item, i) => {
          const { up, down } = words(item)
          const keys: RowKeys = {
            onKeyDown: (event) => moveByKey(event, i),
            'aria-keyshortcuts': 'Alt+ArrowUp Alt+ArrowDown',
          }
          const isTarget = drag.moving !== null && drag.moving.to === i && drag.moving.from !== i
          const isAbove = isTarget && drag.moving !== null && drag.moving.from > i
          return (
            <li
              key={item.id}
              className={classNames(
                styles.item,
                drag.moving?.from === i && styles.dragged,
                isTarget && (isAbove ? styles.dropAbove : styles.dropBelow),
              )}
            >
              <div className={styles.row}>
                <span className={styles.grip} aria-hidden {...drag.grip(i)}>
                  <GripVertical size={16} />
                </span>
                {row(item, i, keys)}
                <IconButton
                  size="sm"
                  label={up}
                  tooltip={false}
                  aria-disabled={i === 0 || undefined}
                  icon={<ArrowUp size={16} aria-hidden />}
                  onClick={() => move(i, i - 1)}
                  {...keys}
                />
                <IconButton
                  size="sm"
                  label={down}
                  tooltip={false}
                  aria-disabled={i === items.length - 1 || undefined}
                  icon={<ArrowDown size={16} aria-hidden />}
                  onClick={() => move(i, i + 1)}
                  {...keys}
                />
              </div>
              {below(item, i)}
            </li>
          )
        })}
      </ol>
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </>
  )
}
