import styles from './avatar.module.css'
import { classNames } from './class-names.ts'

/** A person as avatars need them; `colour` is the number of a presence colour, 1–8. */
export type AvatarPerson = { id: string; name: string; colour: number }

/** At most two capitals: the first letters of the first and the last word. */
export function initials(name: string): string {
  // What stands in brackets is about the person.
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '' && !word.startsWith('('))
  const first = [...(words[0] ?? '?')][0] ?? '?'
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ''
  return (first + last).toLocaleUpperCase('da')
}

type AvatarProps = { name: string; colour: number; size?: 'sm' | 'md' | 'lg'; onHero?: boolean }

/** Initials on the person's colour. Decorative: the name must stand or be spoken beside it. */
export function Avatar({ name, colour, size = 'md', onHero = false }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={classNames(styles.avatar, styles[size], onHero && styles.onHero)}
      style={{ backgroundColor: `var(--presence-${colour})` }}
    >
      {initials(name)}
    </span>
  )
}

type AvatarRowProps = {
  people: readonly AvatarPerson[]
  /** What is said instead of the initials, for example »Sara og Anders er her nu«. */
  label: string
  max?: number
  onHero?: boolean
}

/** Up to five avatars, then how many more. */
export function AvatarRow({ people, label, max = 5, onHero = false }: AvatarRowProps) {
  const shown = people.slice(0, max)
  const rest = people.length - shown.length
  return (
    <span className={styles.row}>
      <span className="visually-hidden">{label}</span>
      {shown.map((person) => (
        <Avatar key={person.id} name={person.name} colour={person.colour} onHero={onHero} />
      ))}
      {rest > 0 && (
        <span aria-hidden className={styles.rest}>
          +{rest}
        </span>
      )}
    </span>
  )
}
