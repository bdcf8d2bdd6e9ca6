import type { BoardVersion } from '@samtavle/shared/api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { isUnreachable } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { Time } from '../../ui/time.tsx'
import { SidePanel } from '../side-panel.tsx'
import styles from './history-panel.module.css'
import { SaveVersion } from './save-version.tsx'
import { useVersionWords } from './use-version-words.ts'
import { versionsQuery } from './version-client.ts'
import { byDayAndHour } from './version-days.ts'

/** While the panel is open, versions that others and the clock make are asked for so often, in ms. */
const ASK_EVERY_MS = 60_000

export type HistoryPanelProps = {
  id: string
  boardId: string
  /** The version that is looked at; null for the board as it is now. */
  chosen: string | null
  maySave: boolean
  /** There is no room beside the canvas: the whole screen is the panel. */
  asSheet: boolean
  onChoose(version: BoardVersion | null): void
  onClose(): void
}

/** The time line of a board, beside the canvas or as a sheet over it. */
export function HistoryPanel({ id, asSheet, ...panel }: HistoryPanelProps) {
  const { t } = useTranslation('history')
  return (
    <SidePanel id={id} title={t('title')} closeLabel={t('close')} asSheet={asSheet} onClose={panel.onClose}>
      <TimeLine {...panel} />
    </SidePanel>
  )
}

function TimeLine({ boardId, chosen, maySave, onChoose }: Omit<HistoryPanelProps, 'asSheet' | 'id'>) {
  const { t } = useTranslation(['history', 'common'])
  const failureText = useFailureText()
  const words = useVersionWords()
  const versions = useQuery({ ...versionsQuery(boardId), refetchInterval: ASK_EVERY_MS })
  const days = byDayAndHour(versions.data ?? [])
  return (
    <>
      {maySave && <SaveVersion boardId={boardId} />}
      {versions.isError && (
        <Notice
          tone={isUnreachable(versions.error) ? 'info' : 'error'}
          action={
            <Button size="sm" busy={versions.isFetching} onClick={() => void versions.refetch()}>
              {t('common:retry')}
            </Button>
          }
        >
          {isUnreachable(versions.error) ? t('offline') : failureText(versions.error)}
        </Notice>
      )}
      {versions.isPending && <Spinner label={t('loading')} />}
      {versions.data?.length === 0 && <EmptyState level="h3" title={t('empty')} text={t('emptyText')} />}
      {days.length > 0 && (
        <button
          type="button"
          className={classNames(styles.version, styles.now)}
          aria-current={chosen === null ? 'true' : undefined}
          onClick={() => onChoose(null)}
        >
          <span className={styles.clock}>{t('now')}</span>
          <span>{t('nowText')}</span>
        </button>
      )}
      {days.map(({ date, hours }) => (
        <section key={date} className={styles.day}>
          <h3>{words.day(hours[0]?.versions[0]?.createdAt ?? date)}</h3>
          {hours.map(({ hour, versions: ofHour }) => (
            <ol key={hour} className={styles.hour} aria-label={t('hour', { hour })}>
              {ofHour.map((version) => (
                <li key={version.id}>
                  <VersionRow version={version} isChosen={version.id === chosen} onChoose={() => onChoose(version)} />
                </li>
              ))}
            </ol>
          ))}
        </section>
      ))}
      {days.length > 0 && <p className={styles.hint}>{t('kept')}</p>}
    </>
  )
}

function VersionRow({ version, isChosen, onChoose }: { version: BoardVersion; isChosen: boolean; onChoose(): void }) {
  const { t } = useTranslation('history')
  const { clock, title } = useVersionWords()
  const { kind, by, createdAt } = version
  return (
    <button
      type="button"
      className={styles.version}
      data-kind={kind}
      data-version={version.id}
      aria-current={isChosen ? 'true' : undefined}
      onClick={onChoose}
    >
      <span className={styles.clock}>
        <Time iso={createdAt}>{clock(createdAt)}</Time>
      </span>
      <span className={styles.what}>
        <span className={styles.name}>{title(version)}</span>
        {by !== null && (
          <span className={styles.by}>{t(kind === 'named' ? 'namedBy' : 'beforeBy', { name: by.name })}</span>
        )}
      </span>
    </button>
  )
}
