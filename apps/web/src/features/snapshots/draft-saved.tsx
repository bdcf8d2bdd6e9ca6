import { useTranslation } from 'react-i18next'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './snapshot-page.module.css'
import type { Draft } from './use-draft.ts'

/** Whether a draft is saved, in words, and what to do when it is not. */
export function DraftSaved({ draft }: { draft: Draft }) {
  const { t } = useTranslation(['snapshots', 'common'])
  const failureText = useFailureText()
  const { state, failure } = draft
  if (state === 'conflict') {
    return (
      <Notice
        tone="error"
        action={
          <span className={styles.buttons}>
            <Button size="sm" onClick={draft.takeTheirs}>
              {t('takeTheirs')}
            </Button>
            <Button size="sm" onClick={draft.keepMine}>
              {t('keepMine')}
            </Button>
          </span>
        }
      >
        {t('conflict')}
      </Notice>
    )
  }
  if (state === 'failed') {
    return (
      <Notice
        tone="error"
        action={
          <Button size="sm" onClick={() => void draft.flush()}>
            {t('common:retry')}
          </Button>
        }
      >
        {t('notSaved')} {failureText(failure)}
      </Notice>
    )
  }
  return (
    <p role="status" className={styles.quiet}>
      {t(state)}
    </p>
  )
}
