import type { TemplateSummary } from '@samtavle/shared/api'
import { SlidersHorizontal } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Select } from '../../ui/field.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import {
  countFilters,
  HALF_A_DAY,
  PHASES,
  readTemplateFilter,
  SIZES,
  type TemplateFilter,
  TIMES,
  TOOL_TYPES,
} from './template-filter.ts'
import styles from './template-filters.module.css'

type TemplateFiltersProps = {
  templates: readonly TemplateSummary[]
  filter: TemplateFilter
  /** What is typed in the search field. */
  words: string
  onWords: (words: string) => void
  onFilter: (filter: TemplateFilter) => void
}

/** Search, and the choices that narrow the gallery. Where there is no room for these they wait behind a button. */
export function TemplateFilters({ templates, filter, words, onWords, onFilter }: TemplateFiltersProps) {
  const { t } = useTranslation(['templates', 'common'])
  const [open, setOpen] = useState(false)
  const panel = useId()
  const active = countFilters(filter)
  // A choice is read as an address is: *any* stands for nothing there.
  const choose = (choice: Partial<Record<keyof TemplateFilter, string>>) =>
    onFilter(readTemplateFilter({ ...filter, ...choice }))
  const inWords = (minutes: number) => (minutes === HALF_A_DAY ? t('halfADay') : t('minutes', { count: minutes }))
  return (
    <search className={styles.tools}>
      <SearchField className={styles.search ?? ''} label={t('search')} value={words} onChange={onWords} />
      <Button
        className={styles.fold ?? ''}
        icon={<SlidersHorizontal size={18} aria-hidden />}
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        {active === 0 ? t('filters') : t('filtersActive', { count: active })}
      </Button>
      <div id={panel} className={classNames(styles.panel, !open && styles.folded)}>
        <Segmented
          label={t('phase')}
          value={filter.phase ?? 'any'}
          onChange={(phase) => choose({ phase })}
          options={[
            { value: 'any', label: t('allPhases', { count: templates.length }) },
            ...PHASES.map((phase) => ({ value: phase, label: t(`common:phase_${phase}`) })),
          ]}
        />
        <div className={styles.selects}>
          <Select
            className={styles.type}
            label={t('toolType')}
            size="md"
            hint={t('typesExplained')}
            value={filter.type ?? 'any'}
            onChange={(type) => choose({ type })}
            options={[
              { value: 'any', label: t('allTypes') },
              ...TOOL_TYPES.map((type) => ({ value: type, label: t(`type_${type}`) })),
            ]}
          />
          <Select
            className={styles.select}
            label={t('timeToSpend')}
            size="md"
            value={String(filter.time ?? 'any')}
            onChange={(time) => choose({ time })}
            options={[
              { value: 'any', label: t('anyTime') },
              ...TIMES.map((minutes) => ({ value: String(minutes), label: inWords(minutes) })),
            ]}
          />
          <Select
            className={styles.select}
            label={t('groupSize')}
            size="md"
            value={filter.people ?? 'any'}
            onChange={(people) => choose({ people })}
            options={[
              { value: 'any', label: t('anySize') },
              ...SIZES.map((size) => ({ value: size, label: t(`size_${size}`) })),
            ]}
          />
        </div>
      </div>
    </search>
  )
}
