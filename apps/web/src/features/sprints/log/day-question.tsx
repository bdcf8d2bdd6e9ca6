import type { SprintLog } from '@samtavle/shared/sprint-log-api'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { emptyLine, type LineDraft } from './line-draft.ts'
import { logApi } from './log-client.ts'
import styles from './log-page.module.css'
import { localDate } from './log-threads.ts'
import { useLogPress } from './use-log-change.ts'
import { WriterWords } from './writer-words.tsx'

type DayQuestionProps = { sprintId: string; log: SprintLog; onWrite: (draft: LineDraft) => void }

/** The question that ends a day, on the days of the sprint: that nothing changed is a line too, with one press. */
export function DayQuestion({ sprintId, log, onWrite }: DayQuestionProps) {
  const { t } = useTranslation(['log', 'common'])
  const heading = useId()
  const none = useLogPress(
    sprintId,
    () => logApi.addLine(sprintId, { type: 'no-change' }),
    () => ({ text: t('noChangeAdded') }),
  )
  const today = localDate(new Date())
  const isDay = log.sprint.days.some(({ date, lastDate }) => date <= today && today <= (lastDate ?? date))
  if (!log.may.write || !isDay) return null
  const said = log.lines.find(
    ({ type, corrects, at }) => type === 'no-change' && corrects === null && localDate(new Date(at)) === today,
  )
  return (
    <section aria-labelledby={heading} className={styles.question}>
      <h2 id={heading}>{t('dayQuestion')}</h2>
      <p className={styles.quiet}>
        {said === undefined ? (
          t('dayQuestionHint')
        ) : (
          <>
            {t('saidNoChange')} <WriterWords written={said} />
          </>
        )}
      </p>
      <div className={styles.buttons}>
        {said === undefined && (
          <Button busy={none.isPending} busyLabel={t('common:saving')} onClick={() => none.press(undefined)}>
            {t('noChange')}
          </Button>
        )}
        <Button onClick={() => onWrite(emptyLine('plan'))}>{t('yesAddLine')}</Button>
      </div>
    </section>
  )
}
