import styles from './skip-link.module.css'

/** The first thing in the tab order; visible when it has the focus. `target` is the id of the main landmark. */
export function SkipLink({ target, children }: { target: string; children: string }) {
  return (
    <a
      className={styles.skip}
      href={`#${target}`}
      onClick={(event) => {
        // Not by the address: its fragment belongs to the router.
        event.preventDefault()
        const main = document.getElementById(target)
        main?.focus()
        main?.scrollIntoView()
      }}
    >
      {children}
    </a>
  )
}
