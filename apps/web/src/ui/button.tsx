import { Slot } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import styles from './button.module.css'
import { classNames } from './class-names.ts'

export type ButtonVariant = 'primary' | 'outline' | 'quiet' | 'danger' | 'danger-filled' | 'hero' | 'hero-outline'
export type ButtonSize = 'sm' | 'md' | 'lg'

type ButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  variant?: ButtonVariant
  size?: ButtonSize
  /** Icon before the label; decorative, the label says everything. */
  icon?: ReactNode
  iconAfter?: ReactNode
  /** While true the button keeps its width, shows `busyLabel` and ignores presses. */
  busy?: boolean
  busyLabel?: string
  wide?: boolean
  children: ReactNode
}

const look = (variant: ButtonVariant, size: ButtonSize, wide: boolean, extra?: string): string =>
  classNames(styles.button, styles[variant], styles[size], wide && styles.wide, extra)

/** A button with words. One `primary` per region; the rest are `outline` or `quiet`. */
export function Button({
  variant = 'outline',
  size = 'md',
  icon,
  iconAfter,
  busy = false,
  busyLabel,
  wide = false,
  className,
  onClick,
  type = 'button',
  children,
  ...rest
}: ButtonProps) {
  const label = (
    <>
      {icon}
      {children}
      {iconAfter}
    </>
  )
  return (
    <button
      {...rest}
      type={type}
      className={look(variant, size, wide, className)}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busyLabel === undefined ? (
        label
      ) : (
        <span className={styles.swap}>
          <span className={classNames(busy && styles.hidden)}>{label}</span>
          <span className={classNames(!busy && styles.hidden)}>{busyLabel}</span>
        </span>
      )}
    </button>
  )
}

/** The look of a button for a link: its one child is the link, with icon and words inside. */
export function ButtonLook({
  variant = 'outline',
  size = 'md',
  wide = false,
  className,
  children,
}: Pick<ButtonProps, 'variant' | 'size' | 'wide' | 'className' | 'children'>) {
  return <Slot.Root className={look(variant, size, wide, className)}>{children}</Slot.Root>
}
