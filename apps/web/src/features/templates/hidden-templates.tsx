import type { TemplateSummary } from '@samtavle/shared/api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { shownLocale } from '../../i18n/i18n.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { hiddenTemplatesQuery } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { useToast } from '../../ui/toast.tsx'
import styles from './own-template.module.css'

/** What an administrator took out of the gallery, to be put back; nothing when there is nothing. */
export function HiddenTemplates() {
  const { t, i18n } = useTranslation('library')
  const toast = useToast()
  const failureText = useFailureText()
  const queries = useQueryClient()
  const locale = shownLocale(i18n.language)
  const { data = [] } = useQuery(hiddenTemplatesQuery)
  const show = async ({ id, name }: TemplateSummary) => {
    try {
      await api.hideTemplate(id, false)
      await queries.invalidateQueries({ queryKey: ['templates'] })
      toast.show({ text: t('shown', { name: name[locale] }) })
    } catch (failure) {
      toast.show({ text: failureText(failure), tone: 'error' })
    }
  }
  if (data.length === 0) return null
  return (
    <section className={styles.hidden} aria-labelledby="hidden-templates">
      <h2 id="hidden-templates">{t('hiddenTitle')}</h2>
      <p>{t('hiddenText')}</p>
      <ul>
        {data.map((template) => (
          <li key={template.id}>
            <span>{template.name[locale]}</span>
            <Button
              size="sm"
              aria-label={t('showNamed', { name: template.name[locale] })}
              onClick={() => void show(template)}
            >
              {t('show')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
