import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './snapshot-page.module.css'
import { snapshotApi } from './snapshots-client.ts'

export type FrameHandle = { print(): void }

type SnapshotFrameProps = {
  id: string
  title: string
  /** Changes when the page does: it is fetched again. */
  state: string
  handle?: Ref<FrameHandle>
}

/**
 * The page as its readers get it, made by the server. No script runs in it; that it is of our origin lets it load its
 * pictures, and lets it be printed.
 */
export function SnapshotFrame({ id, title, state, handle }: SnapshotFrameProps) {
  const { t } = useTranslation('snapshots')
  const frame = useRef<HTMLIFrameElement>(null)
  const shown = useRef(state)
  const scrolled = useRef(0)
  const address = snapshotApi.pageAddress(id)
  useImperativeHandle(handle, () => ({ print: () => frame.current?.contentWindow?.print() }), [])
  useEffect(() => {
    const inside = frame.current?.contentWindow
    if (shown.current === state || !inside) return
    shown.current = state
    scrolled.current = inside.scrollY
    // Replaced, so that the way back leads out of the page and not through every state of it.
    inside.location.replace(address)
  }, [state, address])
  return (
    <iframe
      ref={frame}
      className={styles.frame}
      src={address}
      title={t('previewOf', { title })}
      sandbox="allow-same-origin allow-modals"
      onLoad={() => frame.current?.contentWindow?.scrollTo(0, scrolled.current)}
    />
  )
}
