import type { OrganisationRole } from '@samtavle/shared/access'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { useExpiry } from '../../i18n/use-moment.ts'
import { invitationsQuery, useMe } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceCards } from '../../ui/choice-cards.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'

/** Chooses a role, makes a link, and shows it once, to be sent by whatever way one has. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['people', 'common'])
  const me = useMe()
  const failureText = useFailureText()
  const queryClient = useQueryClient()
  const [role, setRole] = useState<OrganisationRole>('member')
  const [note, setNote] = useState('')
  const invite = useMutation({
    mutationFn: () => api.invite({ role, ...(note.trim() === '' ? {} : { note: note.trim() }) }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
  })
  const submit = () => {
    if (!invite.isPending) invite.mutate()
  }
  if (invite.data !== undefined)
    return <LinkReady link={invite.data.link} expiresAt={invite.data.expiresAt} onClose={onClose} />
  return (
    <FormDialog
      title={t('inviteTitle')}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('makeLink')}
      busy={invite.isPending}
      busyLabel={t('makingLink')}
    >
      {invite.isError && <Notice tone="error">{failureText(invite.error)}</Notice>}
      <ChoiceCards
        label={t('role')}
        value={role}
        onChange={setRole}
        options={me.may.invite.map((value) => ({
          value,
          label: t(`common:role_${value}`),
          hint: t(`roleHint_${value}`),
        }))}
      />
      <TextField
        label={t('note')}
        hint={t('noteHint')}
        optional
        maxLength={120}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  )
}

function LinkReady({ link, expiresAt, onClose }: { link: string; expiresAt: string; onClose: () => void }) {
  const { t } = useTranslation('people')
  const expiry = useExpiry()
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('linkTitle')}
      description={t('linkText', { when: expiry(expiresAt) })}
      footer={<Button onClick={onClose}>{t('done')}</Button>}
    >
      <CopyField
        label={t('link')}
        hint={t('linkOnce')}
        value={link}
        copyLabel={t('copy')}
        copiedText={t('copied')}
        failedText={t('copyFailed')}
      />
    </Dialog>
  )
}
