import type { ProgrammeSummary } from '@samtavle/shared/sprint-api'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../../i18n/i18n.ts'
import { ChoiceCards } from '../../ui/choice-cards.tsx'
import { Notice } from '../../ui/notice.tsx'

type ProgrammeChoiceProps = {
  programmes: readonly ProgrammeSummary[]
  value: ProgrammeSummary
  onChange: (programmeId: string) => void
}

/** The programmes as cards, and what is good to know before taking the chosen one. */
export function ProgrammeChoice({ programmes, value, onChange }: ProgrammeChoiceProps) {
  const { t, i18n } = useTranslation('sprints')
  const locale = shownLocale(i18n.language)
  const extent = useExtentWords()
  return (
    <>
      <ChoiceCards
        label={t('programme')}
        hideLabel
        grid
        value={value.id}
        onChange={onChange}
        options={programmes.map((programme) => ({
          value: programme.id,
          label: programme.name[locale],
          hint: programme.purpose[locale],
          note: extent(programme),
        }))}
      />
      <div aria-live="polite">
        {value.warning !== null && (
          <Notice tone="info">
            <strong>{t('goodToKnow')}:</strong> {value.warning[locale]}
          </Notice>
        )}
      </div>
    </>
  )
}

/** »6 arbejdsdage på 8 dage · 23 tavler«: how long a programme takes, and what it makes. */
export function useExtentWords(): (programme: Pick<ProgrammeSummary, 'boards' | 'duration'>) => string {
  const { t, i18n } = useTranslation('sprints')
  const locale = shownLocale(i18n.language)
  return ({ boards, duration }) => {
    const made = boards.length === 0 ? t('noBoards') : t('boards', { count: boards.length })
    return `${duration[locale]} · ${made}`
  }
}
