import { matchesQuery } from '@samtavle/shared/text-search'
import { useQuery } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleQuery, useMe } from '../../queries.ts'
import { QueryFailure } from '../../query-failure.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Skeleton } from '../../ui/spinner.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { OpenInvitations } from './open-invitations.tsx'
import styles from './people-page.module.css'

/** Everybody in the organisation, and the invitations that wait; for those who may invite. */
export function PeoplePage() {
  const { t } = useTranslation('people')
  const people = useQuery(peopleQuery)
  const [inviting, setInviting] = useState(false)
  return (
    <Page
      title={t('title')}
      intro={people.data ? t('intro', { count: people.data.length }) : t('introPlain')}
      action={
        <Button variant="primary" icon={<UserPlus size={20} aria-hidden />} onClick={() => setInviting(true)}>
          {t('invite')}
        </Button>
      }
    >
      <div className={styles.columns}>
        <Everybody />
        <OpenInvitations />
      </div>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Page>
  )
}

function Everybody() {
  const { t } = useTranslation(['people', 'common'])
  const me = useMe()
  const people = useQuery(peopleQuery)
  const [query, setQuery] = useState('')
  const hits = (people.data ?? []).filter((person) => matchesQuery(query, [person.name]))
  return (
    <section aria-labelledby="everybody">
      <div className={styles.head}>
        <h2 id="everybody">{t('everybody')}</h2>
        <SearchField className={styles.search ?? ''} label={t('search')} value={query} onChange={setQuery} />
      </div>
      {people.isPending && <Skeleton />}
      {people.isError && <QueryFailure query={people}>{t('loadFailed')}</QueryFailure>}
      {people.isSuccess && hits.length === 0 && (
        <p className={styles.nothing} role="status">
          {t('noHits')}
        </p>
      )}
      {hits.length > 0 && (
        <ul className={styles.list}>
          {hits.map((person) => (
            <li key={person.id} className={styles.person}>
              <Avatar name={person.name} colour={person.colour} />
              <span className={styles.name}>{person.id === me.id ? t('you', { name: person.name }) : person.name}</span>
              <span className={styles.quiet}>{t(`common:role_${person.role}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
