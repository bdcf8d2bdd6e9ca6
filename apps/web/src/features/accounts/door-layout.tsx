import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageMenu } from '../../shell/language-menu.tsx'
import { Mark } from '../../ui/mark.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PhaseSign } from '../../ui/phase-sign.tsx'
import styles from './door-layout.module.css'

type DoorLayoutProps = { title: string; intro?: string | undefined; help?: string; children: ReactNode }

/** The pages before one is signed in: the form, and on wide screens the week in three steps beside it. */
export function DoorLayout({ title, intro, help, children }: DoorLayoutProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.page}>
      <div className={styles.door}>
        <header className={styles.top}>
          <span className={styles.brand}>
            <Mark />
            {t('appName')}
          </span>
          <LanguageMenu className={styles.language} />
        </header>
        <main id="main" className={styles.main}>
          <div className={styles.intro}>
            <PageHeading title={title} className={styles.title} />
            {intro !== undefined && <p className={styles.lead}>{intro}</p>}
          </div>
          <div className={styles.sheet}>{children}</div>
        </main>
        {help !== undefined && <footer className={styles.help}>{help}</footer>}
      </div>
      <WeekInThreeSteps />
    </div>
  )
}

function WeekInThreeSteps() {
  const { t } = useTranslation(['accounts', 'common'])
  const steps = [
    { phase: 'understand', line: t('understandLine'), days: t('understandDays') },
    { phase: 'create', line: t('createLine'), days: t('createDays') },
    { phase: 'work', line: t('workLine'), days: t('workDays') },
  ] as const
  return (
    <aside className={styles.week} aria-labelledby="week-in-three-steps">
      <div>
        <h2 id="week-in-three-steps" className={styles.weekTitle}>
          {t('weekInThreeSteps')}
        </h2>
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step.phase} className={styles.step}>
              <span className={styles.sign}>
                <PhaseSign phase={step.phase} size={32} />
              </span>
              <p className={styles.phase}>{t(`common:phase_${step.phase}`)}</p>
              <p className={styles.line}>{step.line}</p>
              <p className={styles.days}>{step.days}</p>
            </li>
          ))}
        </ol>
      </div>
    </aside>
  )
}
