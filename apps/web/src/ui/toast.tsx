import { CircleAlert, CircleCheck, Info, X } from 'lucide-react'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'
import styles from './toast.module.css'
import { useUiText } from './ui-text.tsx'

type ToastAction = { label: string; onSelect: () => void }
export type Toast = {
  text: string
  /** One thing that can be done about it, most often to undo. */
  action?: ToastAction
  /** Another one, beside undoing. */
  also?: ToastAction
  tone?: 'ok' | 'info' | 'error'
  /** Until it is closed, as errors do: what it offers is not to be had again. */
  stays?: boolean
}

const SHOWN_FOR_MS = 6_000
const ICONS = { ok: CircleCheck, info: Info, error: CircleAlert }

const ToastContext = createContext<{ show: (toast: Toast) => void } | null>(null)

/** Says what happened, bottom left, one at a time. Errors, and what stays, until they are closed. */
export function useToast(): { show: (toast: Toast) => void } {
  const toasts = useContext(ToastContext)
  if (toasts === null) throw new Error('ToastProvider is missing')
  return toasts
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<(Toast & { id: number }) | null>(null)
  const next = useRef(0)
  const show = useCallback((toast: Toast) => {
    next.current += 1
    setShown({ ...toast, id: next.current })
  }, [])
  const value = useMemo(() => ({ show }), [show])
  return (
    <ToastContext value={value}>
      {children}
      {/* The region is there before its first text, or readers of the screen would not hear it. */}
      <div className={styles.region} data-toasts role="status" aria-live="polite">
        {shown !== null && <ToastCard key={shown.id} toast={shown} onClose={() => setShown(null)} />}
      </div>
    </ToastContext>
  )
}

function ToastCard({ toast, onClose }: { toast: Toast; onClose: () => void }) {
  const text = useUiText()
  const tone = toast.tone ?? 'ok'
  const stays = tone === 'error' || toast.stays === true
  const [held, setHeld] = useState(false)
  const close = useRef(onClose)
  close.current = onClose

  // Whoever points at it or has the focus in it is about to use it: it waits.
  useEffect(() => {
    if (stays || held) return
    const timer = setTimeout(() => close.current(), SHOWN_FOR_MS)
    return () => clearTimeout(timer)
  }, [stays, held])

  const Icon = ICONS[tone]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only holds the toast while it is being read
    <div
      className={classNames(styles.toast, styles[tone])}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={20} aria-hidden className={styles.icon} />
      <p className={styles.text}>{toast.text}</p>
      {[toast.action, toast.also].map(
        (action) =>
          action !== undefined && (
            <Button
              key={action.label}
              size="sm"
              variant="quiet"
              onClick={() => {
                // Before what it does, which may show a toast of its own.
                onClose()
                action.onSelect()
              }}
            >
              {action.label}
            </Button>
          ),
      )}
      <IconButton size="sm" label={text.close} icon={<X size={16} aria-hidden />} tooltip={false} onClick={onClose} />
    </div>
  )
}
