import type { Door, LinkFound } from '@samtavle/shared/share-link-api'
import { useMutation } from '@tanstack/react-query'
import { ShieldCheck, Trash2, UserX } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api-client.ts'
import { shownLocale } from '../../i18n/i18n.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { guests } from './guests-client.ts'
import styles from './join.module.css'
import { JoinLayout } from './join-layout.tsx'

type JoinFormProps = {
  door: Door
  found: LinkFound
  /** The link closed since it was found. */
  onDead: () => void
}

/** What one joins, a name that may be left out, and one button. */
export function JoinForm({ door, found, onDead }: JoinFormProps) {
  const { t, i18n } = useTranslation('guests')
  const failureText = useFailureText()
  const [name, setName] = useState('')
  const join = useMutation({
    mutationFn: () => {
      const called = name.trim() === '' ? {} : { name: name.trim() }
      return guests.join({ ...door, ...called, locale: shownLocale(i18n.language) })
    },
    // Loaded anew: from there on the page is the guest's.
    onSuccess: ({ to }) => window.location.assign(to),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!join.isPending && !join.isSuccess) join.mutate()
  }
  const { kind, right, title, invitedBy, needsAccount } = found
  const writes = kind === 'board' && right !== 'view'
  const isDead = join.error instanceof ApiError && join.error.code === 'link_expired'
  return (
    <JoinLayout
      above={t('invites', { name: invitedBy })}
      title={title === '' ? t('forAccounts') : title}
      lead={needsAccount ? t('lead_forAccounts') : kind === 'board' ? t(`lead_${right}`) : t(`lead_${kind}`)}
    >
      <form className={styles.form} onSubmit={submit} noValidate>
        {join.isError && (
          <Notice
            tone="error"
            {...(isDead && {
              action: (
                <Button size="sm" onClick={onDead}>
                  {t('anotherCode')}
                </Button>
              ),
            })}
          >
            {failureText(join.error)}
          </Notice>
        )}
        {kind === 'board' && (
          <TextField
            label={t('name')}
            hint={t('nameHint')}
            optional
            maxLength={40}
            autoComplete="given-name"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
        <Button
          variant="primary"
          size="lg"
          wide
          type="submit"
          busy={join.isPending || join.isSuccess}
          busyLabel={t('joining')}
        >
          {kind === 'board' ? t('join') : t('read')}
        </Button>
      </form>
      <ul className={styles.facts}>
        <li>
          <UserX size={20} aria-hidden />
          {needsAccount ? t('needsAccount') : t('noAccount')}
        </li>
        {kind === 'board' && (
          <li>
            <Trash2 size={20} aria-hidden />
            {t(writes ? 'nameGoes' : 'nameGoesReader')}
          </li>
        )}
        {writes && (
          <li>
            <ShieldCheck size={20} aria-hidden />
            {t('noNames')}
          </li>
        )}
      </ul>
      {kind === 'board' && (
        <details className={styles.details}>
          <summary>{t('howUsed')}</summary>
          <p>{t('howUsedWho')}</p>
          <p>{t('howUsedWhere')}</p>
          <p>{t('howUsedEnd')}</p>
        </details>
      )}
    </JoinLayout>
  )
}
