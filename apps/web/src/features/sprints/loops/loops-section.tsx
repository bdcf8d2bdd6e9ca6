import type { LearningLoop, LearningLoops } from '@samtavle/shared/loop-api'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronRight, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '../../../i18n/use-failure-text.ts'
import { Button } from '../../../ui/button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Skeleton } from '../../../ui/spinner.tsx'
import { boardOfLoops } from './loop-board.ts'
import { type AskAbout, type AskedAbout, LoopDialogs } from './loop-dialogs.tsx'
import { LoopRow } from './loop-row.tsx'
import styles from './loops.module.css'
import { loopsQuery } from './loops-client.ts'

/** Is the sprint's week over? Then its loops are what goes on of it. */
export const isOver = ({ status }: Pick<Sprint, 'status'>): boolean => status === 'finished' || status === 'archived'

/** What a sprint goes on learning from, with every round. Before the sprint is over it says little. */
export function LoopsSection({ sprint }: { sprint: Sprint }) {
  const { t } = useTranslation(['loops', 'common'])
  const failureText = useFailureText()
  const loops = useQuery(loopsQuery(sprint.id))
  const [asked, setAsked] = useState<AskedAbout | null>(null)
  const over = isOver(sprint)
  if (!over && !hasToSay(sprint, loops.data)) return null
  return (
    <section aria-labelledby="learning-loops" id="loops" className={classNames(styles.section, over && styles.first)}>
      <div className={styles.inner}>
        <div className={styles.head}>
          <div>
            <h2 id="learning-loops">{t('title')}</h2>
            <p className={styles.intro}>{over ? t('intro') : t('introBefore')}</p>
          </div>
          {loops.data?.mayPlan && (
            <Button
              variant={over ? 'primary' : 'outline'}
              icon={<Plus size={20} aria-hidden />}
              onClick={() => setAsked({ what: 'plan' })}
            >
              {t('plan')}
            </Button>
          )}
        </div>
        {loops.isPending && <Skeleton rows={3} />}
        {loops.isError && loops.data === undefined && (
          <Notice
            tone="error"
            action={
              <Button size="sm" busy={loops.isFetching} onClick={() => void loops.refetch()}>
                {t('common:retry')}
              </Button>
            }
          >
            {t('loadFailed')} {failureText(loops.error)}
          </Notice>
        )}
        {loops.isError && loops.data !== undefined && <Notice tone="info">{t('stale')}</Notice>}
        {loops.data && (
          <LoopLists sprint={sprint} loops={loops.data.loops} onAsk={loops.data.mayPlan ? setAsked : undefined} />
        )}
        {asked !== null && <LoopDialogs sprint={sprint} about={asked} onClose={() => setAsked(null)} />}
      </div>
    </section>
  )
}

/** Before its end a sprint shows loops that there are, and in its week to those who may plan them that they may. */
function hasToSay({ status }: Sprint, data: LearningLoops | undefined): boolean {
  return data !== undefined && (data.loops.length > 0 || (status === 'running' && data.mayPlan))
}

type LoopListsProps = { sprint: Sprint; loops: readonly LearningLoop[]; onAsk: AskAbout | undefined }

function LoopLists({ sprint, loops, onAsk }: LoopListsProps) {
  const { t } = useTranslation('loops')
  const board = boardOfLoops(sprint)
  const open = loops.filter(({ endedAt }) => endedAt === null)
  const ended = loops.filter(({ endedAt }) => endedAt !== null)
  return (
    <>
      {loops.length === 0 && isOver(sprint) && (
        <EmptyState level="h3" title={t('emptyTitle')} text={onAsk ? t('emptyText') : t('emptyReader')} />
      )}
      <LoopList sprint={sprint} loops={open} onAsk={onAsk} label={t('goingOn')} />
      {ended.length > 0 && <h3 className={styles.over}>{t('over')}</h3>}
      <LoopList sprint={sprint} loops={ended} onAsk={onAsk} label={t('over')} />
      {board !== undefined && (
        <Link to="/boards/$boardId" params={{ boardId: board.id }} className={styles.board}>
          {t('toBoard')}
          <ChevronRight size={18} aria-hidden />
        </Link>
      )}
    </>
  )
}

function LoopList({ sprint, loops, onAsk, label }: LoopListsProps & { label: string }) {
  if (loops.length === 0) return null
  return (
    <ul className={styles.loops} aria-label={label}>
      {loops.map((loop) => (
        <LoopRow key={loop.id} sprint={sprint} loop={loop} onAsk={onAsk} />
      ))}
    </ul>
  )
}
