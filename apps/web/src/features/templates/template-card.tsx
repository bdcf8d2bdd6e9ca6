import type { TemplateSummary } from '@samtavle/shared/api'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { shownLocale } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import { useShownTheme } from '../../ui/use-theme.ts'
import { OwnTemplateLine } from './own-template-tools.tsx'
import styles from './template-card.module.css'
import { usePeopleWords } from './use-people-words.ts'

type TemplateCardProps = {
  template: TemplateSummary
  /** Is there only time for its short version? */
  short: boolean
  /** Undefined for those who may not create boards. */
  onUse: (() => void) | undefined
}

/** A card one can open: its picture, name, purpose and time. The heading's link covers it; *use* lies above. */
export function TemplateCard({ template, short, onUse }: TemplateCardProps) {
  const { t, i18n } = useTranslation('templates')
  const theme = useShownTheme()
  const locale = shownLocale(i18n.language)
  const name = template.name[locale]
  const people = usePeopleWords()
  const type = template.toolType === null ? [] : [t(`type_${template.toolType}`)]
  const meta = [template.duration[locale], people(template.people), ...type].join('\u00a0· ')
  return (
    <article className={styles.card}>
      <div className={styles.picture}>
        <Thumbnail
          src={api.templatePreview(template.id, { locale, theme, examples: true, short: false })}
          shape="card"
        />
      </div>
      <div className={styles.words}>
        <h3 className={styles.name}>
          <Link to="/templates/$templateId" params={{ templateId: template.id }} className={styles.link}>
            {name}
          </Link>
        </h3>
        <p className={styles.purpose}>{template.purpose[locale]}</p>
        <p className={styles.meta}>{meta}</p>
        {template.own && <OwnTemplateLine own={template.own} />}
        {short && template.shortDuration !== null && (
          <p className={styles.short}>{t('shortFits', { time: template.shortDuration[locale] })}</p>
        )}
        <div className={styles.actions}>
          {onUse !== undefined && (
            <Button
              size="sm"
              variant="outline"
              className={styles.use ?? ''}
              aria-label={t('useNamed', { name })}
              onClick={onUse}
            >
              {t('use')}
            </Button>
          )}
          <span aria-hidden className={styles.see}>
            {t('see')}
          </span>
        </div>
      </div>
    </article>
  )
}
