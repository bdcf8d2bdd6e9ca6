import type { SnapshotContent } from '@samtavle/shared/snapshot-content'
import {
  type SnapshotComparison as Compared,
  countDifferences,
  type SectionDifferences,
  type SnapshotDifference,
  snapshotDifferences,
} from '@samtavle/shared/snapshot-differences'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './snapshot-comparison.module.css'

const KINDS = ['added', 'changed', 'removed'] as const
const SIGNS = { added: '+', changed: '↻', removed: '−' } as const
type Side = 'before' | 'after'

type ComparedSide = { content: SnapshotContent; number: number }

type SnapshotComparisonProps = Record<Side, ComparedSide> & {
  /** Leads to an item, or a section by its place, on one of the pages beside. */
  onShow(side: Side, key: string | null, section: number): void
}

/** What differs between two snapshots in words, section by section, with ways to each place on both pages. */
export function SnapshotComparison({ before, after, onShow }: SnapshotComparisonProps) {
  const { t } = useTranslation('snapshotComparison')
  const compared = useMemo(() => snapshotDifferences(before.content, after.content), [before.content, after.content])
  const count = countDifferences(compared)
  const isSame = compared.purpose === null && compared.sections.length === 0
  const numbers = { before: before.number, after: after.number }
  return (
    <section className={styles.differences} aria-labelledby="snapshot-differences">
      <h2 id="snapshot-differences" className={styles.title}>
        {t('title', numbers)}
      </h2>
      {isSame ? (
        <p>{t('same')}</p>
      ) : (
        <>
          <p className={styles.count}>
            {KINDS.filter((kind) => count[kind] > 0)
              .map((kind) => t(`count_${kind}`, { count: count[kind] }))
              .join(' · ')}
          </p>
          <p className={styles.quiet}>{t('meaning', numbers)}</p>
        </>
      )}
      {compared.purpose !== null && <ChangedPurpose purpose={compared.purpose} />}
      {compared.sections.map((section) => (
        <ChangedSection key={section.key} section={section} numbers={numbers} onShow={onShow} />
      ))}
    </section>
  )
}

function ChangedPurpose({ purpose: { before, after, why } }: { purpose: NonNullable<Compared['purpose']> }) {
  const { t } = useTranslation('snapshotComparison')
  return (
    <div>
      <h3>{t('purpose')}</h3>
      <dl className={styles.purpose}>
        {before !== '' && (
          <div>
            <dt>{t('from')}</dt>
            <dd>{before}</dd>
          </div>
        )}
        <div>
          <dt>{t('to')}</dt>
          <dd>
            <strong>{after}</strong>
          </dd>
        </div>
        {why !== '' && (
          <div>
            <dt>{t('because')}</dt>
            <dd>{why}</dd>
          </div>
        )}
      </dl>
    </div>
  )
}

type ChangedSectionProps = Pick<SnapshotComparisonProps, 'onShow'> & {
  section: SectionDifferences
  numbers: Record<Side, number>
}

function ChangedSection({ section, numbers, onShow }: ChangedSectionProps) {
  const { t } = useTranslation('snapshotComparison')
  const { places, board, differences } = section
  const title = section.title === '' ? board : section.title
  const only = places.before === null ? 'after' : places.after === null ? 'before' : null
  return (
    <div>
      <h3>{title}</h3>
      {board !== title && <p className={styles.quiet}>{board}</p>}
      {only !== null && (
        <p>
          {t('onlyIn', { number: numbers[only] })}{' '}
          <ShowOn side={only} about={title} numbers={numbers} onPress={() => onShow(only, null, places[only] ?? 0)} />
        </p>
      )}
      {differences.length > 0 && (
        <ul className={styles.list}>
          {differences.map((difference) => (
            <Difference
              key={`${difference.kind} ${difference.key}`}
              difference={difference}
              numbers={numbers}
              onShow={(side) => onShow(side, difference.key, places[side] ?? 0)}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

type DifferenceProps = {
  difference: SnapshotDifference
  numbers: Record<Side, number>
  onShow(side: Side): void
}

function Difference({ difference: { kind, before, after }, numbers, onShow }: DifferenceProps) {
  const { t } = useTranslation('snapshotComparison')
  const sides: Side[] = kind === 'added' ? ['after'] : kind === 'removed' ? ['before'] : ['before', 'after']
  const words = (text: string) => (text === '' ? t('wordless') : text)
  return (
    <li className={styles.difference} data-kind={kind}>
      <strong className={styles.kind}>
        <span aria-hidden="true">{SIGNS[kind]}</span> {t(`kind_${kind}`)}
      </strong>
      {kind !== 'added' && <del>{words(before)}</del>}
      {kind !== 'removed' && <ins>{words(after)}</ins>}
      <span className={styles.ways}>
        {sides.map((side) => (
          <ShowOn
            key={side}
            side={side}
            about={side === 'before' ? before : after}
            numbers={numbers}
            onPress={() => onShow(side)}
          />
        ))}
      </span>
    </li>
  )
}

type ShowOnProps = { side: Side; about: string; numbers: Record<Side, number>; onPress(): void }

function ShowOn({ side, about, numbers, onPress }: ShowOnProps) {
  const { t } = useTranslation('snapshotComparison')
  const number = numbers[side]
  return (
    <button type="button" className={styles.way} aria-label={t('showNamed', { number, about })} onClick={onPress}>
      {t('show', { number })}
    </button>
  )
}
