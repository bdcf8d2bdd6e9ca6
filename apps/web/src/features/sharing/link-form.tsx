import { LINK_RIGHTS, type LinkRight } from '@samtavle/shared/link-rights'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ChoiceCards } from '../../ui/choice-cards.tsx'
import { Select, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { endOf, expiriesFor, type LinkExpiry } from './link-expiry.ts'
import styles from './link-panel.module.css'
import { type LinkTarget, links, linksQuery } from './links-client.ts'

const PASSCODE_MIN = 4
const USES_MAX = 1_000

type LinkFormProps = {
  target: LinkTarget
  /** The link is there; its address is told only now. */
  onMade: (made: { id: string; link: string }) => void
  onCancel: (() => void) | undefined
}

/** What whoever has the link may do, until when, and what else bounds it. */
export function LinkForm({ target, onMade, onCancel }: LinkFormProps) {
  const { t } = useTranslation(['links', 'sharing', 'common'])
  const failureText = useFailureText()
  const queryClient = useQueryClient()
  const { kind } = target
  const [opened] = useState(() => new Date())
  const expiries = expiriesFor(kind, opened)
  const [right, setRight] = useState<LinkRight>(kind === 'board' ? 'comment' : 'view')
  const [expiry, setExpiry] = useState<LinkExpiry>(kind === 'board' ? (expiries[0] ?? 'tomorrow') : 'month')
  const [name, setName] = useState('')
  const [passcode, setPasscode] = useState('')
  const [uses, setUses] = useState('')
  const [mayAnswer, setMayAnswer] = useState(true)
  const [needsAccount, setNeedsAccount] = useState(false)
  const [tried, setTried] = useState(false)
  const count = Number(uses)
  const usesFit = uses === '' || (Number.isInteger(count) && count >= 1 && count <= USES_MAX)
  const passcodeFits = passcode === '' || passcode.trim().length >= PASSCODE_MIN
  const make = useMutation({
    mutationFn: () =>
      links.create(target, {
        right,
        expiresAt: endOf(expiry, new Date()).toISOString(),
        ...(name.trim() === '' ? {} : { name: name.trim() }),
        ...(passcode === '' ? {} : { passcode: passcode.trim() }),
        ...(uses === '' || kind === 'snapshot' ? {} : { usesMax: count }),
        ...(kind === 'snapshot' ? { mayAnswer, needsAccount } : {}),
      }),
    onSuccess: async (made) => {
      await queryClient.invalidateQueries({ queryKey: linksQuery(target).queryKey })
      onMade(made)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (usesFit && passcodeFits && !make.isPending) make.mutate()
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {make.isError && <Notice tone="error">{failureText(make.error)}</Notice>}
      {kind === 'board' && (
        <ChoiceCards
          label={t('right')}
          value={right}
          onChange={setRight}
          options={LINK_RIGHTS.map((value) => ({
            value,
            label: t(`right_${value}`),
            hint: t(`rightHint_${value}`),
          }))}
        />
      )}
      <div className={styles.pair}>
        <Select
          label={t('expires')}
          value={expiry}
          onChange={setExpiry}
          options={expiries.map((value) => ({ value, label: t(`expiry_${value}`) }))}
        />
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          optional
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <div className={styles.pair}>
        <TextField
          label={t('passcode')}
          hint={t('passcodeHint')}
          error={tried && !passcodeFits ? t('passcodeShort') : undefined}
          optional
          autoComplete="off"
          maxLength={60}
          value={passcode}
          onChange={(event) => setPasscode(event.target.value)}
        />
        {kind !== 'snapshot' && (
          <TextField
            label={t('uses')}
            hint={t('usesHint')}
            error={tried && !usesFit ? t('usesWrong') : undefined}
            optional
            inputMode="numeric"
            maxLength={4}
            value={uses}
            onChange={(event) => setUses(event.target.value.trim())}
          />
        )}
      </div>
      {kind === 'snapshot' && (
        <>
          <Checkbox label={t('mayAnswer')} hint={t('mayAnswerHint')} checked={mayAnswer} onChange={setMayAnswer} />
          <Checkbox
            label={t('needsAccount')}
            hint={t('needsAccountHint')}
            checked={needsAccount}
            onChange={setNeedsAccount}
          />
        </>
      )}
      <div className={styles.buttons}>
        <Button variant="primary" type="submit" busy={make.isPending} busyLabel={t('making')}>
          {t('make')}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t('common:cancel')}</Button>}
      </div>
    </form>
  )
}
