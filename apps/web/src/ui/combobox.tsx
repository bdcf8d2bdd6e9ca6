import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { classNames } from './class-names.ts'
import styles from './combobox.module.css'
import fieldStyles from './field.module.css'
import { Field, fieldProps } from './field.tsx'

type ComboboxProps<Option> = {
  label: string
  hint?: ReactNode
  /** Set when what was typed cannot be used. */
  error?: string | undefined
  query: string
  onQueryChange: (query: string) => void
  options: readonly Option[]
  optionKey: (option: Option) => string
  renderOption: (option: Option) => ReactNode
  onChoose: (option: Option) => void
  /** Said when nothing fits, and how many do. */
  emptyText: string
  countText: string
}

/**
 * A field with a list of what fits below it. Arrow keys move in the list, Enter chooses, Escape closes; the focus stays
 * in the field (the ARIA combobox with list autocompletion).
 */
export function Combobox<Option>(props: ComboboxProps<Option>) {
  const { label, hint, error, query, onQueryChange, options, optionKey, renderOption, onChoose } = props
  const { emptyText, countText } = props
  const listId = useId()
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const current = options[Math.min(active, options.length - 1)]
  const idOf = (option: Option) => `${listId}-${optionKey(option)}`
  const choose = (option: Option) => {
    onChoose(option)
    setOpen(false)
    setActive(0)
  }
  const move = (by: number) => {
    setOpen(true)
    if (options.length > 0) setActive((at) => (Math.min(at, options.length - 1) + by + options.length) % options.length)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') move(open ? 1 : 0)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Enter' && open && current !== undefined) choose(current)
    // Only while the list is open, so that the next Escape still closes the dialog around it.
    else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      setOpen(false)
    } else return
    event.preventDefault()
  }
  return (
    <div className={styles.combobox}>
      <Field
        {...fieldProps({ label, hint, error })}
        control={(bound) => (
          <div className={styles.anchor}>
            <input
              {...bound}
              type="text"
              role="combobox"
              aria-expanded={open}
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={open && current !== undefined ? idOf(current) : undefined}
              autoComplete="off"
              spellCheck={false}
              className={classNames(fieldStyles.control, fieldStyles.lg)}
              value={query}
              onFocus={() => setOpen(query !== '')}
              onClick={() => setOpen(true)}
              onBlur={() => setOpen(false)}
              onKeyDown={onKeyDown}
              onChange={(event) => {
                onQueryChange(event.target.value)
                setActive(0)
                setOpen(true)
              }}
            />
            <div
              id={listId}
              role="listbox"
              aria-label={label}
              hidden={!open || options.length === 0}
              className={styles.list}
            >
              {options.map((option) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and takes the keys
                // biome-ignore lint/a11y/useFocusableInteractive: named by aria-activedescendant instead
                <div
                  key={optionKey(option)}
                  id={idOf(option)}
                  role="option"
                  aria-selected={option === current}
                  className={styles.option}
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => choose(option)}
                >
                  {renderOption(option)}
                </div>
              ))}
            </div>
            {open && options.length === 0 && <p className={classNames(styles.list, styles.empty)}>{emptyText}</p>}
          </div>
        )}
      />
      <p className="visually-hidden" role="status">
        {open && (options.length === 0 ? emptyText : countText)}
      </p>
    </div>
  )
}
