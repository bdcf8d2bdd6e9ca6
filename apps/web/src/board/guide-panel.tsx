import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { remember, remembered } from '../device/remembered.ts'
import { StepWords } from '../features/templates/step-words.tsx'
import { shownLocale } from '../i18n/i18n.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Select } from '../ui/field.tsx'
import styles from './side-rail.module.css'
import type { Guide, Guides } from './use-guide.ts'

/** The guide of the board's template, or of one of several on it. */
export function GuideContent({ guides, boardId }: { guides: Guides; boardId: string }) {
  const { t, i18n } = useTranslation('board')
  const locale = shownLocale(i18n.language)
  const { guide, all, choose } = guides
  const isOwn = guide.id === all[0]?.id
  return (
    <>
      {all.length > 1 && (
        <Select
          className={styles.which}
          label={t('guideOf')}
          size="md"
          value={guide.id}
          onChange={choose}
          options={all.map(({ id, name }) => ({ value: id, label: name[locale] }))}
        />
      )}
      <GuideSteps key={guide.id} guide={guide} place={isOwn ? boardId : `${boardId}.${guide.id}`} />
    </>
  )
}

/**
 * How a template is used: purpose, time, who, and the steps, of which one is now.
 * @param place under which this device remembers the step
 */
function GuideSteps({ guide, place }: { guide: Guide; place: string }) {
  const { t, i18n } = useTranslation('board')
  const locale = shownLocale(i18n.language)
  const key = `guide-step.${place}`
  const last = guide.steps.length - 1
  const [current, setCurrent] = useState(() =>
    Math.min(Math.max(0, last), Math.max(0, Number(remembered(key) ?? 0) || 0)),
  )
  const goTo = (step: number) => {
    setCurrent(step)
    remember(key, String(step))
  }
  const facts = [
    [t('guideTime'), guide.duration[locale]],
    [t('guideWhen'), guide.when[locale]],
    [t('guideWho'), guide.who[locale]],
  ]
  return (
    <>
      {guide.purpose[locale] !== '' && <p className={styles.purpose}>{guide.purpose[locale]}</p>}
      <dl className={styles.facts}>
        {facts.map(([name, value]) => value && <Fact key={name} name={name ?? ''} value={value} />)}
      </dl>
      {guide.steps.length > 0 && <h3 className={styles.stepsTitle}>{t('guideSteps')}</h3>}
      <ol className={styles.steps}>
        {guide.steps.map((step, i) => (
          <li
            key={i}
            className={classNames(styles.step, i === current && styles.current, i < current && styles.done)}
            aria-current={i === current ? 'step' : undefined}
          >
            <span className={styles.number} aria-hidden>
              {i + 1}
            </span>
            <StepWords step={step} />
          </li>
        ))}
      </ol>
      {last > 0 && (
        <div className={styles.stepActions}>
          {current < last ? (
            <Button variant="outline" size="sm" onClick={() => goTo(current + 1)}>
              {t('nextStep')}
            </Button>
          ) : (
            <Button variant="outline" size="sm" onClick={() => goTo(0)}>
              {t('guideFromStart')}
            </Button>
          )}
          {current > 0 && current < last && (
            <Button variant="quiet" size="sm" onClick={() => goTo(current - 1)}>
              {t('previousStep')}
            </Button>
          )}
        </div>
      )}
      {last >= 0 && (
        <p role="status" className="visually-hidden">
          {t('guideStep', { number: current + 1, count: guide.steps.length })}
        </p>
      )}
    </>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}
