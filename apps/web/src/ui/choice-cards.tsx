import { RadioGroup } from 'radix-ui'
import { Fragment, useId } from 'react'
import styles from './choice-cards.module.css'

type ChoiceCardsProps<Value extends string> = {
  label: string
  value: Value
  onChange: (value: Value) => void
  /** Options of one `group` stand together, below its name. */
  options: readonly { value: Value; label: string; hint?: string; group?: string }[]
}

/** A choice of one where each needs a sentence: rows in one frame, the chosen one tinted and marked. */
export function ChoiceCards<Value extends string>({ label, value, onChange, options }: ChoiceCardsProps<Value>) {
  const id = useId()
  return (
    <div className={styles.field}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      <RadioGroup.Root
        className={styles.group}
        aria-labelledby={id}
        value={value}
        onValueChange={(next) => onChange(next as Value)}
      >
        {options.map((option, index) => (
          <Fragment key={option.value}>
            {option.group !== undefined && option.group !== options[index - 1]?.group && (
              <p className={styles.caption}>{option.group}</p>
            )}
            <RadioGroup.Item value={option.value} className={styles.item}>
              <span aria-hidden className={styles.dot} />
              <span>
                <span className={styles.name}>{option.label}</span>
                {option.hint !== undefined && <span className={styles.hint}>{option.hint}</span>}
              </span>
            </RadioGroup.Item>
          </Fragment>
        ))}
      </RadioGroup.Root>
    </div>
  )
}
