import type { OpenVote } from '@samtavle/shared/vote-api'
import { type Editor, useComputed, useValue } from '@tldraw/tldraw'
import { MapPin } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { showHit } from '../show-hit.ts'
import type { BallotBox, BallotView } from './ballot-box.ts'
import { BallotRow } from './ballot-row.tsx'
import { hasBallotTool, leaveBallotTool, takeBallotTool } from './ballot-tool.ts'
import { useBallot, useUsedWords } from './use-ballot.ts'
import { isSameList, type VotableNote, votableNotes } from './votable-notes.ts'
import styles from './vote-panel.module.css'

type OwnBallotProps = { open: OpenVote; box: BallotBox; editor: Editor; asSheet: boolean; onHide(): void }

/** My ballot: every note that can get dots, in reading order, with mine; an equal way to the canvas. */
export function OwnBallot({ open, box, editor, asSheet, onHide }: OwnBallotProps) {
  const { t } = useTranslation('vote')
  const toast = useToast()
  const ballot = useBallot(box)
  const used = useUsedWords(ballot)
  const frame = open.section?.frame ?? null
  const list = useComputed('notes of the vote', () => votableNotes(editor, frame), { isEqual: isSameList }, [
    editor,
    frame,
  ])
  const groups = useValue(list)
  const isVoting = useValue('is voting', () => hasBallotTool(editor), [editor])
  const add = (id: string) => {
    if (!box.add(id)) toast.show({ text: t('noneLeft'), tone: 'info' })
  }
  const show = ({ id }: VotableNote) => {
    const shape = editor.getShape(id)
    if (shape === undefined) return
    onHide()
    if (!hasBallotTool(editor)) editor.select(id)
    showHit(editor, shape)
  }
  const onCanvas = () => {
    if (isVoting && !asSheet) return leaveBallotTool(editor)
    takeBallotTool(editor)
    onHide()
    editor.focus()
  }
  const setDone = (done: boolean) => {
    box.setDone(done)
    if (done) leaveBallotTool(editor)
  }
  const here = new Set<string>(groups.flatMap(({ notes }) => notes.map(({ id }) => id)))
  const gone = [...ballot.dots].filter(([id]) => !here.has(id))
  return (
    <>
      <p className={styles.hint}>{t('secret')}</p>
      <Button
        size="sm"
        icon={<MapPin size={16} aria-hidden />}
        aria-pressed={asSheet ? undefined : isVoting}
        onClick={onCanvas}
      >
        {t('onCanvas')}
      </Button>
      <div className={styles.ballot}>
        {groups.map(({ frame: id, name, notes }) => (
          <section key={id ?? ''} aria-label={name || t('noSection')}>
            <h3 className={styles.section}>{name || t('noSection')}</h3>
            <ul className={styles.list}>
              {notes.map((note) => (
                <BallotRow
                  key={note.id}
                  words={note.words}
                  noteRole={note.role}
                  dots={ballot.dots.get(note.id) ?? 0}
                  onAdd={() => add(note.id)}
                  onTake={() => box.take(note.id)}
                  onShow={() => show(note)}
                />
              ))}
            </ul>
          </section>
        ))}
        {gone.length > 0 && (
          <ul className={styles.list}>
            {gone.map(([id, dots]) => (
              <BallotRow key={id} words={t('goneNote')} noteRole={undefined} dots={dots} onTake={() => box.take(id)} />
            ))}
          </ul>
        )}
        {groups.length === 0 && <p className={styles.hint}>{t('noNotes')}</p>}
      </div>
      <div className={styles.foot}>
        {/* Beside the canvas the notice above it says the same aloud; a sheet hides that one. */}
        <strong role={asSheet ? 'status' : undefined}>{used}</strong>
        <Keeping ballot={ballot} onRetry={() => box.retryNow()} />
        <p role="status" className={styles.meta}>
          {ballot.done && t('isDone')}
        </p>
        <Button variant={ballot.done ? 'outline' : 'primary'} wide onClick={() => setDone(!ballot.done)}>
          {t(ballot.done ? 'notDone' : 'done')}
        </Button>
      </div>
    </>
  )
}

/** Whether the server has it, in words. */
function Keeping({ ballot: { keeping, dots, done }, onRetry }: { ballot: BallotView; onRetry(): void }) {
  const { t } = useTranslation('vote')
  if (keeping === 'waiting' || keeping === 'refused') {
    return (
      <Notice
        tone={keeping === 'waiting' ? 'attention' : 'error'}
        action={
          keeping === 'waiting' && (
            <Button size="sm" onClick={onRetry}>
              {t('tryNow')}
            </Button>
          )
        }
      >
        {t(`keeping_${keeping}`)}
      </Notice>
    )
  }
  if (dots.size === 0 && !done && keeping === 'kept') return null
  return <span className={styles.meta}>{t(`keeping_${keeping}`)}</span>
}
