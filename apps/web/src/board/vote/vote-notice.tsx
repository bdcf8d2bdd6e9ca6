import type { BoardVote } from '@samtavle/shared/vote-api'
import { type Editor, useValue } from '@tldraw/tldraw'
import { Vote } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useToast } from '../../ui/toast.tsx'
import topBar from '../top-bar.module.css'
import type { BallotBox } from './ballot-box.ts'
import { hasBallotTool, leaveBallotTool, takeBallotTool } from './ballot-tool.ts'
import { useBallot, useUsedWords } from './use-ballot.ts'
import styles from './vote-notice.module.css'

type NoticeProps = {
  vote: BoardVote
  box: BallotBox
  editor: Editor
  isPanelOpen: boolean
  asSheet: boolean
  onOpen(): void
}

/** »Skjult afstemning: …« above the canvas, with the way to it; and what became of it. */
export function VoteNotice({ vote, box, editor, isPanelOpen, asSheet, onOpen }: NoticeProps) {
  const { t } = useTranslation('vote')
  const ballot = useBallot(box)
  const used = useUsedWords(ballot)
  const isVoting = useValue('is voting', () => hasBallotTool(editor), [editor])
  useEndedNews(vote, onOpen)
  const { open } = vote
  if (open === null) return null
  const start = () => {
    if (vote.mayVote && !asSheet) takeBallotTool(editor)
    onOpen()
  }
  return (
    <div className={topBar.notice} data-vote-open={open.id}>
      <Vote size={16} aria-hidden />
      <span className={styles.question}>{t('hidden', { question: open.question })}</span>
      {vote.mayVote && <span className={styles.used}>{used}</span>}
      {isVoting && <span>{t('canvasHint')}</span>}
      {vote.mayVote && ballot.keeping === 'waiting' && <span>{t('keeping_waiting')}</span>}
      {!isPanelOpen && (
        <button type="button" className={styles.button} onClick={isVoting ? onOpen : start}>
          {t(isVoting ? 'list' : vote.mayVote ? 'voteNow' : 'open')}
        </button>
      )}
      {isVoting && (
        <button type="button" className={styles.button} onClick={() => leaveBallotTool(editor)}>
          {t('stopOnCanvas')}
        </button>
      )}
    </div>
  )
}

/** Says once that the dots are shown, or that there will be none. */
function useEndedNews({ open, last }: BoardVote, onOpen: () => void): void {
  const { t } = useTranslation('vote')
  const toast = useToast()
  const was = useRef<string | null>(null)
  const tell = useRef((_isShown: boolean) => {})
  tell.current = (isShown) => {
    if (!isShown) toast.show({ text: t('cancelled'), tone: 'info' })
    else toast.show({ text: t('shown'), action: { label: t('seeResult'), onSelect: onOpen } })
  }
  const [openId, lastId] = [open?.id ?? null, last?.id]
  useEffect(() => {
    if (was.current !== null && was.current !== openId) tell.current(lastId === was.current)
    was.current = openId
  }, [openId, lastId])
}
