import type { ProgrammeSummary } from '@samtavle/shared/sprint-api'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api-client.ts'
import { shownLocale } from '../../i18n/i18n.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useLate } from '../../ui/use-late.ts'
import { useExtentWords } from './programme-choice.tsx'
import type { SprintFault } from './sprint-draft.ts'
import styles from './sprint-summary.module.css'

/** A server that takes longer than this is waited for with another word. */
const LONG_MS = 6_000

type SprintSummaryProps = {
  programme: ProgrammeSummary
  /** First and last day in words, with the week. */
  when: string
  teamSize: number
  /** The sprint that it follows, and how many learning loops go on in this one. */
  follows: { title: string; loops: number } | undefined
  /** What is still missing, once somebody has tried without it. */
  faults: readonly SprintFault[]
  busy: boolean
  failure: unknown
  onCreate: () => void
}

/** What will be made, and the one button that makes it. */
export function SprintSummary(props: SprintSummaryProps) {
  const { programme, when, teamSize, follows, faults, busy, failure, onCreate } = props
  const { t, i18n } = useTranslation(['sprints', 'follow'])
  const locale = shownLocale(i18n.language)
  const extent = useExtentWords()
  return (
    <aside className={styles.summary} aria-labelledby="sprint-summary">
      <h2 id="sprint-summary" className={styles.title}>
        {t('summary')}
      </h2>
      <dl className={styles.facts}>
        <div>
          <dt>{t('summaryWeek')}</dt>
          <dd>{when}</dd>
        </div>
        <div>
          <dt>{t('summaryProgramme')}</dt>
          <dd>{programme.name[locale]}</dd>
          <dd className={styles.extent}>{extent(programme)}</dd>
          <dd>
            <Unfolding title={t('seeDays')} lines={programme.days.map(({ key, title }) => [key, title[locale]])} />
            <Unfolding title={t('seeBoards')} lines={programme.boards.map(({ key, title }) => [key, title[locale]])} />
          </dd>
        </div>
        <div>
          <dt>{t('summaryTeam')}</dt>
          <dd>{t('teamSize', { count: teamSize })}</dd>
        </div>
        {follows !== undefined && (
          <div>
            <dt>{t('follow:previous')}</dt>
            <dd>{follows.title}</dd>
            {follows.loops > 0 && <dd className={styles.extent}>{t('follow:loops', { count: follows.loops })}</dd>}
          </div>
        )}
      </dl>
      <CreateFailure failure={failure} />
      {faults.length > 0 && (
        <Notice tone="error">
          {t('missing')} {faults.map((fault) => t(`missing_${fault}`)).join(', ')}.
        </Notice>
      )}
      <Button variant="primary" size="lg" wide busy={busy} busyLabel={t('creating')} onClick={onCreate}>
        {t('create')}
      </Button>
      <Progress busy={busy} />
    </aside>
  )
}

/** A list that is there for whoever wants to see it. */
function Unfolding({ title, lines }: { title: string; lines: readonly (readonly [key: string, line: string])[] }) {
  if (lines.length === 0) return null
  return (
    <details className={styles.unfolding}>
      <summary>{title}</summary>
      <ul>
        {lines.map(([key, line]) => (
          <li key={key}>{line}</li>
        ))}
      </ul>
    </details>
  )
}

function Progress({ busy }: { busy: boolean }) {
  const { t } = useTranslation('sprints')
  const late = useLate(busy)
  const long = useLate(busy, LONG_MS)
  return (
    <p className={styles.progress} role="status">
      {late && t('layingOut')} {long && t('layingOutLong')}
    </p>
  )
}

function CreateFailure({ failure }: { failure: unknown }) {
  const { t } = useTranslation(['sprints', 'loops'])
  const failureText = useFailureText()
  if (failure === null) return null
  if (failure instanceof ApiError && failure.code === 'conflict') {
    return <Notice tone="error">{t('loops:carryEnded')}</Notice>
  }
  // It may have been made, and only the answer been lost.
  const unknown = failure instanceof ApiError && failure.code === 'network'
  return (
    <Notice tone="error">
      {unknown ? t('createUnknown') : t('createFailed', { why: failureText(failure) })}{' '}
      {unknown && <Link to="/sprints">{t('seeSprints')}</Link>}
    </Notice>
  )
}
