import type { TemplateSummary } from '@samtavle/shared/api'
import { matchesQuery } from '@samtavle/shared/text-search'
import { RadioGroup } from 'radix-ui'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { shownLocale } from '../../i18n/i18n.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import { useArrowChoice } from '../../ui/use-arrow-choice.ts'
import { useShownTheme } from '../../ui/use-theme.ts'
import styles from './insert-template.module.css'

type TemplateListProps = {
  templates: readonly TemplateSummary[]
  chosen: TemplateSummary | null
  onChoose: (template: TemplateSummary) => void
  error: string | undefined
}

/** Every template with a small picture, searched by name, purpose and use; arrow keys choose. */
export function TemplateList({ templates, chosen, onChoose, error }: TemplateListProps) {
  const { t, i18n } = useTranslation('templates')
  const theme = useShownTheme()
  const locale = shownLocale(i18n.language)
  const errorId = useId()
  const [query, setQuery] = useState('')
  const hits = templates.filter(({ number, name, purpose, when }) =>
    matchesQuery(query, [number, name[locale], purpose[locale], when[locale]]),
  )
  const choose = (id: string) => {
    const template = templates.find((one) => one.id === id)
    if (template !== undefined) onChoose(template)
  }
  const arrows = useArrowChoice(choose)
  return (
    <div className={styles.choose}>
      <SearchField label={t('search')} value={query} onChange={setQuery} />
      {error !== undefined && (
        <p id={errorId} className={styles.error} role="alert">
          <span aria-hidden>✕</span> {error}
        </p>
      )}
      <p role="status" className={hits.length === 0 ? styles.none : 'visually-hidden'}>
        {hits.length === 0 ? t('noHitsTitle') : t('hits', { count: hits.length })}
      </p>
      {hits.length > 0 && (
        <RadioGroup.Root
          className={styles.list}
          aria-label={t('title')}
          aria-describedby={error === undefined ? undefined : errorId}
          value={chosen?.id ?? ''}
          onValueChange={choose}
          {...arrows.group}
        >
          {hits.map((template) => (
            <RadioGroup.Item
              key={template.id}
              value={template.id}
              className={styles.item}
              {...arrows.item(template.id)}
            >
              <Thumbnail
                src={api.templatePreview(template.id, { locale, theme, examples: true, short: false })}
                shape="row"
              />
              <span>
                <span className={styles.name}>{template.name[locale]}</span>
                <span className={styles.time}>{template.duration[locale]}</span>
              </span>
            </RadioGroup.Item>
          ))}
        </RadioGroup.Root>
      )}
    </div>
  )
}
