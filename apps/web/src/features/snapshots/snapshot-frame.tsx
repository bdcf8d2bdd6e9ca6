import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './snapshot-page.module.css'
import { snapshotApi } from './snapshots-client.ts'

export type FrameHandle = {
  print(): void
  /** Leads to an item, or where it has no place of its own, to the section with this place (from 0). */
  show(key: string | null, section: number): void
}

type SnapshotFrameProps = {
  id: string
  title: string
  /** Changes when the page does: it is fetched again. */
  state: string
  handle?: Ref<FrameHandle>
  /** Told of the page whenever it has loaded; what is put there hears what people do with it. */
  onPage?: (page: Document) => void
}

/**
 * The page as its readers get it, made by the server. No script runs in it, which its own policy says too; that it is of
 * our origin lets it load its pictures, and lets it be printed.
 */
export function SnapshotFrame({ id, title, state, handle, onPage }: SnapshotFrameProps) {
  const { t } = useTranslation('snapshots')
  const frame = useRef<HTMLIFrameElement>(null)
  const shown = useRef(state)
  const scrolled = useRef(0)
  const address = snapshotApi.pageAddress(id)
  useImperativeHandle(
    handle,
    () => ({
      print: () => frame.current?.contentWindow?.print(),
      show: (key, section) => frame.current && showInside(frame.current, key, section),
    }),
    [],
  )
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
      // Not every browser tells listeners of ours what happens in a page where scripts are off.
      sandbox={`allow-same-origin allow-modals${onPage === undefined ? '' : ' allow-scripts'}`}
      onLoad={() => {
        frame.current?.contentWindow?.scrollTo(0, scrolled.current)
        if (frame.current?.contentDocument) onPage?.(frame.current.contentDocument)
      }}
    />
  )
}

/** Scrolls to a place in the framed page, marks it and gives it the focus, as a link to it would. */
function showInside(frame: HTMLIFrameElement, key: string | null, section: number): void {
  const inside = frame.contentDocument
  if (inside === null) return
  const item = key === null ? null : inside.querySelector<HTMLElement>(`[data-item="${CSS.escape(key)}"]`)
  const place = item ?? inside.getElementById(`part-${section + 1}`)
  if (place === null) return
  for (const shown of inside.querySelectorAll('[data-shown]')) shown.removeAttribute('data-shown')
  place.setAttribute('data-shown', '')
  place.tabIndex = -1
  frame.scrollIntoView({ block: 'nearest' })
  place.scrollIntoView({ block: 'center' })
  place.focus({ preventScroll: true })
}
