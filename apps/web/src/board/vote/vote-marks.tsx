import type { BoardVote } from '@samtavle/shared/vote-api'
import { type TLShapeId, useEditor, useValue } from '@tldraw/tldraw'
import { Minus } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { UNSEEN } from '../../sync/presence-binding.ts'
import { useToast } from '../../ui/toast.tsx'
import { noteVotes } from '../note-votes.ts'
import type { BallotBox } from './ballot-box.ts'
import { listenForBallotKeys } from './ballot-keys.ts'
import { hasBallotTool, offerBallotTool } from './ballot-tool.ts'
import { useBallot } from './use-ballot.ts'
import { isVotable, shortWords } from './votable-notes.ts'
import styles from './vote-marks.module.css'

/** Below the first zoom a mark would hide what it says something about; from the second on there is room for words. */
const ZOOM = { least: 0.12, words: 0.6 } as const
const MOST = 400

/** On the canvas: while a vote is open my own dots, else what the notes got. */
export function VoteMarks({ vote, box }: { vote: BoardVote; box: BallotBox }) {
  const { open } = vote
  if (open === null) return <ShownVotes />
  return vote.mayVote ? <OwnDots key={open.id} box={box} frame={open.section?.frame ?? null} /> : null
}

/** Notes with a number that are on screen, and where. */
function useMarks(counts: ReadonlyMap<string, number>, corner: 'bottom' | 'top') {
  const editor = useEditor()
  return useValue('marks of votes', () => {
    if (counts.size === 0 || editor.getZoomLevel() < ZOOM.least) return []
    const view = editor.getViewportPageBounds()
    const marks: { id: TLShapeId; count: number; left: number; top: number }[] = []
    for (const [id, count] of counts) {
      const bounds = marks.length < MOST ? editor.getShapePageBounds(id as TLShapeId) : undefined
      if (!bounds?.collides(view)) continue
      const { x, y } = editor.pageToViewport(
        corner === 'top' ? { x: bounds.maxX, y: bounds.y } : { x: bounds.x, y: bounds.maxY },
      )
      marks.push({ id: id as TLShapeId, count, left: x, top: y })
    }
    return marks
  }, [editor, counts, corner])
}

function ShownVotes() {
  const editor = useEditor()
  const { t } = useTranslation('vote')
  const votes = useValue('votes', () => noteVotes(editor), [editor])
  const withWords = useValue('room for words', () => editor.getZoomLevel() >= ZOOM.words, [editor])
  return useMarks(votes, 'bottom').map(({ id, count, left, top }) => (
    <div key={id} className={styles.votes} style={{ left, top }} data-votes={count} data-of={id}>
      <span className={styles.dot} aria-hidden />
      {withWords ? t('votes', { count }) : count}
    </div>
  ))
}

/** My dots, which nobody else sees; and what puts them: the tool, and the keys. */
function OwnDots({ box, frame }: { box: BallotBox; frame: string | null }) {
  const editor = useEditor()
  const { t } = useTranslation('vote')
  const toast = useToast()
  const { dots } = useBallot(box)
  const isVoting = useValue('is voting', () => hasBallotTool(editor), [editor])
  const tell = useRef((_what: 'noneLeft' | 'notInVote') => {})
  tell.current = (what) => toast.show({ text: t(what), tone: 'info' })
  useEffect(() => {
    const may = (shape: Parameters<typeof isVotable>[1]) => isVotable(editor, shape, frame)
    const add = ({ id }: { id: string }) => {
      if (!box.add(id)) tell.current('noneLeft')
    }
    const stops = [
      offerBallotTool(editor, {
        isVotable: may,
        press: (shape) => (shape === undefined ? tell.current('notInVote') : add(shape)),
      }),
      listenForBallotKeys(editor, { isVotable: may, add, take: ({ id }) => void box.take(id) }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [editor, box, frame])
  useEffect(() => {
    editor.updateInstanceState({ meta: { ...editor.getInstanceState().meta, [UNSEEN]: true } })
    return () => {
      const { [UNSEEN]: _unseen, ...meta } = editor.getInstanceState().meta
      editor.updateInstanceState({ meta })
    }
  }, [editor])
  const marks = useMarks(dots, 'top')
  const area = useValue('section of the vote', () => {
    const bounds = isVoting && frame !== null ? editor.getShapePageBounds(frame as TLShapeId) : undefined
    if (bounds === undefined) return null
    const { x, y } = editor.pageToViewport(bounds.point)
    return { left: x, top: y, width: bounds.w * editor.getZoomLevel(), height: bounds.h * editor.getZoomLevel() }
  }, [editor, frame, isVoting])
  return (
    <>
      {area && <div className={styles.area} style={area} aria-hidden />}
      {marks.map(({ id, count, left, top }) => {
        const shape = editor.getShape(id)
        return (
          <div key={id} className={styles.own} style={{ left, top }} data-own-dots={count} data-of={id}>
            {isVoting && shape && (
              <button
                type="button"
                className={styles.take}
                aria-label={t('take', { words: shortWords(shape) })}
                onPointerDown={(event) => event.stopPropagation()}
                onClick={() => box.take(id)}
              >
                <Minus size={18} aria-hidden />
              </button>
            )}
            <span className="visually-hidden">{t('yours', { count })}</span>
            <span className={styles.dots} aria-hidden>
              {Array.from({ length: count }, (_, i) => (
                <span key={i} className={styles.dot} />
              ))}
            </span>
          </div>
        )
      })}
    </>
  )
}
