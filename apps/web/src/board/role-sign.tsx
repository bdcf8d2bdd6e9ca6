import { NOTE_ROLE_LOOK, type NoteRole } from '@samtavle/shared/note-role'
import styles from './board-controls.module.css'

/** A role as a small sheet of its paper with its sign. Decorative: the word stands beside it. */
export function RoleSign({ role }: { role: NoteRole }) {
  return (
    <span
      aria-hidden
      className={styles.sign}
      style={{
        background: `var(--note-${role}-fill)`,
        color: `var(--note-${role}-text)`,
        borderBottomColor: `var(--note-${role}-edge)`,
      }}
    >
      {NOTE_ROLE_LOOK[role].sign.slice(0, 1)}
    </span>
  )
}
