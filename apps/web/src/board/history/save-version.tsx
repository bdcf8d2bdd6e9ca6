import { useMutation, useQueryClient } from '@tanstack/react-query'
import { BookmarkPlus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api-client.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useOpenBoard, useSessionView } from '../board-context.tsx'
import styles from './history-panel.module.css'
import { versionClient, versionsQuery } from './version-client.ts'

const NAME_MAX = 120

/** Keeps the board as it is now, under a name. */
export function SaveVersion({ boardId }: { boardId: string }) {
  const { t } = useTranslation(['history', 'common'])
  const { session } = useOpenBoard()
  const { unsaved } = useSessionView(session)
  const toast = useToast()
  const failureText = useFailureText()
  const queries = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [checked, setChecked] = useState(false)
  const name = typed.trim()
  const save = useMutation({
    mutationFn: () => versionClient.save(boardId, name),
    onSuccess: async () => {
      setOpen(false)
      setTyped('')
      setChecked(false)
      toast.show({ text: t('saved', { name }) })
      await queries.invalidateQueries({ queryKey: versionsQuery(boardId).queryKey, exact: true })
    },
  })
  if (!isOpen) {
    return (
      <Button size="sm" icon={<BookmarkPlus size={20} aria-hidden />} onClick={() => setOpen(true)}>
        {t('saveOpen')}
      </Button>
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    // What is on its way to the server would not be in it.
    if (name !== '' && !unsaved) save.mutate()
  }
  const failure =
    save.error instanceof ApiError && save.error.code === 'conflict' ? t('tooMany') : failureText(save.error)
  const error =
    checked && name === '' ? t('nameMissing') : checked && unsaved ? t('unsaved') : save.isError ? failure : undefined
  return (
    <form className={styles.save} onSubmit={submit} noValidate>
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        value={typed}
        maxLength={NAME_MAX}
        autoFocus
        required
        onChange={(event) => setTyped(event.target.value)}
        error={error}
      />
      <div className={styles.actions}>
        <Button size="sm" variant="quiet" onClick={() => setOpen(false)}>
          {t('common:cancel')}
        </Button>
        <Button size="sm" variant="primary" type="submit" busy={save.isPending} busyLabel={t('common:saving')}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
