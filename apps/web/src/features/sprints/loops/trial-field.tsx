import type { LearningLoop } from '@samtavle/shared/loop-api'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api-client.ts'
import { Select } from '../../../ui/field.tsx'

type Trial = LearningLoop['trial']
const keyOf = (trial: Trial) => (trial === null ? '' : `${trial.boardId} ${trial.shape}`)

type TrialFieldProps = { sprint: Pick<Sprint, 'id'>; value: Trial; onChange: (value: Trial) => void }

/** The trial action that a loop goes on learning from; nothing in a sprint without any. */
export function TrialField({ sprint, value, onChange }: TrialFieldProps) {
  const { t } = useTranslation(['received', 'trials'])
  const found = useQuery({
    queryKey: ['trials', { sprint: sprint.id }],
    queryFn: ({ signal }) => api.trials({ sprint: sprint.id }, signal),
  })
  const trials = found.data?.trials ?? []
  if (trials.length === 0) return null
  const isListed = value === null || trials.some((trial) => keyOf(trial) === keyOf(value))
  return (
    <Select
      label={t('trial')}
      hint={t('trialHint')}
      value={keyOf(value)}
      onChange={(key) => {
        const chosen = trials.find((trial) => keyOf(trial) === key)
        if (chosen !== undefined) onChange({ boardId: chosen.boardId, shape: chosen.shape })
        else if (key === '') onChange(null)
      }}
      options={[
        { value: '', label: t('noTrial') },
        ...(isListed ? [] : [{ value: keyOf(value), label: t('otherTrial') }]),
        ...trials.map((trial) => ({
          value: keyOf(trial),
          label: trial.title === '' ? t('trials:unnamed') : trial.title,
        })),
      ]}
    />
  )
}
