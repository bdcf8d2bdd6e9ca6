export type ThemeChoice = 'system' | 'light' | 'dark'

const KEY = 'samtavle.theme'

/** What was chosen on this device; the system's own theme until something is. `public/first-paint.js` reads it too. */
export function storedTheme(): ThemeChoice {
  const value = safely(() => localStorage.getItem(KEY))
  return value === 'light' || value === 'dark' ? value : 'system'
}

/** Shows the theme at once and remembers it on this device. */
export function chooseTheme(choice: ThemeChoice): void {
  safely(() => (choice === 'system' ? localStorage.removeItem(KEY) : localStorage.setItem(KEY, choice)))
  if (choice === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = choice
  for (const listener of listeners) listener()
}

const listeners = new Set<() => void>()
const systemDark = () => matchMedia('(prefers-color-scheme: dark)')

/** Calls back when the shown theme may have changed, by choice or by the system. Returns how to stop. */
export function onThemeChange(listener: () => void): () => void {
  const query = systemDark()
  listeners.add(listener)
  query.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    query.removeEventListener('change', listener)
  }
}

/** The theme that is on screen now. */
export function shownTheme(): 'light' | 'dark' {
  const choice = document.documentElement.dataset.theme
  if (choice === 'light' || choice === 'dark') return choice
  return systemDark().matches ? 'dark' : 'light'
}

/** Storage may be forbidden by the browser; then a choice lasts as long as the page. */
function safely<Result>(use: () => Result): Result | undefined {
  try {
    return use()
  } catch {
    return undefined
  }
}
