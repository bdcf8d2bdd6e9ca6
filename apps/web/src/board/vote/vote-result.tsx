import type { BoardVote } from '@samtavle/shared/vote-api'
import { type Editor, type TLShapeId, useComputed, useValue } from '@tldraw/tldraw'
import { Forward, ListChecks } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMoment } from '../../i18n/use-moment.ts'
import { Button } from '../../ui/button.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useOpenBoard } from '../board-context.tsx'
import { showBox } from '../first-view.ts'
import { placeInWords } from '../section-place.ts'
import { showHit } from '../show-hit.ts'
import { type RankedNote, rankedVotes, topNotes } from './ranked-votes.ts'
import { shortWords, votableNotes } from './votable-notes.ts'
import styles from './vote-panel.module.css'

const TOP = 3

type ResultProps = { vote: BoardVote; editor: Editor; onHide(): void }
type ShownNote = RankedNote & { words: string; place: string }

/** What the notes got, most votes first, and the way on for those at the top. */
export function VoteResult({ vote: { last, notes }, editor, onHide }: ResultProps) {
  const { t } = useTranslation('vote')
  const moment = useMoment()
  const toast = useToast()
  const { evidence } = useOpenBoard()
  const list = useComputed('notes with votes', () => resultOf(editor, notes), { isEqual: isSame }, [editor, notes])
  const ranked = useValue(list)
  const top = topNotes(ranked, TOP)
  const ids = top.map(({ shape }) => shape as TLShapeId)
  const select = () => {
    onHide()
    editor.setCurrentTool('select')
    editor.select(...ids)
    const box = editor.getSelectionPageBounds()
    if (box) showBox(editor, box.clone().expandBy(80))
    toast.show({ text: t(top.length > TOP ? 'selectedTied' : 'selected', { count: top.length }), tone: 'info' })
    editor.focus()
  }
  const show = (id: string) => {
    const shape = editor.getShape(id as TLShapeId)
    if (shape === undefined) return
    onHide()
    editor.select(shape.id)
    showHit(editor, shape)
  }
  const { sendOn } = evidence
  return (
    <section className={styles.result} aria-label={t('result')}>
      <div>
        <h3 className={styles.heading}>{t('result')}</h3>
        {last !== null && (
          <>
            <p className={styles.question}>{last.question}</p>
            <p className={styles.meta}>
              {t('resultOf', { votes: t('ballots', { count: last.ballots }), when: moment(last.shownAt) })}
            </p>
          </>
        )}
      </div>
      {ranked.length === 0 ? (
        <p className={styles.hint}>{t('noVotes')}</p>
      ) : (
        <ol className={styles.list}>
          {ranked.map(({ shape, votes, rank, isTied, words, place }) => (
            <li key={shape} className={styles.ranked} data-votes={votes}>
              <span className={styles.rank}>{t(isTied ? 'tied' : 'rank', { rank })}</span>
              <button
                type="button"
                className={styles.words}
                aria-label={t('goTo', { words: `${words} ${place}`.trim() })}
                onClick={() => show(shape)}
              >
                <span>
                  {`${words} `}
                  {place !== '' && <span className={styles.place}>{place}</span>}
                </span>
              </button>
              <strong className={styles.votes}>{t('votes', { count: votes })}</strong>
            </li>
          ))}
        </ol>
      )}
      {ranked.length > 0 && (
        <div className={styles.actions}>
          <Button icon={<ListChecks size={16} aria-hidden />} onClick={select}>
            {t('selectTop')}
          </Button>
          {sendOn && (
            <Button
              icon={<Forward size={16} aria-hidden />}
              onClick={() => {
                onHide()
                sendOn(ids)
              }}
            >
              {t('sendTop')}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

/** In reading order where votes do not decide. */
function resultOf(editor: Editor, notes: BoardVote['notes']): ShownNote[] {
  const order = votableNotes(editor, null).flatMap((group) => group.notes.map(({ id }): string => id))
  const placed = notes
    .filter(({ shape }) => editor.getShape(shape as TLShapeId) !== undefined)
    .sort((a, b) => order.indexOf(a.shape) - order.indexOf(b.shape))
  return rankedVotes(placed).flatMap((note) => {
    const shape = editor.getShape(note.shape as TLShapeId)
    return shape === undefined ? [] : [{ ...note, words: shortWords(shape), place: placeInWords(editor, shape) }]
  })
}

const isSame = (a: readonly ShownNote[], b: readonly ShownNote[]): boolean => JSON.stringify(a) === JSON.stringify(b)
