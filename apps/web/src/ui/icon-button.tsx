import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './icon-button.module.css'
import { Tooltip } from './tooltip.tsx'

type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  /** The name of the button, spoken and shown as a tooltip. */
  label: string
  icon: ReactNode
  size?: 'sm' | 'md'
  tooltip?: boolean
}

/** A button with an icon only: close, undo, more, canvas tools. */
export function IconButton({ label, icon, size = 'md', tooltip = true, className, ...rest }: IconButtonProps) {
  const button = (
    <button type="button" {...rest} aria-label={label} className={classNames(styles.button, styles[size], className)}>
      {icon}
    </button>
  )
  return tooltip ? <Tooltip text={label}>{button}</Tooltip> : button
}
