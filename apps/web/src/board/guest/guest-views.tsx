import { Map as MapIcon, NotebookPen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from './guest-list.module.css'
import type { GuestView } from './use-guest-list.ts'

/** At the foot of a guest's phone: the list to write in, or the canvas as it lies. */
export function GuestViews({ view, show }: { view: GuestView; show(view: GuestView): void }) {
  const { t } = useTranslation('guestList')
  const tab = (value: GuestView, label: string, icon: React.ReactNode) => (
    <button type="button" className={styles.view} aria-pressed={view === value} onClick={() => show(value)}>
      {icon}
      {label}
    </button>
  )
  return (
    <nav className={styles.views} aria-label={t('views')}>
      {tab('list', t('list'), <NotebookPen size={20} aria-hidden />)}
      {tab('canvas', t('canvas'), <MapIcon size={20} aria-hidden />)}
    </nav>
  )
}
