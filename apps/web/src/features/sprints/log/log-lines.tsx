import { LOG_TYPES, type LogType } from '@samtavle/shared/sprint-log'
import type { LogLine, SprintLog } from '@samtavle/shared/sprint-log-api'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayWords } from '../../../i18n/date-words.ts'
import { shownLocale } from '../../../i18n/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Select } from '../../../ui/field.tsx'
import { FromTo } from './from-to.tsx'
import { correctionOf, type LineDraft } from './line-draft.ts'
import styles from './log-lines.module.css'
import { byDate, latestOf, type Thread, threadsOf } from './log-threads.ts'
import { WriterWords } from './writer-words.tsx'

type LogLinesProps = { log: SprintLog; onWrite: (draft: LineDraft) => void }

/** All lines by day, the newest first, each with its corrections; to be narrowed down to what changed. */
export function LogLines({ log, onWrite }: LogLinesProps) {
  const { t } = useTranslation('log')
  const heading = useId()
  const [type, setType] = useState<LogType | 'all'>('all')
  const threads = threadsOf(log.lines)
  const ofType = (wanted: LogType) => threads.filter((thread) => latestOf(thread).type === wanted)
  const shown = type === 'all' ? threads : ofType(type)
  const types = LOG_TYPES.filter((known) => known === type || ofType(known).length > 0)
  return (
    <section aria-labelledby={heading} className={styles.lines}>
      <div className={styles.head}>
        <h2 id={heading}>{t('changes')}</h2>
        {types.length > 1 && (
          <Select
            className={styles.filter}
            label={t('show')}
            hideLabel
            size="md"
            value={type}
            onChange={(value) => setType(LOG_TYPES.find((known) => known === value) ?? 'all')}
            options={[
              { value: 'all', label: t('allTypes') },
              ...types.map((value) => ({ value, label: t(`type_${value}`) })),
            ]}
          />
        )}
      </div>
      {threads.length === 0 && <EmptyState level="h3" title={t('noLines')} text={t('noLinesText')} />}
      {byDate(shown).map((day) => (
        <LogDay key={day.date} date={day.date} days={log.sprint.days}>
          {day.threads.map((thread) => (
            <LineThread
              key={thread.first.number}
              thread={thread}
              mayCorrect={log.may.write || (log.may.addSideBenefit && thread.first.type === 'side-benefit')}
              onWrite={onWrite}
            />
          ))}
        </LogDay>
      ))}
    </section>
  )
}

function LogDay({
  date,
  days,
  children,
}: {
  date: string
  days: SprintLog['sprint']['days']
  children: React.ReactNode
}) {
  const { i18n } = useTranslation()
  const at = new Date(`${date}T12:00`)
  const year = at.getFullYear() === new Date().getFullYear() ? '' : ` ${at.getFullYear()}`
  const words = `${dayWords(at, shownLocale(i18n.language))}${year}`
  const title = days.find((day) => day.date <= date && date <= (day.lastDate ?? day.date))?.title ?? ''
  return (
    <section aria-label={words} className={styles.day}>
      <h3 className={styles.dayName}>
        {words}
        {/* A day that is called by its weekday says that once. */}
        {title !== '' && !words.startsWith(title) && <span className={styles.dayTitle}> · {title}</span>}
      </h3>
      <ul>{children}</ul>
    </section>
  )
}

type LineThreadProps = { thread: Thread<LogLine>; mayCorrect: boolean; onWrite: (draft: LineDraft) => void }

function LineThread({ thread, mayCorrect, onWrite }: LineThreadProps) {
  const { t } = useTranslation('log')
  const { first, corrections } = thread
  return (
    <li className={styles.line}>
      <div className={styles.lineHead}>
        <p>
          <strong>{t(`type_${first.type}`)}</strong>{' '}
          <span className={styles.quiet}>{t('lineNumber', { number: first.number })}</span>
        </p>
        {mayCorrect && (
          <Button
            size="sm"
            variant="quiet"
            className={styles.correct}
            aria-label={t('correctLine', { number: first.number })}
            onClick={() => onWrite(correctionOf(latestOf(thread)))}
          >
            {t('correct')}
          </Button>
        )}
      </div>
      <LineWords line={first} />
      {corrections.map((line) => (
        <div key={line.number} className={styles.correction}>
          <p>
            <strong>{t('correction')}</strong>
            {line.type !== first.type && `: ${t(`type_${line.type}`)}`}{' '}
            <span className={styles.quiet}>{t('lineNumber', { number: line.number })}</span>
          </p>
          <LineWords line={line} />
        </div>
      ))}
    </li>
  )
}

function LineWords({ line }: { line: LogLine }) {
  const { t } = useTranslation('log')
  return (
    <>
      <FromTo from={line.from} to={line.to} strong />
      {line.why !== '' && <p className={styles.why}>{line.why}</p>}
      {(line.decidedBy !== '' || line.consequence !== '') && (
        <dl className={styles.facts}>
          {line.decidedBy !== '' && (
            <div>
              <dt>{t('decidedBy')}</dt>
              <dd>{line.decidedBy}</dd>
            </div>
          )}
          {line.consequence !== '' && (
            <div>
              <dt>{t('consequence')}</dt>
              <dd>{line.consequence}</dd>
            </div>
          )}
        </dl>
      )}
      <p className={styles.written}>
        <WriterWords written={line} />
      </p>
    </>
  )
}
