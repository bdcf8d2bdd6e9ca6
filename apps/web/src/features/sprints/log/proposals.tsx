import type { LogProposal, SprintLog } from '@samtavle/shared/sprint-log-api'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { FromTo } from './from-to.tsx'
import { type LineDraft, lineOf } from './line-draft.ts'
import { logApi } from './log-client.ts'
import styles from './log-page.module.css'
import { useLogPress } from './use-log-change.ts'

type ProposalsProps = { sprintId: string; log: SprintLog; onWrite: (draft: LineDraft) => void }

/** Lines that the product proposes: a person adds them to the log, or not now. */
export function Proposals({ sprintId, log, onWrite }: ProposalsProps) {
  const { t } = useTranslation('log')
  const heading = useId()
  if (log.proposals.length === 0) return null
  return (
    <section aria-labelledby={heading} className={styles.proposals}>
      <h2 id={heading}>{t('proposals')}</h2>
      <p className={styles.quiet}>{t('proposalsText')}</p>
      <ul className={styles.list}>
        {log.proposals.map((proposal) => (
          <Proposal
            key={proposal.id}
            sprintId={sprintId}
            proposal={proposal}
            onAdd={() => onWrite(lineOf(proposal, log.purposes))}
          />
        ))}
      </ul>
    </section>
  )
}

function Proposal({ sprintId, proposal, onAdd }: { sprintId: string; proposal: LogProposal; onAdd: () => void }) {
  const { t } = useTranslation(['log', 'common'])
  const back = useLogPress(
    sprintId,
    () => logApi.proposeAgain(sprintId, proposal.id),
    () => undefined,
  )
  const aside = useLogPress(
    sprintId,
    () => logApi.setAside(sprintId, proposal.id),
    () => ({
      text: t('setAside'),
      action: { label: t('common:undo'), onSelect: () => back.press(undefined) },
    }),
  )
  const what = t(`type_${proposal.type}`)
  return (
    <li className={styles.proposal}>
      <div className={styles.proposalWords}>
        <strong>{what}</strong>
        <FromTo from={proposal.from} to={proposal.to} />
      </div>
      <div className={styles.buttons}>
        <Button aria-label={t('addToLogNamed', { what })} onClick={onAdd}>
          {t('addToLog')}
        </Button>
        <Button
          variant="quiet"
          aria-label={t('notNowNamed', { what })}
          busy={aside.isPending}
          onClick={() => aside.press(undefined)}
        >
          {t('notNow')}
        </Button>
      </div>
    </li>
  )
}
