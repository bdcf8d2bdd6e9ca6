import { type ReactNode, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Tabs } from '../../ui/tabs.tsx'
import styles from './snapshot-page.module.css'

type Pane = { label: string; heading?: string; content: ReactNode }

/** Where there is room for two things beside each other; the same width as in the styles. */
const WIDE = '(min-width: 64rem)'

function useIsWide(): boolean {
  return useSyncExternalStore(
    (told) => {
      const query = window.matchMedia(WIDE)
      query.addEventListener('change', told)
      return () => query.removeEventListener('change', told)
    },
    () => window.matchMedia(WIDE).matches,
  )
}

/** Two things beside each other; where there is no room, as two tabs. */
export function TwoPanes({ first, second }: { first: Pane; second: Pane }) {
  const { t } = useTranslation('snapshots')
  const isWide = useIsWide()
  const [shown, setShown] = useState<'first' | 'second'>('first')
  if (isWide) {
    return (
      <div className={styles.panes}>
        <section aria-label={first.label}>{first.content}</section>
        <section className={styles.second} aria-label={second.heading ?? second.label}>
          <h2 className={styles.legend}>{second.heading ?? second.label}</h2>
          {second.content}
        </section>
      </div>
    )
  }
  return (
    <Tabs
      label={t('title')}
      value={shown}
      onChange={setShown}
      tabs={[
        { value: 'first', label: first.label, content: first.content },
        { value: 'second', label: second.label, content: second.content },
      ]}
    />
  )
}
