import { Check } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react'
import { classNames } from './class-names.ts'
import styles from './menu.module.css'

type MenuProps = {
  /** The control that opens the menu: one element that takes a ref and props. */
  trigger: ReactNode
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'bottom'
  children: ReactNode
}

/** Runs what an item asks for when the menu is gone and its trigger has the focus, where a dialog returns it later. */
const AfterClose = createContext<(action: () => void) => void>((action) => action())

export function Menu({ trigger, align = 'end', side = 'bottom', children }: MenuProps) {
  // In the landmark of its trigger, so that whoever goes through the page by landmarks does not fall out of it.
  const [landmark, setLandmark] = useState<HTMLElement | null>(null)
  const place = useCallback((control: HTMLElement | null) => {
    if (control !== null) setLandmark(control.closest<HTMLElement>('[role="dialog"], main, header, aside'))
  }, [])
  const pending = useRef<(() => void) | null>(null)
  const runPending = () => {
    const action = pending.current
    pending.current = null
    if (action !== null) setTimeout(action, 0)
  }
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild ref={place}>
        {trigger}
      </Radix.Trigger>
      <Radix.Portal container={landmark}>
        <Radix.Content
          className={styles.menu}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          loop
          onCloseAutoFocus={runPending}
        >
          <AfterClose
            value={(action) => {
              pending.current = action
            }}
          >
            {children}
          </AfterClose>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

type MenuItemProps = {
  icon?: ReactNode
  /** Key that does the same, shown at the right. */
  shortcut?: string
  danger?: boolean
  disabled?: boolean
  onSelect?: () => void
  /** With this, the one child is a link that becomes the item. */
  asChild?: boolean
  children: ReactNode
}

export function MenuItem({ icon, shortcut, danger, disabled = false, onSelect, asChild, children }: MenuItemProps) {
  const afterClose = useContext(AfterClose)
  const select = onSelect === undefined ? {} : { onSelect: () => afterClose(onSelect) }
  return (
    <Radix.Item
      className={classNames(styles.item, danger && styles.danger)}
      disabled={disabled}
      asChild={asChild ?? false}
      {...select}
    >
      {asChild ? (
        children
      ) : (
        <>
          {icon}
          <span className={styles.label}>{children}</span>
          {shortcut !== undefined && <span className={styles.shortcut}>{shortcut}</span>}
        </>
      )}
    </Radix.Item>
  )
}

export function MenuSeparator() {
  return <Radix.Separator className={styles.separator} />
}

type MenuChoiceProps<Value extends string> = {
  label: string
  value: Value
  onChange: (value: Value) => void
  options: readonly { value: Value; label: string; lang?: string }[]
}

/** A choice of one among few inside a menu, with its heading. The menu stays open, so that the effect is seen. */
export function MenuChoice<Value extends string>({ label, value, onChange, options }: MenuChoiceProps<Value>) {
  return (
    <Radix.RadioGroup value={value} onValueChange={(next) => onChange(next as Value)} aria-label={label}>
      <Radix.Label className={styles.heading}>{label}</Radix.Label>
      {options.map((option) => (
        <Radix.RadioItem
          key={option.value}
          value={option.value}
          className={styles.item}
          lang={option.lang}
          onSelect={(event) => event.preventDefault()}
        >
          <span className={styles.tick}>
            <Radix.ItemIndicator>
              <Check size={16} aria-hidden />
            </Radix.ItemIndicator>
          </span>
          <span className={styles.label}>{option.label}</span>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  )
}
