import { Search } from 'lucide-react'
import { classNames } from './class-names.ts'
import styles from './field.module.css'
import { Field } from './field.tsx'

type SearchFieldProps = { label: string; value: string; onChange: (value: string) => void; className?: string }

/** Searches while one types; Escape empties it. The label is spoken and stands as placeholder. */
export function SearchField({ label, value, onChange, className }: SearchFieldProps) {
  return (
    <Field
      label={label}
      hideLabel
      className={className}
      control={(bound) => (
        <div className={styles.search}>
          <span className={styles.glass}>
            <Search size={18} aria-hidden />
          </span>
          <input
            {...bound}
            type="search"
            placeholder={label}
            value={value}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && value !== '') {
                event.preventDefault()
                onChange('')
              }
            }}
            className={classNames(styles.control, styles.md)}
          />
        </div>
      )}
    />
  )
}
