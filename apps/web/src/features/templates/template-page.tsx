import type { TemplateSummary } from '@samtavle/shared/api'
import { Link } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { shownLocale } from '../../i18n/i18n.ts'
import { useMe } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { PhaseSign } from '../../ui/phase-sign.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import { useShownTheme } from '../../ui/use-theme.ts'
import { CreateBoardDialog } from './create-board-dialog.tsx'
import styles from './template-page.module.css'

type TemplatePageProps = {
  template: TemplateSummary
  /** Every template, to know which of those that follow can be opened. */
  all: readonly TemplateSummary[]
}

/** One template: everything a facilitator needs to know before choosing it. */
export function TemplatePage({ template, all }: TemplatePageProps) {
  const { t, i18n } = useTranslation(['templates', 'common'])
  const me = useMe()
  const theme = useShownTheme()
  const locale = shownLocale(i18n.language)
  const [creating, setCreating] = useState(false)
  const [examples, setExamples] = useState<'yes' | 'no'>('yes')
  const name = template.name[locale]
  return (
    <Page
      title={name}
      intro={template.purpose[locale]}
      before={
        <Link to="/templates" className={styles.back}>
          <ChevronLeft size={18} aria-hidden />
          {t('backToAll')}
        </Link>
      }
      action={
        me.may.createBoards && (
          <Button variant="primary" size="lg" onClick={() => setCreating(true)}>
            {t('useTemplate')}
          </Button>
        )
      }
    >
      <Thumbnail
        src={api.templatePreview(template.id, { locale, theme, examples: examples === 'yes', short: false })}
        alt={t('previewOf', { name })}
        shape="large"
      />
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
      </div>
      <div className={styles.columns}>
        <div className={styles.content}>
          <section aria-labelledby="steps">
            <h2 id="steps">{t('stepsTitle')}</h2>
            <ol className={styles.steps}>
              {template.steps.map((step, index) => (
                <li key={step.da} className={styles.step}>
                  <span className={styles.number} aria-hidden>
                    {index + 1}
                  </span>
                  <span>{step[locale]}</span>
                </li>
              ))}
            </ol>
          </section>
          <section aria-labelledby="sections">
            <h2 id="sections">{t('sectionsTitle')}</h2>
            <ul className={styles.sections}>
              {template.sections.map((section) => (
                <li key={section.key} className={styles.section}>
                  <h3>{section.heading[locale]}</h3>
                  <p>{section.question[locale]}</p>
                </li>
              ))}
            </ul>
          </section>
        </div>
        <TemplateFacts template={template} all={all} />
      </div>
      {creating && <CreateBoardDialog template={template} onClose={() => setCreating(false)} />}
    </Page>
  )
}

function TemplateFacts({ template, all }: TemplatePageProps) {
  const { t, i18n } = useTranslation(['templates', 'common'])
  const locale = shownLocale(i18n.language)
  return (
    <aside className={styles.facts} aria-label={template.name[locale]}>
      <dl>
        <div className={styles.fact}>
          <dt>{t('phase')}</dt>
          <dd className={styles.phase}>
            <PhaseSign phase={template.phase} size={16} />
            {t(`common:phase_${template.phase}`)}
          </dd>
        </div>
        <div className={styles.fact}>
          <dt>{t('when')}</dt>
          <dd>{template.when[locale]}</dd>
        </div>
        <div className={styles.fact}>
          <dt>{t('who')}</dt>
          <dd>{template.who[locale]}</dd>
        </div>
        <div className={styles.fact}>
          <dt>{t('time')}</dt>
          <dd>{template.duration[locale]}</dd>
        </div>
        {template.shortDuration !== null && (
          <div className={styles.fact}>
            <dt>{t('shortTime')}</dt>
            <dd>{template.shortDuration[locale]}</dd>
          </div>
        )}
        {template.toolType !== null && (
          <div className={styles.fact}>
            <dt>{t('toolTypeNamed')}</dt>
            <dd>{t(`type_${template.toolType}`)}</dd>
          </div>
        )}
      </dl>
      {template.handsOnTo.length > 0 && (
        <section aria-labelledby="hands-on">
          <h2 id="hands-on" className={styles.handsOn}>
            {t('handsOnTitle')}
          </h2>
          <ul>
            {template.handsOnTo.map((hand) => {
              const target = all.find((other) => other.id === hand.to || other.number === hand.to)
              return (
                <li key={`${hand.to}-${hand.what.da}`} className={styles.fact}>
                  {target === undefined ? (
                    <span className={styles.targetName}>{hand.name[locale]}</span>
                  ) : (
                    <Link to="/templates/$templateId" params={{ templateId: target.id }} className={styles.targetName}>
                      {hand.name[locale]}
                    </Link>
                  )}
                  <p className={styles.what}>{hand.what[locale]}</p>
                </li>
              )
            })}
          </ul>
        </section>
      )}
    </aside>
  )
}
