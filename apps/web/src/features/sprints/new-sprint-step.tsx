import type { ReactNode } from 'react'
import styles from './new-sprint-form.module.css'

type NewSprintStepProps = { number: number; title: string; children: ReactNode }

/** One question of the guided page, with its number. */
export function NewSprintStep({ number, title, children }: NewSprintStepProps) {
  return (
    <section className={styles.step} aria-labelledby={`step-${number}`}>
      <h2 id={`step-${number}`} className={styles.question}>
        <span className={styles.number}>{number}</span>
        {title}
      </h2>
      <div className={styles.fields}>{children}</div>
    </section>
  )
}
