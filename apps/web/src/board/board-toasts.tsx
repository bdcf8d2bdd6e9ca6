import { useToasts, useValue } from '@tldraw/tldraw'
import { useEffect } from 'react'
import { useToast } from '../ui/toast.tsx'

/** What tldraw has to say is said in the product's own place and look. */
export function BoardToasts() {
  const { toasts, removeToast } = useToasts()
  const { show } = useToast()
  const waiting = useValue('toasts', () => toasts.get(), [toasts])
  useEffect(() => {
    for (const { id, title, description, severity } of waiting) {
      const text = [title, description].filter(Boolean).join('. ')
      if (text !== '') show({ text, tone: severity === 'error' || severity === 'warning' ? 'error' : 'info' })
      removeToast(id)
    }
  }, [waiting, show, removeToast])
  return null
}
