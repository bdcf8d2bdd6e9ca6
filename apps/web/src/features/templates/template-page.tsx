import type { TemplateSummary } from '@samtavle/shared/api'
import { Link } from '@tanstack/react-router'
import { ChevronLeft, FlaskConical, Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../../i18n/i18n.ts'
import { useMe } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { CreateBoardDialog } from './create-board-dialog.tsx'
import { galleryAsLeft } from './gallery-place.ts'
import { OwnTemplateLine, TemplateTools } from './own-template-tools.tsx'
import { StepWords } from './step-words.tsx'
import { TemplateChain, TemplateFacts } from './template-facts.tsx'
import styles from './template-page.module.css'
import { TemplatePreview } from './template-preview.tsx'
import { useTryTemplate } from './use-try-template.ts'

type TemplatePageProps = {
  template: TemplateSummary
  all: readonly TemplateSummary[]
}

/** One template: everything a facilitator needs to know before choosing it, on the screen and on paper. */
export function TemplatePage({ template, all }: TemplatePageProps) {
  const { t, i18n } = useTranslation(['templates', 'library', 'common'])
  const me = useMe()
  const locale = shownLocale(i18n.language)
  const [creating, setCreating] = useState(false)
  const tryIt = useTryTemplate(template)
  return (
    <Page
      title={template.name[locale]}
      intro={template.purpose[locale]}
      before={
        <Link to="/templates" search={galleryAsLeft()} className={styles.back}>
          <ChevronLeft size={18} aria-hidden />
          {t('backToAll')}
        </Link>
      }
      action={
        <div className={styles.actions}>
          <Button variant="outline" size="lg" icon={<Printer size={20} aria-hidden />} onClick={() => window.print()}>
            {t('printGuide')}
          </Button>
          {me.may.createBoards && (
            <Button
              variant="outline"
              size="lg"
              icon={<FlaskConical size={20} aria-hidden />}
              busy={tryIt.busy}
              onClick={tryIt.start}
            >
              {t('library:tryIt')}
            </Button>
          )}
          {me.may.createBoards && (
            <Button variant="primary" size="lg" onClick={() => setCreating(true)}>
              {t('useTemplate')}
            </Button>
          )}
        </div>
      }
    >
      {template.own && (
        <div className={styles.own}>
          <OwnTemplateLine own={template.own} />
        </div>
      )}
      <TemplatePreview template={template} />
      <TemplateTools template={template} />
      <div className={styles.columns}>
        <TemplateFacts template={template} />
        <div className={styles.content}>
          {template.steps.length > 0 && <TemplateSteps steps={template.steps} />}
          <section aria-labelledby="sections">
            <h2 id="sections">{t('sectionsTitle')}</h2>
            <ol className={styles.sections}>
              {template.sections.map((section) => (
                <li key={section.key} className={styles.section}>
                  <h3>{section.heading[locale]}</h3>
                  {section.question[locale] !== '' && <p>{section.question[locale]}</p>}
                </li>
              ))}
            </ol>
          </section>
        </div>
        <TemplateChain template={template} all={all} />
      </div>
      {creating && <CreateBoardDialog template={template} onClose={() => setCreating(false)} />}
    </Page>
  )
}

function TemplateSteps({ steps }: { steps: TemplateSummary['steps'] }) {
  const { t } = useTranslation('templates')
  // Two steps may say the same: their places tell them apart.
  const numbered = steps.map((step, index) => ({ step, number: index + 1 }))
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{t('stepsTitle')}</h2>
      <ol className={styles.steps}>
        {numbered.map(({ step, number }) => (
          <li key={number} className={styles.step}>
            <span className={styles.number} aria-hidden>
              {number}
            </span>
            <StepWords step={step} />
          </li>
        ))}
      </ol>
    </section>
  )
}
