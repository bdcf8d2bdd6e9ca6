import type { AgendaBlock, AgendaDay } from '@samtavle/shared/agenda'
import { moveBlock } from '@samtavle/shared/agenda-edits'
import { blocksNeedingBreak, placedBlocks } from '@samtavle/shared/agenda-times'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../../ui/class-names.ts'
import { SortableList } from '../../../ui/sortable-list.tsx'
import type { Elsewhere } from '../../../ui/use-row-drag.ts'
import styles from './agenda-editor.module.css'
import { BlockRow } from './block-row.tsx'
import type { AgendaEditing } from './use-agenda-draft.tsx'
import { namedDay, type OtherDay, useDayNames } from './use-day-names.ts'

type AgendaRowsProps = { sprint: Sprint; day: AgendaDay; editing: AgendaEditing; onOpen: (id: string) => void }

/** The blocks of a day to be put in order, given other lengths, and sent to other days. */
export function AgendaRows({ sprint, day, editing, onOpen }: AgendaRowsProps) {
  const { t } = useTranslation('week')
  const { days } = sprint.agenda
  const names = useDayNames(days)
  const others: OtherDay[] = days.flatMap(({ key }, i) => (key === day.key ? [] : [{ key, name: namedDay(names[i]) }]))
  const placed =
    day.lastDate === null ? placedBlocks(day) : day.blocks.map((block) => ({ block, start: null, end: null }))
  const tooLong = new Set(blocksNeedingBreak(day))
  const toDay = (block: AgendaBlock, other: OtherDay) => {
    const said = t('movedTo', { title: block.title, day: other.name })
    const index = editing.draft?.agenda.days.find(({ key }) => key === other.key)?.blocks.length ?? 0
    editing.makeUndoable(
      { about: said, apply: (agenda) => moveBlock(agenda, block.id, { day: other.key, index }) },
      said,
    )
  }
  const drop = useDropOnDay((from, key) => {
    const block = placed[from]?.block
    const other = others.find((one) => one.key === key)
    if (block !== undefined && other !== undefined) toDay(block, other)
  })
  return (
    <>
      <SortableList
        label={t('blocks')}
        items={placed.map(({ block, start, end }) => ({ id: block.id, block, start, end }))}
        elsewhere={drop.elsewhere}
        onMove={(from, to) => {
          const block = placed[from]?.block
          if (block === undefined) return false
          const about = t('moved', { title: block.title, place: to + 1 })
          return editing.make({ about, apply: (agenda) => moveBlock(agenda, block.id, { day: day.key, index: to }) })
        }}
        words={({ block: { title } }) => ({
          up: t('moveUp', { title }),
          down: t('moveDown', { title }),
          moved: (place) => t('moved', { title, place }),
        })}
        row={({ block, start, end }, _, keys) => (
          <BlockRow
            block={block}
            start={start}
            end={end}
            isTooLong={tooLong.has(block.id)}
            others={others}
            editing={editing}
            onOpen={() => onOpen(block.id)}
            onMoveTo={(other) => toDay(block, other)}
            keys={keys}
          />
        )}
        below={() => null}
      />
      {drop.isDragging && others.length > 0 && (
        <div className={styles.drop} aria-hidden>
          <span className={styles.dropWords}>{t('dropOn')}</span>
          {others.map(({ key, name }) => (
            <span
              key={key}
              data-drop-day={key}
              className={classNames(styles.dropDay, drop.over === key && styles.over)}
            >
              {name}
            </span>
          ))}
        </div>
      )}
    </>
  )
}

/** Putting a dragged row down on one of the days that are shown while it is dragged. */
function useDropOnDay(onDrop: (from: number, day: string) => void) {
  const [isDragging, setDragging] = useState(false)
  const [over, setOver] = useState<string | null>(null)
  const last = useRef<string | null>(null)
  const elsewhere: Elsewhere = {
    follow(point) {
      const element = point && document.elementFromPoint(point.x, point.y)
      last.current = element?.closest<HTMLElement>('[data-drop-day]')?.dataset.dropDay ?? null
      setOver(last.current)
      setDragging(point !== null)
      return last.current !== null
    },
    onDrop(from) {
      if (last.current !== null) onDrop(from, last.current)
    },
  }
  return { elsewhere, isDragging, over }
}
