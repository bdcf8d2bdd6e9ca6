import type { BoardSummary } from '@samtavle/shared/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dayWords, isoWeek } from '../../i18n/date-words.ts'
import { shownLocale } from '../../i18n/i18n.ts'
import { boardsQuery, isUnreachable, templatesQuery, useMe } from '../../queries.ts'
import { QueryFailure } from '../../query-failure.tsx'
import { PhaseSign } from '../../ui/phase-sign.tsx'
import { Skeleton } from '../../ui/spinner.tsx'
import { byLastEdit, isUntouched } from './board-order.ts'
import rowStyles from './board-row.module.css'
import { BoardRow } from './board-row.tsx'
import { BoardsOnDevice } from './boards-on-device.tsx'
import { HomeHero } from './home-hero.tsx'
import styles from './home-page.module.css'

/** Boards and templates that the first page has room for; the rest is one click away. */
const [BOARDS, TEMPLATES] = [6, 6]

type HomePageProps = {
  /** What comes first instead of the board last edited, of another feature; undefined while that is not known. */
  sprintHero: ((day: string) => ReactNode) | null | undefined
  /** What comes first where there is nothing to go on with: a sprint that is being prepared. */
  aheadHero: ((day: string) => ReactNode) | null
  /** Stands above the boards: what one is to be reminded of; often nothing. */
  reminders: ReactNode
  /** Stands below the boards: one's sprints. */
  sprints: ReactNode
}

/** Today: the day, the one thing to do next, and where one left off. */
export function HomePage({ sprintHero, aheadHero, reminders, sprints }: HomePageProps) {
  const { t, i18n } = useTranslation(['boards', 'common'])
  const me = useMe()
  const boards = useQuery(boardsQuery('active'))
  const now = new Date()
  const day = `${dayWords(now, shownLocale(i18n.language))} · ${t('common:week', { week: isoWeek(now) })}`
  const latest = boards.data === undefined ? undefined : workedOn(byLastEdit(boards.data))
  const first = latest === undefined ? undefined : (latest[0] ?? null)
  const nothingYet = latest?.every((board) => board.sprint !== null && isUntouched(board)) === true
  return (
    <>
      {(sprintHero ?? (nothingYet ? aheadHero : null))?.(day) ?? (
        <HomeHero day={day} latest={sprintHero === undefined ? undefined : first} />
      )}
      <div className={styles.columns}>
        <div className={styles.main}>
          {reminders}
          <section aria-labelledby="carry-on">
            <div className={styles.head}>
              <h2 id="carry-on">{t('carryOn')}</h2>
              <Link to="/boards" className={styles.all}>
                {t('allBoards')}
                <ChevronRight size={18} aria-hidden />
              </Link>
            </div>
            {boards.isPending && <Skeleton />}
            {boards.isError && isUnreachable(boards.error) && (
              <BoardsOnDevice level="h3" onRetry={() => void boards.refetch()} />
            )}
            {boards.isError && !isUnreachable(boards.error) && (
              <QueryFailure query={boards}>{t('listFailed')}</QueryFailure>
            )}
            {latest !== undefined && <LatestBoards boards={latest.slice(0, BOARDS)} mayCreate={me.may.createBoards} />}
          </section>
          {sprints}
        </div>
        <StartFromTemplate />
      </div>
    </>
  )
}

/** A sprint brings all its boards at once: those on which nobody has done anything are no place where one left off. */
function workedOn(boards: BoardSummary[]): BoardSummary[] {
  const some = boards.filter((board) => board.sprint === null || !isUntouched(board))
  return some.length > 0 ? some : boards
}

function LatestBoards({ boards, mayCreate }: { boards: BoardSummary[]; mayCreate: boolean }) {
  const { t } = useTranslation('boards')
  if (boards.length === 0) {
    return <p className={styles.nothing}>{mayCreate ? `${t('emptyTitle')}. ${t('emptyText')}` : t('waitText')}</p>
  }
  return (
    <ul className={rowStyles.list}>
      {boards.map((board) => (
        <BoardRow key={board.id} board={board} level="h3" />
      ))}
    </ul>
  )
}

function StartFromTemplate() {
  const { t, i18n } = useTranslation(['boards', 'common'])
  const me = useMe()
  const templates = useQuery(templatesQuery)
  const locale = shownLocale(i18n.language)
  return (
    <aside aria-labelledby="start-from">
      <div className={styles.head}>
        <h2 id="start-from">{me.may.createBoards ? t('startFrom') : t('templates')}</h2>
      </div>
      <ul className={styles.templates}>
        {templates.data?.slice(0, TEMPLATES).map((template) => (
          <li key={template.id} className={styles.template}>
            <h3>
              <Link to="/templates/$templateId" params={{ templateId: template.id }} className={styles.templateLink}>
                {template.name[locale]}
              </Link>
            </h3>
            <p className={styles.purpose}>{template.purpose[locale]}</p>
            <p className={styles.phase}>
              <PhaseSign phase={template.phase} size={14} />
              {t(`common:phase_${template.phase}`)} · {template.duration[locale]}
            </p>
          </li>
        ))}
      </ul>
      <Link to="/templates" className={styles.all}>
        {t('seeTemplates')}
        <ChevronRight size={18} aria-hidden />
      </Link>
    </aside>
  )
}
