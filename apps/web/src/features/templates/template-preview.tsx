import type { TemplateSummary } from '@samtavle/shared/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { shownLocale } from '../../i18n/i18n.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import { useShownTheme } from '../../ui/use-theme.ts'
import styles from './template-page.module.css'

/** The board that a template makes: with examples or without, whole or short. On paper it is light. */
export function TemplatePreview({ template }: { template: TemplateSummary }) {
  const { t, i18n } = useTranslation('templates')
  const theme = useShownTheme()
  const locale = shownLocale(i18n.language)
  const [examples, setExamples] = useState<'yes' | 'no'>('yes')
  const [extent, setExtent] = useState<'whole' | 'short'>('whole')
  const alt = t('previewOf', { name: template.name[locale] })
  const address = (shown: 'light' | 'dark') =>
    api.templatePreview(template.id, {
      locale,
      theme: shown,
      examples: examples === 'yes',
      short: extent === 'short',
      detail: 'full',
    })
  return (
    <>
      <div className={styles.onScreen}>
        <Thumbnail src={address(theme)} alt={alt} shape="large" />
      </div>
      <img className={styles.onPaper} src={address('light')} alt={alt} />
      <div className={styles.under}>
        <Segmented
          label={t('examples')}
          value={examples}
          onChange={setExamples}
          options={[
            { value: 'yes', label: t('withExamples') },
            { value: 'no', label: t('withoutExamples') },
          ]}
        />
        {template.hasShort && (
          <Segmented
            label={t('extent')}
            value={extent}
            onChange={setExtent}
            options={[
              { value: 'whole', label: t('whole') },
              { value: 'short', label: t('short') },
            ]}
          />
        )}
      </div>
    </>
  )
}
