import type { BoardRecord } from '@samtavle/shared/board-doc'
import { BoardShapes } from '@samtavle/shared/board-shapes'
import { Box, type Editor } from '@tldraw/tldraw'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../ui/class-names.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { showWholeBoard } from '../first-view.ts'
import { ChangeMarks, type Mark } from './change-marks.tsx'
import styles from './compare-page.module.css'
import { ReadOnlyCanvas } from './read-only-canvas.tsx'
import { countChanges, type ShownChange, shownChanges } from './shown-changes.ts'
import { useChangeWords } from './use-change-words.ts'

const SIDES = ['before', 'after'] as const
type Side = (typeof SIDES)[number]

export type CompareSide = { name: string; records: readonly BoardRecord[] }
type CompareViewProps = { boardId: string; before: CompareSide; after: CompareSide }

/** Both canvases, moved together, and what differs in words. */
export function CompareView({ boardId, ...sides }: CompareViewProps) {
  const { t } = useTranslation('history')
  const [editors, setEditors] = useState<Record<Side, Editor | null>>({ before: null, after: null })
  const [shown, setShown] = useState<Side>('after')
  const [chosen, setChosen] = useState<string | null>(null)
  const changes = useMemo(() => shownChanges(sides.before.records, sides.after.records), [sides.before, sides.after])
  const marks = useMemo(() => marksOf(changes, sides), [changes, sides.before, sides.after])
  useTogether(editors)

  const show = (change: ShownChange) => {
    setChosen(change.id)
    if (change.kind === 'removed') setShown('before')
    else if (change.kind === 'added') setShown('after')
    const { x, y, w, h } = change.box
    for (const side of SIDES) {
      const editor = editors[side]
      if (editor === null || editor.getViewportScreenBounds().w < 2) continue
      const still = editor.user.getAnimationSpeed() === 0
      const motion = still ? { immediate: true } : { animation: { duration: 160 } }
      editor.zoomToBounds(new Box(x, y, w, h), { inset: 64, targetZoom: 0.7, ...motion })
      // The other one follows.
      return
    }
  }
  return (
    <>
      <Segmented
        className={styles.switch ?? ''}
        label={t('shownSide')}
        value={shown}
        onChange={setShown}
        options={SIDES.map((side) => ({ value: side, label: t(`side_${side}`) }))}
      />
      <div className={styles.sides}>
        {SIDES.map((side) => (
          <div key={side} className={classNames(styles.side, side !== shown && styles.aside)} data-side={side}>
            <h2>{sides[side].name}</h2>
            <div className={styles.canvas}>
              <ReadOnlyCanvas
                boardId={boardId}
                records={sides[side].records}
                label={t('canvasOf', { name: sides[side].name })}
                onEditor={(editor) => setEditors((now) => ({ ...now, [side]: editor }))}
                onTap={(shape) => setChosen(shape?.id ?? null)}
              >
                <ChangeMarks marks={marks[side]} current={chosen} />
              </ReadOnlyCanvas>
            </div>
          </div>
        ))}
        <Differences changes={changes} chosen={chosen} onShow={show} />
      </div>
    </>
  )
}

type DifferencesProps = { changes: readonly ShownChange[]; chosen: string | null; onShow(change: ShownChange): void }

/** Every difference in words, in the order in which the board is read. */
function Differences({ changes, chosen, onShow }: DifferencesProps) {
  const { t } = useTranslation('history')
  const wordsOf = useChangeWords()
  const count = countChanges(changes)
  if (changes.length === 0) return <p className={styles.none}>{t('noDifference')}</p>
  return (
    <section className={styles.differences} aria-label={t('differences')}>
      <h2>{t('differencesCount', { count: changes.length })}</h2>
      <p>
        {(['added', 'changed', 'removed'] as const)
          .filter((kind) => count[kind] > 0)
          .map((kind) => t(`count_${kind}`, { count: count[kind] }))
          .join(' · ')}
      </p>
      <ol>
        {changes.map((change) => {
          const { title, was, is } = wordsOf(change)
          return (
            <li key={`${change.kind} ${change.id}`}>
              <button
                type="button"
                className={styles.difference}
                data-kind={change.kind}
                aria-current={change.id === chosen ? 'true' : undefined}
                onClick={() => onShow(change)}
              >
                <strong>{title}</strong>
                {change.section !== '' && <span className={styles.where}>{change.section}</span>}
                {was !== '' && <del>{was}</del>}
                {is !== '' && (change.kind === 'removed' ? <del>{is}</del> : <ins>{is}</ins>)}
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** On each side what is another or not there on the other one. */
function marksOf(changes: readonly ShownChange[], { before, after }: Record<Side, CompareSide>): Record<Side, Mark[]> {
  const marks: Record<Side, Mark[]> = { before: [], after: [] }
  const shapes = { before: new BoardShapes(before.records), after: new BoardShapes(after.records) }
  for (const { id, kind } of changes) {
    for (const side of SIDES) {
      const shape = shapes[side].get(id)
      if (shape !== undefined) marks[side].push({ id, kind, box: shapes[side].box(shape) })
    }
  }
  return marks
}

/** Both show the same part of the board: whoever moves one moves the other. */
function useTogether({ before, after }: Record<Side, Editor | null>): void {
  useEffect(() => {
    if (before === null || after === null) return
    let isFollowing = false
    // What moves the one is not to be moved by the other again: that would end its own way there.
    const follow = (from: Editor, to: Editor) =>
      from.sideEffects.registerAfterChangeHandler('camera', (_, { x, y, z }) => {
        if (isFollowing) return
        isFollowing = true
        to.setCamera({ x, y, z }, { immediate: true, force: true })
        isFollowing = false
      })
    const stops = [follow(after, before), follow(before, after)]
    showWholeBoard(after, true)
    return () => {
      for (const stop of stops) stop()
    }
  }, [before, after])
}
