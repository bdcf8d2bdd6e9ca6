import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useMoment } from '../../../i18n/use-moment.ts'
import { sprintLogQuery } from './log-client.ts'
import styles from './purpose-now.module.css'
import { type PurposeChange, purposeChanges } from './purpose-versions.ts'

/** The newest change of a sprint's purpose or plan, and the way to the log; nothing as long as all is as it began. */
export function WhatChanged({ sprintId }: { sprintId: string }) {
  const { t } = useTranslation('log')
  const heading = useId()
  const log = useQuery(sprintLogQuery(sprintId))
  const change = purposeChanges(log.data?.purposes ?? [])[0]
  if (change === undefined) return null
  return (
    <section aria-labelledby={heading} className={styles.section}>
      <h2 id={heading} className={styles.heading}>
        {t('hasChanged')}
      </h2>
      <ChangeWords change={change} />
      <Link to="/sprints/$sprintId/log" params={{ sprintId }} className={styles.more}>
        {t('seeLog')}
        <ChevronRight size={16} aria-hidden />
      </Link>
    </section>
  )
}

/** From, struck through, and to, of what changed: the purpose, or with the same purpose the plan. */
export function ChangeWords({ change: { before, after } }: { change: PurposeChange }) {
  const { t } = useTranslation('log')
  const moment = useMoment()
  const what = before.purpose === after.purpose ? 'plan' : 'purpose'
  return (
    <>
      <p className={styles.quiet}>{t('whatWhen', { what: t(`type_${what}`), when: moment(after.at) })}</p>
      {before[what] !== '' && (
        <p className={styles.before}>
          <span className="visually-hidden">{t('from')}: </span>
          <s>{before[what]}</s>
        </p>
      )}
      <p className={styles.after}>
        <span aria-hidden>→ </span>
        <span className="visually-hidden">{t('to')}: </span>
        {after[what] === '' ? t('nothing') : after[what]}
      </p>
      {after.why !== '' && <p className={styles.why}>{after.why}</p>}
    </>
  )
}
