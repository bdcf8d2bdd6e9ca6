import { PHASES } from '@samtavle/shared/agenda'
import type { Locale } from '@samtavle/shared/locale'
import type { ProcessModelAnswer, ProcessModelChoice } from '@samtavle/shared/process-model-api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, api } from '../../api-client.ts'
import { shownLocale } from '../../i18n/i18n.ts'
import { LANGUAGES } from '../../i18n/languages.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { processModelQuery } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceCards } from '../../ui/choice-cards.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useToast } from '../../ui/toast.tsx'
import { draftOf, namelessPhases, phasesOf, sentPhases, withPhases } from './model-draft.ts'
import { PhaseFields } from './phase-fields.tsx'
import styles from './process-model-page.module.css'

type ProcessModelFormProps = {
  start: ProcessModelAnswer
  models: readonly ProcessModelChoice[]
  /** Shows what is stored now, instead of what is written here. */
  onOpenAgain: () => Promise<void>
}

/** The choice of a model, and the words of its phases in one language at a time. */
export function ProcessModelForm({ start, models, onOpenAgain }: ProcessModelFormProps) {
  const { t, i18n } = useTranslation(['processModel', 'common'])
  const failureText = useFailureText()
  const toast = useToast()
  const queryClient = useQueryClient()
  const shown = shownLocale(i18n.language)
  const [stored, setStored] = useState(start)
  const [draft, setDraft] = useState(draftOf(start))
  const [locale, setLocale] = useState<Locale>(shown)
  const [isChecked, setChecked] = useState(false)
  const phases = phasesOf(draft, models) ?? start.phases
  const nameless = namelessPhases(phases)

  const take = (answer: ProcessModelAnswer) => queryClient.setQueryData(processModelQuery.queryKey, answer)
  const goBack = useMutation({
    mutationFn: api.putProcessModel,
    onSuccess: async (answer) => {
      take(answer)
      await onOpenAgain()
      toast.show({ text: t('undone') })
    },
    onError: (failure) => toast.show({ text: failureText(failure), tone: 'error' }),
  })
  const save = useMutation({
    mutationFn: () => api.putProcessModel({ ...stored, model: draft.model, phases: sentPhases(phases) }),
    onSuccess: (answer) => {
      const before = stored
      take(answer)
      setStored(answer)
      setDraft(draftOf(answer))
      toast.show({
        text: t('saved'),
        action: {
          label: t('common:undo'),
          onSelect: () => goBack.mutate({ ...before, changedAt: answer.changedAt }),
        },
      })
    },
  })
  const isOutdated = save.error instanceof ApiError && save.error.code === 'conflict'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (nameless.length === 0 && !save.isPending) save.mutate()
    else document.getElementById(`word-${nameless[0]}`)?.querySelector('input')?.focus()
  }
  const preset = models.find((one) => one.model === draft.model)

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <section className={styles.section}>
        <ChoiceCards
          label={t('model')}
          value={draft.model}
          onChange={(model) => setDraft({ ...draft, model })}
          options={models.map(({ model, name, phases: own }) => ({
            value: model,
            label: name[shown],
            hint: [...new Set(PHASES.map((phase) => own[phase].word[shown]))].join(' → '),
          }))}
        />
        <p className={styles.hint}>{t('modelHint')}</p>
      </section>
      <section className={styles.section} aria-labelledby="phase-words">
        <div className={styles.head}>
          <div>
            <h2 id="phase-words">{t('words')}</h2>
            <p className={styles.hint}>{t('wordsHint')}</p>
          </div>
          <Segmented label={t('language')} value={locale} onChange={setLocale} options={LANGUAGES} />
        </div>
        <div className={styles.phases}>
          {PHASES.map((phase, index) => (
            <PhaseFields
              key={phase}
              phase={phase}
              number={index + 1}
              phases={phases}
              locale={locale}
              isNameless={isChecked && nameless.includes(phase)}
              onChange={(next) => setDraft(withPhases(draft, next))}
            />
          ))}
        </div>
      </section>
      {save.isError && (
        <Notice
          tone="error"
          action={
            isOutdated && (
              <Button size="sm" onClick={() => void onOpenAgain()}>
                {t('takeNewest')}
              </Button>
            )
          }
        >
          {isOutdated ? t('conflict') : failureText(save.error)}
        </Notice>
      )}
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" busy={save.isPending} busyLabel={t('common:saving')}>
          {t('common:save')}
        </Button>
        {preset !== undefined && (
          <Button variant="quiet" onClick={() => setDraft(withPhases(draft, preset.phases))}>
            {t('reset')}
          </Button>
        )}
      </div>
    </form>
  )
}
