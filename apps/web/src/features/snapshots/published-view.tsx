import type { SnapshotAnswer } from '@samtavle/shared/snapshot-api'
import { useQuery } from '@tanstack/react-query'
import { Printer, Share2 } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useMoment } from '../../i18n/use-moment.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Select } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { AnswerForm } from './answer-form.tsx'
import { AnswerList } from './answer-list.tsx'
import { ENDINGS, EndSnapshot } from './end-snapshot.tsx'
import { SnapshotBack } from './snapshot-back.tsx'
import { type FrameHandle, SnapshotFrame } from './snapshot-frame.tsx'
import styles from './snapshot-page.module.css'
import { SnapshotStatusWord } from './snapshot-row.tsx'
import { SnapshotsBeside } from './snapshots-beside.tsx'
import { snapshotsQuery } from './snapshots-client.ts'

type PublishedViewProps = {
  answer: SnapshotAnswer
  /** The snapshot beside which it is shown. */
  compared: string | undefined
  onCompare: (id: string | undefined) => void
  onShare: () => void
  /** Saves it on paper. */
  pdfMenu: ReactNode
}

/** A published snapshot: the page as it was frozen, what was answered, and what can still be done with it. */
export function PublishedView({ answer, compared, onCompare, onShare, pdfMenu }: PublishedViewProps) {
  const { t } = useTranslation('snapshots')
  const moment = useMoment()
  const frame = useRef<FrameHandle>(null)
  const { snapshot, content, mayMake, mayAnswer, sprintId, boardId } = answer
  const { id, title, publishedAt, sha256, final, answers } = snapshot
  const number = snapshot.number ?? ''
  const list = useQuery(
    snapshotsQuery(sprintId === null ? { kind: 'board', id: boardId ?? '' } : { kind: 'sprint', id: sprintId }),
  )
  const others = (list.data?.snapshots ?? []).filter((each) => each.status === 'published' && each.id !== id)
  const beside = others.find((each) => each.id === compared)
  return (
    <Page
      title={title}
      before={<SnapshotBack answer={answer} />}
      intro={`${t('number', { number })} · ${t('publishedAt', { when: moment(publishedAt ?? content.madeAt) })}. ${t('frozen')}`}
      action={
        <div className={styles.buttons}>
          <Button icon={<Printer size={20} aria-hidden />} onClick={() => frame.current?.print()}>
            {t('print')}
          </Button>
          {pdfMenu}
          {mayMake && (
            <Button variant="primary" icon={<Share2 size={20} aria-hidden />} onClick={onShare}>
              {t('share')}
            </Button>
          )}
        </div>
      }
    >
      <div className={styles.about}>
        <p className={styles.buttons}>
          <SnapshotStatusWord snapshot={snapshot} />
          {final && <strong>✓ {t('final')}</strong>}
          <span className={styles.quiet}>
            {t('checksum')} <span className={styles.sum}>{sha256}</span>
          </span>
        </p>
        <section aria-labelledby="snapshot-answers">
          <h2 id="snapshot-answers" className={styles.legend}>
            {t('answers')}
          </h2>
          {answers.length === 0 ? <p className={styles.quiet}>{t('noAnswers')}</p> : <AnswerList answers={answers} />}
        </section>
        {mayAnswer && sprintId !== null && !mayMake && <AnswerForm id={id} question={content.question} />}
        {mayMake && (
          <div className={classNames(styles.buttons, styles.endings)}>
            {ENDINGS.filter((ending) => ending !== 'final' || !final).map((ending) => (
              <EndSnapshot key={ending} ending={ending} snapshot={snapshot} />
            ))}
          </div>
        )}
        {others.length > 0 && (
          <Select
            className={styles.compare}
            label={t('compare')}
            size="md"
            value={beside?.id ?? ''}
            onChange={(chosen) => onCompare(chosen === '' ? undefined : chosen)}
            options={[
              { value: '', label: t('compareNone') },
              ...others.map((each) => ({
                value: each.id,
                label: t('compareOne', { number: each.number ?? '', title: each.title }),
              })),
            ]}
          />
        )}
      </div>
      {beside === undefined ? (
        <section aria-labelledby="shown">
          <h2 id="shown" className="visually-hidden">
            {t('compareOne', { number, title })}
          </h2>
          <SnapshotFrame id={id} title={title} state="frozen" handle={frame} />
        </section>
      ) : (
        <SnapshotsBeside key={beside.id} shown={answer} other={beside} handle={frame} />
      )}
    </Page>
  )
}
