import type { Locale } from '@samtavle/shared/locale'
import { STEP_MINUTES_MAX, TEMPLATE_NAME_MAX, TEMPLATE_TEXT_MAX } from '@samtavle/shared/template-limits'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../../i18n/i18n.ts'
import { LANGUAGES } from '../../i18n/languages.ts'
import { Select, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import type { AboutDraft, DraftFault } from './about-draft.ts'
import styles from './about-fields.module.css'
import { StepsEditor } from './steps-editor.tsx'
import { PHASES, TOOL_TYPES } from './template-filter.ts'

type AboutFieldsProps = {
  draft: AboutDraft
  onChange: (draft: AboutDraft) => void
  faults: ReadonlySet<DraftFault>
}

/** What is said of a template: words in three languages, one at a time, and what the gallery sorts by. */
export function AboutFields({ draft, onChange, faults }: AboutFieldsProps) {
  const { t, i18n } = useTranslation(['library', 'templates', 'design', 'common'])
  const [locale, setLocale] = useState<Locale>(shownLocale(i18n.language))
  const put = (changes: Partial<AboutDraft>) => onChange({ ...draft, ...changes })
  const words = (key: 'name' | 'purpose') => ({
    lang: locale,
    value: draft[key][locale],
    onChange: (event: { target: { value: string } }) => put({ [key]: { ...draft[key], [locale]: event.target.value } }),
  })
  const number = (key: 'minutes' | 'people', end: 'least' | 'most') => ({
    inputMode: 'numeric' as const,
    maxLength: 4,
    value: draft[key][end],
    error: faults.has(key) && end === 'most' ? t('spanWrong') : undefined,
    onChange: (event: { target: { value: string } }) => put({ [key]: { ...draft[key], [end]: event.target.value } }),
  })
  return (
    <>
      <div className={styles.languages}>
        <Segmented label={t('words')} value={locale} onChange={setLocale} options={LANGUAGES} />
        <p className={styles.hint}>{t('wordsHint')}</p>
      </div>
      <TextField
        label={t('name')}
        {...words('name')}
        maxLength={TEMPLATE_NAME_MAX}
        error={faults.has('name') ? t('nameMissing') : undefined}
      />
      <TextField
        label={t('purpose')}
        hint={t('purposeHint')}
        {...words('purpose')}
        maxLength={TEMPLATE_TEXT_MAX}
        optional
      />
      <section className={styles.languages} aria-label={t('steps')}>
        <h3 className={styles.steps}>{t('steps')}</h3>
        <p className={styles.hint}>{t('stepsHint')}</p>
        <StepsEditor steps={draft.steps} onChange={(steps) => put({ steps })} pauseMs={0} />
        {faults.has('steps') && <Notice tone="error">{t('tooLong')}</Notice>}
        {faults.has('stepMinutes') && (
          <Notice tone="error">
            {t('design:stepMinutes')}: {t('design:minutesWrong', { most: STEP_MINUTES_MAX })}
          </Notice>
        )}
      </section>
      <div className={styles.pair}>
        <Select
          label={t('phase')}
          value={draft.phase}
          onChange={(next) => put({ phase: PHASES.find((phase) => phase === next) ?? 'all' })}
          options={PHASES.map((phase) => ({ value: phase, label: t(`common:phase_${phase}`) }))}
        />
        <Select
          label={t('type')}
          value={draft.toolType ?? ''}
          onChange={(next) => put({ toolType: TOOL_TYPES.find((type) => type === next) ?? null })}
          options={[
            { value: '', label: t('noType') },
            ...TOOL_TYPES.map((type) => ({ value: type, label: t(`templates:type_${type}`) })),
          ]}
        />
      </div>
      <div className={styles.pair}>
        <TextField label={t('minutesLeast')} {...number('minutes', 'least')} />
        <TextField label={t('minutesMost')} {...number('minutes', 'most')} />
      </div>
      <div className={styles.pair}>
        <TextField label={t('peopleLeast')} {...number('people', 'least')} />
        <TextField label={t('peopleMost')} {...number('people', 'most')} />
      </div>
    </>
  )
}
