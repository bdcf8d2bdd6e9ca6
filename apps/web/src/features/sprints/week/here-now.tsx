import type { Sprint } from '@samtavle/shared/sprint-api'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../../ui/avatar.tsx'
import styles from './here-now.module.css'
import { peopleHere } from './people-here.ts'

/** Who is on which board now; nothing while nobody is. */
export function HereNow({ sprint }: { sprint: Sprint }) {
  const { t } = useTranslation('week')
  const people = peopleHere(sprint.boards)
  if (people.length === 0) return null
  return (
    <section aria-labelledby="here-now">
      <h2 id="here-now" className={styles.heading}>
        {t('hereTitle')}
      </h2>
      <ul>
        {people.map((person) => (
          <li key={person.id} className={styles.person}>
            <Avatar name={person.name} colour={person.colour} />
            <div className={styles.words}>
              <p className={styles.name}>{person.name}</p>
              <p className={styles.boards}>
                {person.boards.map((board, i) => (
                  <Fragment key={board.id}>
                    {i > 0 && ', '}
                    <Link to="/boards/$boardId" params={{ boardId: board.id }}>
                      {board.title}
                    </Link>
                  </Fragment>
                ))}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
