import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Dialog } from '../ui/dialog.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import styles from './side-panel.module.css'

export type SidePanelProps = {
  id: string
  title: string
  closeLabel: string
  /** There is no room beside the canvas: the whole screen is the panel. */
  asSheet: boolean
  onClose(): void
  children: ReactNode
}

/** A panel beside the canvas that is opened to be worked in: its heading gets the focus. On a phone a sheet over it. */
export function SidePanel({ id, title, closeLabel, asSheet, onClose, children }: SidePanelProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (asSheet) return
    // A moment later: the menu that opened the panel gives the focus back first.
    const timer = setTimeout(() => heading.current?.focus(), 0)
    return () => clearTimeout(timer)
  }, [asSheet])
  if (asSheet) {
    return (
      <Dialog open onOpenChange={(stays) => !stays && onClose()} title={title}>
        <div className={styles.sheet}>{children}</div>
      </Dialog>
    )
  }
  return (
    <aside id={id} className={styles.panel} aria-label={title} data-own-keys>
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <IconButton size="sm" label={closeLabel} icon={<X size={20} aria-hidden />} onClick={onClose} />
      </div>
      {children}
    </aside>
  )
}
