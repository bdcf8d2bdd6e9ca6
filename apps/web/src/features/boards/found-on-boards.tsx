import type { BoardState } from '@samtavle/shared/access'
import type { SearchResponse } from '@samtavle/shared/api'
import { NOTE_ROLE_LOOK } from '@samtavle/shared/note-role'
import { markHits } from '@samtavle/shared/text-search'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../../i18n/i18n.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { searchQuery } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useLate } from '../../ui/use-late.ts'
import styles from './found-on-boards.module.css'

/** So long after the last letter the server is asked, in ms. */
const TYPING_MS = 250
const SHORTEST = 2
const LONGEST = 100

type FoundBoard = SearchResponse['boards'][number]

/** What is written on one's boards: where the words of the search stand, and the way there. */
export function FoundOnBoards({ query, show }: { query: string; show: BoardState }) {
  const { t } = useTranslation('boards')
  const failureText = useFailureText()
  const words = useSettled(query.slice(0, LONGEST), TYPING_MS)
  const enabled = words.length >= SHORTEST && query !== ''
  const { data, error, isError, isFetching, isPlaceholderData, refetch } = useQuery({ ...searchQuery(words), enabled })
  const late = useLate(enabled && isFetching)
  if (query === '') return null
  // A name that stands in the list above is not said twice.
  const boards = (data?.boards ?? []).filter(({ count, state }) => count > 0 || state !== show)
  const said = (): string => {
    if (query.length < SHORTEST) return t('onBoardsShort')
    if (late) return t('onBoardsSearching')
    if (data === undefined || isPlaceholderData) return ''
    return boards.length === 0 ? t('onBoardsNone', { query: words }) : t('onBoardsFound', { count: boards.length })
  }
  return (
    <section className={styles.found} aria-label={t('onBoards')} aria-busy={isFetching}>
      <h2 className={styles.title}>{t('onBoards')}</h2>
      {isError ? (
        <Notice
          tone="error"
          action={
            <Button size="sm" onClick={() => void refetch()}>
              {t('onBoardsAgain')}
            </Button>
          }
        >
          {t('onBoardsFailed')} {failureText(error)}
        </Notice>
      ) : (
        <p role="status" className={styles.said}>
          {said()}
        </p>
      )}
      {!isError && query.length >= SHORTEST && boards.length > 0 && (
        <ul className={styles.boards}>
          {boards.map((board) => (
            <BoardHits key={board.id} board={board} query={words} />
          ))}
        </ul>
      )}
      {!isError && data?.more === true && <p className={styles.said}>{t('onBoardsTooMany')}</p>}
      {!isError && data?.behind === true && <p className={styles.said}>{t('onBoardsBehind')}</p>}
    </section>
  )
}

function BoardHits({ board, query }: { board: FoundBoard; query: string }) {
  const { t, i18n } = useTranslation('boards')
  const locale = shownLocale(i18n.language)
  const more = board.count - board.hits.length
  const params = { boardId: board.id }
  return (
    <li className={styles.board}>
      <h3 className={styles.name}>
        <Link to="/boards/$boardId" params={params} className={styles.nameLink}>
          <Marked query={query} text={board.title} />
        </Link>
      </h3>
      <p className={styles.meta}>
        {[
          board.state === 'archived' ? t('stateArchivedOne') : '',
          board.count > 0 ? t('onBoardPlaces', { count: board.count }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ul className={styles.hits}>
        {board.hits.map(({ shape, section, role, text }) => (
          <li key={shape}>
            <Link to="/boards/$boardId" params={params} search={{ find: query, at: shape }} className={styles.hit}>
              <span className={styles.text}>
                <Marked query={query} text={text} />
              </span>
              <span className={styles.meta}>
                {[section, role === null ? '' : NOTE_ROLE_LOOK[role].name[locale]].filter(Boolean).join(' · ')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Link to="/boards/$boardId" params={params} search={{ find: query }} className={styles.more}>
          {t('onBoardMore', { count: more })}
        </Link>
      )}
    </li>
  )
}

function Marked({ query, text }: { query: string; text: string }) {
  let at = 0
  return (
    <>
      {markHits(query, text).map((part) => {
        const key = at
        at += part.text.length
        return part.hit ? <mark key={key}>{part.text}</mark> : <span key={key}>{part.text}</span>
      })}
    </>
  )
}

/** The value once it has not changed for a while. */
function useSettled(value: string, ms: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
