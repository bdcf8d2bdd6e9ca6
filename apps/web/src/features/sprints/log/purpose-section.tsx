import type { PurposeVersion, SprintLog } from '@samtavle/shared/sprint-log-api'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMoment } from '../../../i18n/use-moment.ts'
import { AskingButton } from '../../../ui/asking-button.tsx'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { isKickOffOver } from './kick-off.ts'
import { logApi } from './log-client.ts'
import { PurposeDialog } from './purpose-dialog.tsx'
import styles from './purpose-section.module.css'
import { purposeOf } from './purpose-versions.ts'
import { useLogPress } from './use-log-change.ts'
import { WriterWords } from './writer-words.tsx'

type PurposeSectionProps = { sprintId: string; log: SprintLog }

/** What the sprint works for now, what it began with, and every version between. */
export function PurposeSection({ sprintId, log }: PurposeSectionProps) {
  const { t } = useTranslation('log')
  const heading = useId()
  const [writing, setWriting] = useState(false)
  const { now, original } = purposeOf(log.purposes)
  const write = log.may.changePurpose && (
    <Button onClick={() => setWriting(true)}>{now === null ? t('writePurpose') : t('changePurpose')}</Button>
  )
  return (
    <section aria-labelledby={heading} className={styles.section}>
      <h2 id={heading}>{t('purposeNow')}</h2>
      {now === null ? (
        <EmptyState
          level="h3"
          title={t('noPurposeYet')}
          text={log.may.changePurpose ? t('noPurposeText') : t('noPurposeReader')}
          {...(write === false ? {} : { action: write })}
        />
      ) : (
        <>
          <p className={styles.now}>{now.purpose}</p>
          {original !== null && <Since now={now} original={original} lockedAt={log.lockedAt} />}
          {now.plan !== '' && <Plan words={now.plan} />}
          {original === null && <LockQuestion sprintId={sprintId} log={log} />}
          {original !== null && original !== now && <Original original={original} lockedAt={log.lockedAt} />}
          {write !== false && <div className={styles.actions}>{write}</div>}
          {log.purposes.length > 1 && <History purposes={log.purposes} />}
        </>
      )}
      {writing && (
        <PurposeDialog sprintId={sprintId} now={now} locked={log.lockedAt !== null} onClose={() => setWriting(false)} />
      )}
    </section>
  )
}

function Plan({ words }: { words: string }) {
  const { t } = useTranslation('log')
  return (
    <dl className={styles.plan}>
      <dt>{t('plan')}</dt>
      <dd>{words}</dd>
    </dl>
  )
}

type OriginalProps = { original: PurposeVersion; lockedAt: string | null }

/** Whether it is the purpose that the sprint began with, or when and why it changed. */
function Since({ now, original, lockedAt }: OriginalProps & { now: PurposeVersion }) {
  const { t } = useTranslation('log')
  const moment = useMoment()
  if (now === original)
    return <p className={styles.quiet}>{t('stillOriginal', { when: moment(lockedAt ?? now.at) })}</p>
  return (
    <>
      <p className={styles.quiet}>{t('changedWhen', { when: moment(now.at) })}</p>
      {now.why !== '' && <p className={styles.why}>{now.why}</p>}
    </>
  )
}

function Original({ original, lockedAt }: OriginalProps) {
  const { t } = useTranslation('log')
  const moment = useMoment()
  return (
    <div className={styles.original}>
      <h3>{t('originalPurpose')}</h3>
      <p className={styles.first}>{original.purpose}</p>
      {original.plan !== '' && <Plan words={original.plan} />}
      <p className={styles.quiet}>{t('lockedWhen', { when: moment(lockedAt ?? original.at) })}</p>
    </div>
  )
}

/** Asks for the lock when the kick-off is over; before that it is offered quietly. */
function LockQuestion({ sprintId, log }: PurposeSectionProps) {
  const { t } = useTranslation('log')
  const lock = useLogPress(
    sprintId,
    () => logApi.lockPurpose(sprintId),
    () => ({ text: t('locked') }),
  )
  if (!log.may.changePurpose) return <p className={styles.quiet}>{t('notLocked')}</p>
  const button = (
    <AskingButton
      size="sm"
      busy={lock.isPending}
      label={t('lock')}
      title={t('lockTitle')}
      onConfirm={() => lock.press(undefined)}
    >
      <p>{t('lockText')}</p>
    </AskingButton>
  )
  if (isKickOffOver(log.sprint.kickOffEnds, new Date())) {
    return (
      <div className={styles.notice}>
        <Notice tone="info" action={button}>
          {t('kickOffOver')}
        </Notice>
      </div>
    )
  }
  return (
    <p className={styles.lock}>
      {t('notLocked')} {button}
    </p>
  )
}

function History({ purposes }: { purposes: SprintLog['purposes'] }) {
  const { t } = useTranslation('log')
  return (
    <details className={styles.history}>
      <summary>{t('history', { count: purposes.length })}</summary>
      <ol className={styles.versions}>
        {purposes.toReversed().map((version) => (
          <li key={version.number} className={styles.version}>
            <p className={styles.versionWords}>
              {version.purpose}
              {version.isOriginal && <span className={styles.mark}>{t('original')}</span>}
            </p>
            {version.plan !== '' && <Plan words={version.plan} />}
            {version.why !== '' && <p className={styles.why}>{version.why}</p>}
            <p className={styles.quiet}>
              <WriterWords written={version} />
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}
