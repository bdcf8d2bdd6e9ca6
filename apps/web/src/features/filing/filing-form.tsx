import type { SnapshotSummary } from '@samtavle/shared/snapshot-api'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { useMoment } from '../../i18n/use-moment.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './filing.module.css'
import { filingClient } from './filing-client.ts'
import { FILED_AT_ONCE, type FilingDraft, type FilingFault, filingFaults, filingRequest } from './filing-draft.ts'
import { SnapshotPdfMenu } from './snapshot-pdf-menu.tsx'

type FilingFormProps = {
  sprintId: string
  snapshots: readonly SnapshotSummary[]
  draft: FilingDraft
  onChange: (draft: FilingDraft) => void
  onStarted: (packageId: string) => void
  onClose: () => void
}

/** What a package is about, and which snapshots are in it. */
export function FilingForm({ sprintId, snapshots, draft, onChange, onStarted, onClose }: FilingFormProps) {
  const { t } = useTranslation('filing')
  const failureText = useFailureText()
  const moment = useMoment()
  const faultId = useId()
  const [tried, setTried] = useState(false)
  const start = useMutation({
    mutationFn: () => filingClient.start(sprintId, filingRequest(draft)),
    onSuccess: ({ id }) => onStarted(id),
  })
  const faults = tried ? filingFaults(draft) : new Set<FilingFault>()
  const submit = () => {
    setTried(true)
    if (filingFaults(draft).size === 0 && !start.isPending) start.mutate()
  }
  const field = (key: 'caseNumber' | 'shortSubject' | 'classificationCode' | 'classificationName' | 'responsible') => ({
    value: draft[key],
    onChange: ({ target }: { target: { value: string } }) => onChange({ ...draft, [key]: target.value }),
    autoComplete: 'off',
  })
  const choose = (id: string, isChosen: boolean) =>
    onChange({ ...draft, snapshots: isChosen ? [...draft.snapshots, id] : draft.snapshots.filter((one) => one !== id) })
  const fault = faults.has('none')
    ? t('snapshotsMissing')
    : faults.has('tooMany')
      ? t('snapshotsTooMany', { count: FILED_AT_ONCE })
      : null
  return (
    <FormDialog
      title={t('title')}
      description={t('intro')}
      size="lg"
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('make')}
      busy={start.isPending}
      busyLabel={t('starting')}
    >
      {start.isError && <Notice tone="error">{failureText(start.error)}</Notice>}
      <div className={styles.pair}>
        <TextField
          label={t('caseNumber')}
          hint={t('caseNumberHint')}
          error={faults.has('caseNumber') ? t('caseNumberMissing') : undefined}
          maxLength={60}
          required
          {...field('caseNumber')}
        />
        <TextField
          type="date"
          label={t('documentDate')}
          error={faults.has('documentDate') ? t('documentDateMissing') : undefined}
          required
          value={draft.documentDate}
          onChange={({ target }) => onChange({ ...draft, documentDate: target.value })}
        />
      </div>
      <TextField
        label={t('shortSubject')}
        hint={t('shortSubjectHint')}
        error={faults.has('shortSubject') ? t('shortSubjectMissing') : undefined}
        maxLength={120}
        required
        {...field('shortSubject')}
      />
      <div className={styles.pair}>
        <TextField
          label={t('classificationCode')}
          hint={t('classificationCodeHint')}
          optional
          maxLength={40}
          {...field('classificationCode')}
        />
        <TextField label={t('classificationName')} optional maxLength={120} {...field('classificationName')} />
      </div>
      <TextField
        label={t('responsible')}
        hint={t('responsibleHint')}
        optional
        maxLength={120}
        {...field('responsible')}
      />
      <fieldset className={styles.snapshots} aria-describedby={fault === null ? undefined : faultId}>
        <legend className={styles.legend}>{t('snapshots')}</legend>
        <p className={styles.quiet}>{t('snapshotsHint')}</p>
        {snapshots.map((snapshot) => (
          <div key={snapshot.id} className={styles.row}>
            <Checkbox
              label={t('snapshotNamed', { number: snapshot.number ?? '', title: snapshot.title })}
              hint={t(snapshot.final ? 'final' : 'notFinal', { when: moment(snapshot.publishedAt ?? snapshot.madeAt) })}
              checked={draft.snapshots.includes(snapshot.id)}
              onChange={(isChosen) => choose(snapshot.id, isChosen)}
            />
            {snapshot.status === 'published' && <SnapshotPdfMenu snapshot={snapshot} size="sm" />}
          </div>
        ))}
      </fieldset>
      {fault !== null && (
        <div id={faultId}>
          <Notice tone="error">{fault}</Notice>
        </div>
      )}
    </FormDialog>
  )
}
