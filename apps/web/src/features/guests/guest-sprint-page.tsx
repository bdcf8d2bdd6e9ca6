import type { SprintPage } from '@samtavle/shared/share-link-api'
import { useMutation, useQuery } from '@tanstack/react-query'
import { LogOut } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api-client.ts'
import { dayWords, spanWords } from '../../i18n/date-words.ts'
import { shownLocale } from '../../i18n/i18n.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { useMoment } from '../../i18n/use-moment.ts'
import { QueryFailure } from '../../query-failure.tsx'
import { Button, ButtonLook } from '../../ui/button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { useToast } from '../../ui/toast.tsx'
import styles from './guest-sprint-page.module.css'
import { guests, sprintPageQuery } from './guests-client.ts'
import { JoinLayout } from './join-layout.tsx'
import { LeaveAsGuest } from './leave-as-guest.tsx'

const ENDED = ['unauthenticated', 'not_found', 'forbidden', 'gone']
const localDate = (iso: string) => new Date(`${iso}T12:00`)

/** A sprint as its guests read it: the challenge, the week and the published snapshots. */
export function GuestSprintPage({ sprintId }: { sprintId: string }) {
  const { t } = useTranslation(['guests', 'common'])
  const page = useQuery(sprintPageQuery(sprintId))
  if (page.error instanceof ApiError && ENDED.includes(page.error.code)) {
    return (
      <JoinLayout title={t('endedTitle')} lead={t('endedSprintText')}>
        <ButtonLook variant="outline">
          <a href="/j">{t('anotherCode')}</a>
        </ButtonLook>
      </JoinLayout>
    )
  }
  if (page.data !== undefined) return <Shown page={page.data} />
  return (
    <JoinLayout title={page.isError ? t('failedTitle') : t('opening')}>
      {page.isError ? <QueryFailure query={page} /> : <Spinner />}
    </JoinLayout>
  )
}

function Shown({ page }: { page: SprintPage }) {
  const { t, i18n } = useTranslation(['guests', 'common'])
  const locale = shownLocale(i18n.language)
  return (
    <div className={styles.page}>
      <header className={styles.hero} data-surface="hero">
        <div className={styles.top}>
          <span className={styles.brand}>
            <Mark />
            {t('common:appName')}
          </span>
          <LeaveAsGuest variant="hero-outline" icon={<LogOut size={20} aria-hidden />} />
        </div>
        <div className={styles.intro}>
          <p className={styles.when}>
            {spanWords(localDate(page.startDate), localDate(page.lastDate), locale)} · {t(`status_${page.status}`)}
          </p>
          <PageHeading title={page.title} className={styles.title} />
          <p className={styles.challenge}>{page.challenge}</p>
        </div>
      </header>
      <main id="main" className={styles.columns}>
        <section aria-labelledby="snapshots">
          <h2 id="snapshots">{t('snapshots')}</h2>
          <Snapshots page={page} />
        </section>
        {page.purpose !== '' && (
          <section aria-labelledby="purpose">
            <h2 id="purpose">{t('purpose')}</h2>
            <p className={styles.voice}>{page.purpose}</p>
          </section>
        )}
        <section aria-labelledby="week">
          <h2 id="week">{t('week')}</h2>
          <ol className={styles.days}>
            {page.days
              .filter((day) => !day.quiet)
              .map((day) => (
                <li key={day.key} aria-current={day.key === page.today ? 'date' : undefined} className={styles.day}>
                  <p className={styles.date}>
                    {dayWords(localDate(day.date), locale)}
                    {day.key === page.today && <span className={styles.today}>{t('today')}</span>}
                  </p>
                  <h3>{day.title}</h3>
                  {day.goal !== '' && <p className={styles.goal}>{day.goal}</p>}
                </li>
              ))}
          </ol>
        </section>
      </main>
    </div>
  )
}

function Snapshots({ page }: { page: SprintPage }) {
  const { t } = useTranslation('guests')
  const toast = useToast()
  const failureText = useFailureText()
  const moment = useMoment()
  const open = useMutation({
    mutationFn: (id: string) => guests.openSnapshot(page.id, id),
    onSuccess: ({ to }) => window.location.assign(to),
    onError: (failure) => toast.show({ text: failureText(failure), tone: 'error' }),
  })
  if (page.snapshots.length === 0) return <p className={styles.quiet}>{t('noSnapshots')}</p>
  return (
    <ul className={styles.snapshots}>
      {page.snapshots.map((snapshot) => (
        <li key={snapshot.id} className={styles.snapshot}>
          <div>
            <h3>{t('snapshotNumber', { number: snapshot.number, title: snapshot.title })}</h3>
            <p className={styles.quiet}>{moment(snapshot.publishedAt)}</p>
          </div>
          <Button
            aria-label={t('readNamed', { title: snapshot.title })}
            busy={open.isPending && open.variables === snapshot.id}
            onClick={() => open.mutate(snapshot.id)}
          >
            {t('read')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
