import type { EvidenceNode } from '@samtavle/shared/evidence-api'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../ui/class-names.ts'
import { type ShownStep, stepOfNode, type TiedNote } from './chain-steps.ts'
import { NoteLink } from './note-link.tsx'
import styles from './sprint-evidence.module.css'

/** Letters of a note where another one names it. */
const SHORT = 48

type StepSectionProps = {
  step: ShownStep
  notes: readonly TiedNote[]
  /** Boards are still being read: a note that nobody has found yet is perhaps not deleted. */
  behind: boolean
}

/** One step of the chains: its notes, each with what it builds on and what it led to. */
export function StepSection({ step, notes, behind }: StepSectionProps) {
  const { t } = useTranslation('sprintEvidence')
  const heading = useId()
  return (
    <section aria-labelledby={heading} className={styles.section}>
      <h2 id={heading}>
        {notes.length === 0 ? t(`step_${step}`) : t('stepHead', { step: t(`step_${step}`), count: notes.length })}
      </h2>
      {notes.length === 0 ? (
        <p className={styles.text}>{t('noneInStep')}</p>
      ) : (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <Note key={note.trace} note={note} behind={behind} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Note({ note, behind }: { note: TiedNote; behind: boolean }) {
  const { t } = useTranslation(['sprintEvidence', 'vote'])
  const { trace, state, section, places, votes, buildsOn, leadsTo } = note
  const words = places[0]?.words
  const gone = section === '' ? t('gone') : t('goneIn', { section })
  const missing = behind ? t('notRead') : gone
  return (
    <li className={classNames(styles.note, state === 'gone' && styles.gap)} data-state={state}>
      <div className={styles.said}>
        {words === undefined ? <p className={styles.meta}>{missing}</p> : <p className={styles.words}>{words}</p>}
        {votes !== null && <p className={styles.meta}>{t('vote:votes', { count: votes })}</p>}
        {places.length > 0 && (
          <ul>
            {places.map((place) => (
              <li key={`${place.boardId} ${place.shape}`}>
                <NoteLink place={place} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className={styles.tied}>
        <Ties
          label={t('buildsOn')}
          notes={buildsOn}
          behind={behind}
          none={note.step === 'quote' ? undefined : t('buildsOnNothing')}
        />
        <Ties
          label={t('leadsTo')}
          notes={leadsTo}
          behind={behind}
          none={note.step === 'learning' ? undefined : t('leadsNowhere')}
        />
        <Link
          to="/evidence/$trace"
          params={{ trace }}
          className={styles.chain}
          aria-label={t('seeChainOf', { words: shortened(words ?? missing) })}
        >
          {t('seeChain')}
        </Link>
      </div>
    </li>
  )
}

type TiesProps = {
  label: string
  notes: readonly EvidenceNode[]
  behind: boolean
  /** What is said where there are none; nothing where none is to be expected. */
  none: string | undefined
}

function Ties({ label, notes, behind, none }: TiesProps) {
  if (notes.length === 0) return none === undefined ? null : <p className={styles.meta}>{none}</p>
  return (
    <div className={styles.ties}>
      <p className={styles.meta}>{label}</p>
      <ul>
        {notes.map((note) => (
          <li key={note.trace}>
            <TiedWords note={note} behind={behind} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function TiedWords({ note, behind }: { note: EvidenceNode; behind: boolean }) {
  const { t } = useTranslation('sprintEvidence')
  const step = t(`step_${stepOfNode(note)}`)
  const words = note.places[0]?.words
  if (note.state === 'hidden') return <>{t('hiddenNote')}</>
  if (words !== undefined) return <>{t('noteIn', { words: shortened(words), step })}</>
  return <>{behind ? t('notReadNote', { step }) : t('goneNote', { step })}</>
}

const shortened = (words: string): string => {
  const line = words.replace(/\s+/g, ' ')
  return line.length > SHORT ? `${line.slice(0, SHORT).trimEnd()} …` : line
}
