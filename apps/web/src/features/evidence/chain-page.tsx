import type { EvidenceChain, EvidenceNode } from '@samtavle/shared/evidence-api'
import { NOTE_ROLE_LOOK } from '@samtavle/shared/note-role'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, api } from '../../api-client.ts'
import { shownLocale } from '../../i18n/i18n.ts'
import { QueryFailure } from '../../query-failure.tsx'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/spinner.tsx'
import styles from './chain-page.module.css'

/** Letters of a note that the board is asked to find. */
const FIND_LENGTH = 60

/** Everything that a note builds on and everything that builds on it, each on the board where it lies. */
export function ChainPage({ trace }: { trace: string }) {
  const { t } = useTranslation('evidence')
  const chain = useQuery({
    queryKey: ['evidence', trace],
    queryFn: ({ signal }) => api.evidenceChain(trace, signal),
    retry: false,
  })
  if (chain.isError && chain.error instanceof ApiError && chain.error.code === 'not_found') {
    return (
      <Page title={t('chainMissing')} narrow>
        <EmptyState
          title={t('chainMissingText')}
          action={
            <Link to="/" className={styles.place}>
              {t('home')}
            </Link>
          }
        />
      </Page>
    )
  }
  return (
    <Page title={t('chain')} intro={t('chainIntro')} narrow>
      {chain.isPending && <Skeleton />}
      {chain.isError && <QueryFailure query={chain} />}
      {chain.data && <Chain chain={chain.data} from={trace} />}
    </Page>
  )
}

function Chain({ chain, from }: { chain: EvidenceChain; from: string }) {
  const { t } = useTranslation('evidence')
  const numberOf = new Map(chain.nodes.map(({ trace }, i): [string, number] => [trace, i + 1]))
  const numbers = (traces: readonly string[]) =>
    traces.flatMap((trace) => numberOf.get(trace) ?? []).sort((a, b) => a - b)
  return (
    <>
      {chain.links.length === 0 && <Notice tone="info">{t('chainEmpty')}</Notice>}
      <ol className={styles.chain}>
        {chain.nodes.map((node) => (
          <ChainNode
            key={node.trace}
            node={node}
            number={numberOf.get(node.trace) ?? 0}
            isHere={node.trace === from}
            buildsOn={numbers(chain.links.filter(({ to }) => to === node.trace).map((link) => link.from))}
            leadsTo={numbers(chain.links.filter((link) => link.from === node.trace).map(({ to }) => to))}
          />
        ))}
      </ol>
      {chain.more && <p className={styles.meta}>{t('chainMore')}</p>}
    </>
  )
}

type NodeProps = { node: EvidenceNode; number: number; isHere: boolean; buildsOn: number[]; leadsTo: number[] }

function ChainNode({ node, number, isHere, buildsOn, leadsTo }: NodeProps) {
  const { t, i18n } = useTranslation(['evidence', 'vote'])
  const { role, state, places, section, votes } = node
  const locale = shownLocale(i18n.language)
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isHere) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isHere])
  const [first] = places
  return (
    <li
      ref={item}
      id={`link-${number}`}
      className={classNames(styles.node, state !== 'here' && styles.gap, isHere && styles.here)}
      {...(isHere && { 'aria-current': true })}
      data-state={state}
    >
      <p className={styles.head}>
        <span className={styles.number}>{t('step', { number })}</span>
        {role !== null && (
          <span
            className={styles.role}
            style={{
              background: `var(--note-${role}-fill)`,
              color: `var(--note-${role}-text)`,
              borderColor: `var(--note-${role}-edge)`,
            }}
          >
            {NOTE_ROLE_LOOK[role].name[locale]}
          </span>
        )}
        {votes !== null && <span className={styles.votes}>{t('vote:votes', { count: votes })}</span>}
        {isHere && <span className={styles.meta}>{t('here')}</span>}
      </p>
      {state === 'here' && first !== undefined && <p className={styles.words}>{first.words}</p>}
      {state !== 'here' && <p className={styles.missing}>{t(state)}</p>}
      {state === 'gone' && section !== '' && <p className={styles.meta}>{section}</p>}
      {places.length > 0 && (
        <ul className={styles.places}>
          {places.map(({ boardId, board, shape, section: where, words }) => (
            <li key={`${boardId} ${shape}`}>
              <Link
                to="/boards/$boardId"
                params={{ boardId }}
                search={{ find: words.slice(0, FIND_LENGTH), at: shape }}
                className={styles.place}
              >
                {where === '' ? board : t('onBoard', { board, section: where })}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Ways label={t('buildsOn')} numbers={buildsOn} />
      <Ways label={t('leadsTo')} numbers={leadsTo} />
    </li>
  )
}

function Ways({ label, numbers }: { label: string; numbers: number[] }) {
  const { t } = useTranslation('evidence')
  if (numbers.length === 0) return null
  return (
    <p className={styles.ways}>
      {label}:{' '}
      {numbers.map((number, i) => (
        <span key={number}>
          {i > 0 && ', '}
          <a href={`#link-${number}`}>{t('step', { number })}</a>
        </span>
      ))}
    </p>
  )
}
