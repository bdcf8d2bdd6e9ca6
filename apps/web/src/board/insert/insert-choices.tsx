import type { TemplateSummary } from '@samtavle/shared/api'
import { useTranslation } from 'react-i18next'
import { api, type TemplateChoice } from '../../api-client.ts'
import { shownLocale } from '../../i18n/i18n.ts'
import { LANGUAGES } from '../../i18n/languages.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import { useShownTheme } from '../../ui/use-theme.ts'
import styles from './insert-template.module.css'

type InsertChoicesProps = {
  template: TemplateSummary | null
  choice: TemplateChoice
  onChange: (choice: TemplateChoice) => void
}

/** What of the chosen template is inserted, and a picture of just that. */
export function InsertChoices({ template, choice, onChange }: InsertChoicesProps) {
  const { t, i18n } = useTranslation('templates')
  const theme = useShownTheme()
  const locale = shownLocale(i18n.language)
  if (template === null) return <p className={styles.hint}>{t('insertHint')}</p>
  const short = template.hasShort && choice.short
  const time = (short ? template.shortDuration : template.duration) ?? template.duration
  return (
    <div className={styles.choices}>
      <Thumbnail
        src={api.templatePreview(template.id, { ...choice, short, theme })}
        alt={t('previewOf', { name: template.name[locale] })}
        shape="large"
      />
      <div>
        <h3>{template.name[locale]}</h3>
        <p className={styles.purpose}>{template.purpose[locale]}</p>
        <p className={styles.time}>{time[locale]}</p>
      </div>
      {template.hasShort && (
        <Segmented
          label={t('extent')}
          value={short ? 'short' : 'whole'}
          onChange={(extent) => onChange({ ...choice, short: extent === 'short' })}
          options={[
            { value: 'whole', label: t('whole') },
            { value: 'short', label: t('short') },
          ]}
        />
      )}
      <Checkbox
        label={t('withExamples')}
        hint={t('examplesYesHint')}
        checked={choice.examples}
        onChange={(examples) => onChange({ ...choice, examples })}
      />
      <Select
        label={t('contentLanguage')}
        size="md"
        value={choice.locale}
        onChange={(next) => onChange({ ...choice, locale: shownLocale(next) })}
        options={LANGUAGES}
      />
    </div>
  )
}
