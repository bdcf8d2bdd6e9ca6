import type { OrganisationRole } from '@samtavle/shared/access'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Check, Copy } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { useExpiry } from '../../i18n/use-moment.ts'
import { invitationsQuery, useMe } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceCards } from '../../ui/choice-cards.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './people-page.module.css'

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
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<boolean | null>(null)
  const copy = async () => {
    try {
      // Missing without https; then the field is marked for copying by hand.
      await navigator.clipboard.writeText(link)
      setCopied(true)
    } catch {
      field.current?.select()
      setCopied(false)
    }
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('linkTitle')}
      description={t('linkText', { when: expiry(expiresAt) })}
      footer={<Button onClick={onClose}>{t('done')}</Button>}
    >
      <div className={styles.link}>
        <TextField
          ref={field}
          label={t('link')}
          hint={t('linkOnce')}
          value={link}
          readOnly
          onFocus={(event) => event.target.select()}
        />
        <Button variant="primary" size="lg" icon={<Copy size={20} aria-hidden />} onClick={() => void copy()}>
          {t('copy')}
        </Button>
      </div>
      <p className={styles.copied} role="status">
        {copied === true && (
          <>
            <Check size={16} aria-hidden /> {t('copied')}
          </>
        )}
        {copied === false && t('copyFailed')}
      </p>
    </Dialog>
  )
}
