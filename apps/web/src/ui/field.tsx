import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import styles from './field.module.css'
import { useUiText } from './ui-text.tsx'

type FieldProps = {
  label: string
  hint?: ReactNode
  /** Set when what was typed cannot be used; takes the hint's place for readers of the screen, stands below it. */
  error?: string | undefined
  optional?: boolean
  hideLabel?: boolean
  className?: string | undefined
  /** Draws the control with the ids and states that tie it to its label and texts. */
  control: (bound: {
    id: string
    'aria-describedby': string | undefined
    'aria-invalid': true | undefined
  }) => ReactNode
}

/** Label above, control, hint and error below, tied together. */
export function Field({ label, hint, error, optional = false, hideLabel = false, className, control }: FieldProps) {
  const text = useUiText()
  const id = useId()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const describedBy = [hint !== undefined && hintId, error !== undefined && errorId].filter(Boolean).join(' ')
  return (
    <div className={classNames(styles.field, className)}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles.label}>
        {label}
        {optional && <span className={styles.optional}> ({text.optional})</span>}
      </label>
      {control({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {hint !== undefined && (
        <div id={hintId} className={styles.hint}>
          {hint}
        </div>
      )}
      {error !== undefined && (
        <p id={errorId} className={styles.error}>
          <span aria-hidden>✕</span> <span className="visually-hidden">{text.error}: </span>
          {error}
        </p>
      )}
    </div>
  )
}

type TextFieldProps = Omit<ComponentProps<'input'>, 'size' | 'id'> &
  Omit<FieldProps, 'control'> & { size?: 'md' | 'lg' }

export function TextField({
  label,
  hint,
  error,
  optional,
  hideLabel,
  className,
  size = 'lg',
  ...input
}: TextFieldProps) {
  return (
    <Field
      {...fieldProps({ label, hint, error, optional, hideLabel, className })}
      control={(bound) => (
        <input type="text" {...input} {...bound} className={classNames(styles.control, styles[size])} />
      )}
    />
  )
}

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'id'> & Omit<FieldProps, 'control'>

/** Several lines of words. */
export function TextArea({ label, hint, error, optional, hideLabel, className, ...area }: TextAreaProps) {
  return (
    <Field
      {...fieldProps({ label, hint, error, optional, hideLabel, className })}
      control={(bound) => <textarea {...area} {...bound} className={classNames(styles.control, styles.area)} />}
    />
  )
}

type SelectProps<V extends string> = Omit<ComponentProps<'select'>, 'size' | 'id' | 'onChange' | 'value'> &
  Omit<FieldProps, 'control'> & {
    size?: 'sm' | 'md' | 'lg'
    value: V
    onChange: (value: V) => void
    options: readonly { value: V; label: string; lang?: string }[]
  }

/** The system's own choice list: it works everywhere, with every aid. */
export function Select<V extends string>({
  label,
  hint,
  error,
  optional,
  hideLabel,
  className,
  size = 'lg',
  value,
  onChange,
  options,
  ...select
}: SelectProps<V>) {
  return (
    <Field
      {...fieldProps({ label, hint, error, optional, hideLabel, className })}
      control={(bound) => (
        <select
          {...select}
          {...bound}
          value={value}
          // It offers nothing else.
          onChange={(event) => onChange(event.target.value as V)}
          className={classNames(styles.control, styles.select, styles[size])}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} lang={option.lang}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    />
  )
}

/** Leaves out what was not given, as exact optional properties want it. */
export function fieldProps(given: {
  label: string
  hint?: ReactNode
  error?: string | undefined
  optional?: boolean | undefined
  hideLabel?: boolean | undefined
  className?: string | undefined
}): Omit<FieldProps, 'control'> {
  const { label, hint, error, optional, hideLabel, className } = given
  return {
    label,
    className,
    error,
    ...(hint === undefined ? {} : { hint }),
    ...(optional === undefined ? {} : { optional }),
    ...(hideLabel === undefined ? {} : { hideLabel }),
  }
}
