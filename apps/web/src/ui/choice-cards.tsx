import { RadioGroup } from 'radix-ui'
import { Fragment, useId } from 'react'
import styles from './choice-cards.module.css'
import { useArrowChoice } from './use-arrow-choice.ts'

type ChoiceCardsProps<Value extends string> = {
  label: string
  value: Value
  onChange: (value: Value) => void
  /** The label is spoken only: a heading says it already. */
  hideLabel?: boolean
  /** Two beside each other where there is room, each in a frame of its own. */
  grid?: boolean
  /** Options of one `group` stand together, below its name. `note` is a small line at the end. */
  options: readonly { value: Value; label: string; hint?: string; note?: string; group?: string }[]
}

/** A choice of one where each needs a sentence: rows in one frame, the chosen one tinted and marked. */
export function ChoiceCards<Value extends string>({
  label,
  value,
  onChange,
  hideLabel = false,
  grid = false,
  options,
}: ChoiceCardsProps<Value>) {
  const id = useId()
  const arrows = useArrowChoice(onChange)
  return (
    <div className={styles.field}>
      <span id={id} className={hideLabel ? 'visually-hidden' : styles.label}>
        {label}
      </span>
      <RadioGroup.Root
        className={grid ? styles.grid : styles.group}
        aria-labelledby={id}
        value={value}
        onValueChange={(next) => onChange(next as Value)}
        {...arrows.group}
      >
        {options.map((option, index) => (
          <Fragment key={option.value}>
            {option.group !== undefined && option.group !== options[index - 1]?.group && (
              <p className={styles.caption}>{option.group}</p>
            )}
            <RadioGroup.Item value={option.value} className={styles.item} {...arrows.item(option.value)}>
              <span aria-hidden className={styles.dot} />
              <span>
                <span className={styles.name}>{option.label}</span>
                {option.hint !== undefined && <span className={styles.hint}>{option.hint}</span>}
                {option.note !== undefined && <span className={styles.note}>{option.note}</span>}
              </span>
            </RadioGroup.Item>
          </Fragment>
        ))}
      </RadioGroup.Root>
    </div>
  )
}
