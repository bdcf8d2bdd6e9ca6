import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { HISTORY_PANEL } from './history-place.ts'
import { PreviewBar } from './preview-bar.tsx'
import { PreviewContent, type VersionPreviewProps } from './preview-content.tsx'
import { versionRecordsQuery } from './version-client.ts'
import styles from './version-preview.module.css'

/** How the board was, in place of the canvas, until one goes back to now. */
export function VersionPreview(props: VersionPreviewProps) {
  const { boardId, version, editor, onBack } = props
  const { t } = useTranslation('common')
  const failureText = useFailureText()
  const records = useQuery(versionRecordsQuery(boardId, version.id))
  useEffect(() => {
    // A text that stays open below would take letters that nobody sees.
    editor.complete()
    editor.blur()
    // Back to where one chose, or to what one works on where the list is closed.
    return () => {
      const row = document.querySelector<HTMLElement>(`#${HISTORY_PANEL} [aria-current]`)
      if (row === null) editor.focus()
      else row.focus()
    }
  }, [editor])
  const leave = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape') onBack()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape from anywhere in it leads back
    <div className={styles.preview} data-version-preview={version.id} onKeyDown={leave} data-own-keys>
      {records.data ? (
        <PreviewContent key={version.id} {...props} records={records.data} />
      ) : (
        <>
          <PreviewBar {...props} />
          <div className={styles.waiting}>
            {records.isError ? (
              <Notice
                tone="error"
                action={
                  <Button size="sm" busy={records.isFetching} onClick={() => void records.refetch()}>
                    {t('retry')}
                  </Button>
                }
              >
                {failureText(records.error)}
              </Notice>
            ) : (
              <Spinner />
            )}
          </div>
        </>
      )}
    </div>
  )
}
