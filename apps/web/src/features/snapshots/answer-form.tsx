import type { Answer } from '@samtavle/shared/snapshot-api'
import { SNAPSHOT_WORDS } from '@samtavle/shared/snapshot-limits'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useToast } from '../../ui/toast.tsx'
import { ANSWER_WORDS } from './answer-words.ts'
import styles from './snapshot-page.module.css'
import { SNAPSHOTS_KEY, snapshotApi } from './snapshots-client.ts'

const ORDER = Object.keys(ANSWER_WORDS) as Answer[]

/** The answer of a commissioner with an account: the same four answers and one line that a reader by link has. */
export function AnswerForm({ id, question }: { id: string; question: string }) {
  const { t } = useTranslation('snapshots')
  const failureText = useFailureText()
  const toast = useToast()
  const queries = useQueryClient()
  const [answer, setAnswer] = useState<Answer | ''>('')
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const send = useMutation({
    mutationFn: (chosen: Answer) => snapshotApi.answer(id, chosen, words.trim()),
    onSuccess: async () => {
      toast.show({ text: t('answered') })
      setAnswer('')
      setWords('')
      setTried(false)
      await queries.invalidateQueries({ queryKey: SNAPSHOTS_KEY })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (answer !== '' && !send.isPending) send.mutate(answer)
  }
  return (
    <form className={styles.answer} onSubmit={submit} aria-label={t('giveAnswer')} noValidate>
      <h2 className={styles.legend}>{question === '' ? t('giveAnswer') : question}</h2>
      {tried && answer === '' && <Notice tone="error">{t('chooseAnswer')}</Notice>}
      {send.isError && <Notice tone="error">{failureText(send.error)}</Notice>}
      <Segmented
        label={t('giveAnswer')}
        value={answer}
        onChange={setAnswer}
        options={ORDER.map((value) => ({ value, label: t(ANSWER_WORDS[value]) }))}
      />
      <TextField
        label={t('oneLine')}
        optional
        maxLength={SNAPSHOT_WORDS.answer}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div>
        <Button variant="primary" type="submit" busy={send.isPending} busyLabel={t('sending')}>
          {t('sendAnswer')}
        </Button>
      </div>
    </form>
  )
}
