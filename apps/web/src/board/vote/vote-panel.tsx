import type { BoardSummary } from '@samtavle/shared/api'
import type { BoardVote } from '@samtavle/shared/vote-api'
import type { UseQueryResult } from '@tanstack/react-query'
import type { Editor } from '@tldraw/tldraw'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { isUnreachable } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { SidePanel } from '../side-panel.tsx'
import type { BallotBox } from './ballot-box.ts'
import { OwnBallot } from './own-ballot.tsx'
import { StartVote } from './start-vote.tsx'
import { SteerVote } from './steer-vote.tsx'
import styles from './vote-panel.module.css'
import { VOTE_PANEL } from './vote-place.ts'
import { VoteResult } from './vote-result.tsx'

type VotePanelProps = {
  board: BoardSummary
  query: UseQueryResult<BoardVote>
  box: BallotBox
  editor: Editor
  asSheet: boolean
  /** Goes out of the way of the canvas. */
  onHide(): void
  onClose(): void
}

/** The vote on a board, beside the canvas or as a sheet over it: to open one, to vote, to show it, and what came of it. */
export function VotePanel({ board, query, box, editor, asSheet, onHide, onClose }: VotePanelProps) {
  const { t } = useTranslation(['vote', 'common'])
  const failureText = useFailureText()
  const [isStarting, setStarting] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const { data: vote } = query
  const open = vote?.open ?? null
  useFocusOnChange(`${open?.id} ${isStarting}`, place)
  const toCanvas = asSheet ? onHide : () => {}
  const hasResult = vote !== undefined && open === null && (vote.last !== null || vote.notes.length > 0)
  return (
    <SidePanel id={VOTE_PANEL} title={t('title')} closeLabel={t('close')} asSheet={asSheet} onClose={onClose}>
      <section ref={place} tabIndex={-1} aria-label={open?.question ?? t('title')} className={styles.state}>
        {query.isPending && <Spinner label={t('loading')} />}
        {query.isError && (
          <Notice
            tone={isUnreachable(query.error) ? 'info' : 'error'}
            action={
              <Button size="sm" busy={query.isFetching} onClick={() => void query.refetch()}>
                {t('common:retry')}
              </Button>
            }
          >
            {isUnreachable(query.error) ? t('offline') : failureText(query.error)}
          </Notice>
        )}
        {open !== null && (
          <>
            <div>
              <p className={styles.question}>{open.question}</p>
              <p className={styles.meta}>{open.section?.name ?? t('wholeBoard')}</p>
            </div>
            {vote?.mayVote ? (
              <OwnBallot key={open.id} open={open} box={box} editor={editor} asSheet={asSheet} onHide={toCanvas} />
            ) : (
              <p className={styles.hint}>{t('onlyLook')}</p>
            )}
            <SteerVote key={`steer ${open.id}`} boardId={board.id} open={open} maySteer={vote?.maySteer === true} />
          </>
        )}
        {hasResult && <VoteResult vote={vote} editor={editor} onHide={toCanvas} />}
        {vote !== undefined && open === null && !vote.maySteer && !hasResult && (
          <EmptyState level="h3" title={t('none')} text={t('noneText')} />
        )}
        {vote?.maySteer === true &&
          open === null &&
          (isStarting || !hasResult ? (
            <StartVote board={board} editor={editor} onStarted={() => setStarting(false)} />
          ) : (
            <Button wide onClick={() => setStarting(true)}>
              {t('startTitle')}
            </Button>
          ))}
      </section>
    </SidePanel>
  )
}

/** What had the focus may be gone with the state before: then the focus goes to the beginning of what came. */
function useFocusOnChange(state: string, place: RefObject<HTMLElement | null>): void {
  const before = useRef(state)
  useEffect(() => {
    if (before.current === state) return
    before.current = state
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) place.current?.focus()
    }, 0)
    return () => clearTimeout(timer)
  }, [state, place])
}
