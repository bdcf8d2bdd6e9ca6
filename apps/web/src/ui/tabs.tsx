import { Tabs as Radix } from 'radix-ui'
import type { ReactNode, Ref } from 'react'
import styles from './tabs.module.css'

type TabsProps<Value extends string> = {
  label: string
  /** The row of the tabs themselves. */
  list?: Ref<HTMLDivElement>
  value: Value
  onChange: (value: Value) => void
  tabs: readonly { value: Value; label: string; content: ReactNode }[]
}

/** Parts of a panel, one at a time. Arrow keys move between them. */
export function Tabs<Value extends string>({ label, list, value, onChange, tabs }: TabsProps<Value>) {
  return (
    <Radix.Root value={value} onValueChange={(next) => onChange(next as Value)}>
      <Radix.List ref={list} className={styles.list} aria-label={label}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.value} value={tab.value} className={styles.tab}>
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className={styles.content}>
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
