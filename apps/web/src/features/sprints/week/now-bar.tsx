import type { AgendaDay } from '@samtavle/shared/agenda'
import { placedBlocks } from '@samtavle/shared/agenda-times'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api-client.ts'
import { minuteWords } from '../../../i18n/date-words.ts'
import { shownLocale } from '../../../i18n/i18n.ts'
import { useFailureText } from '../../../i18n/use-failure-text.ts'
import { sprintQuery } from '../../../queries.ts'
import { Button } from '../../../ui/button.tsx'
import { Menu, MenuItem } from '../../../ui/menu.tsx'
import { useToast } from '../../../ui/toast.tsx'
import styles from './now-bar.module.css'
import { paceWords } from './running-block.ts'
import type { SprintClock } from './use-sprint-clock.ts'

type NowBarProps = { sprint: Sprint; day: AgendaDay; clock: SprintClock }

/** How the day keeps to its plan, in words, for everybody; and for who leads it the way to the next block. */
export function NowBar({ sprint, day, clock }: NowBarProps) {
  const { t } = useTranslation('week')
  const { running } = clock
  const pace = running?.behind == null ? null : paceWords(running.behind)
  const steers = sprint.may.run && day.lastDate === null && day.blocks.length > 0
  if (pace === null && !steers) return null
  return (
    <div className={styles.bar}>
      <p className={styles.pace} role="status">
        {pace !== null && t(`pace_${pace.key}`, { count: pace.count })}
      </p>
      {steers && <Steering sprint={sprint} day={day} clock={clock} />}
    </div>
  )
}

function Steering({ sprint, day, clock: { running } }: NowBarProps) {
  const { t, i18n } = useTranslation('week')
  const locale = shownLocale(i18n.language)
  const begin = useBeginBlock(sprint)
  const placed = placedBlocks(day)
  const at = placed.findIndex(({ block }) => block.id === running?.block)
  const here = placed[at]?.block
  const next = placed[at + 1]?.block
  const isSaid = running != null && running.behind !== null
  return (
    <div className={styles.buttons}>
      {!isSaid && here !== undefined && (
        <Button size="sm" onClick={() => begin.mutate(here.id)}>
          {t('weAreHere')}
          <span className="visually-hidden">: {here.title}</span>
        </Button>
      )}
      {isSaid && (
        <Button size="sm" onClick={() => begin.mutate(next?.id ?? null)}>
          {next === undefined ? t('endDay') : t('nextBlock')}
          {next !== undefined && <span className="visually-hidden">: {next.title}</span>}
        </Button>
      )}
      <Menu
        trigger={
          <Button size="sm" variant="quiet" iconAfter={<ChevronDown size={16} aria-hidden />}>
            {t('otherBlock')}
          </Button>
        }
      >
        {placed.map(({ block, start }, i) => (
          <MenuItem key={block.id} disabled={isSaid && i === at} onSelect={() => begin.mutate(block.id)}>
            {minuteWords(start, locale)} {block.title}
          </MenuItem>
        ))}
      </Menu>
    </div>
  )
}

/** Says which block the team begins now; shown at once, and taken back when the server did not hear of it. */
function useBeginBlock(sprint: Sprint) {
  const { t } = useTranslation('week')
  const client = useQueryClient()
  const toast = useToast()
  const failureText = useFailureText()
  const { queryKey } = sprintQuery(sprint.id)
  return useMutation({
    mutationFn: (block: string | null) => api.putNow(sprint.id, { block }),
    onMutate: async (block) => {
      await client.cancelQueries({ queryKey })
      const now = block === null ? null : { block, since: new Date().toISOString() }
      client.setQueryData(queryKey, (known) => known && { ...known, now })
    },
    onError: (failure) => toast.show({ tone: 'error', text: `${t('nowFailed')} ${failureText(failure)}` }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  })
}
