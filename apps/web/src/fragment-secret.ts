/** Pages whose links carry a secret in the fragment, which browsers send to no server. */
const PAGES = new Set(['/setup', '/invite', '/j'])

/** Fits what the server hands out; anything else in a fragment is no secret. */
const SECRET = /^#(?:secret=)?([A-Za-z0-9_-]{20,100})$/

let taken: string | null = null

/** The secret of a link's fragment, or null. Pure. */
export function readSecret(path: string, fragment: string): string | null {
  if (!PAGES.has(path.replace(/\/+$/, ''))) return null
  return SECRET.exec(fragment)?.[1] ?? null
}

/**
 * Takes the secret out of the address bar and keeps it in memory, so that it is neither in the history nor in a copied
 * address. Returns true when there was one.
 */
export function takeFragmentSecret(): boolean {
  const { pathname, search, hash } = window.location
  const secret = readSecret(pathname, hash)
  if (secret === null) return false
  taken = secret
  window.history.replaceState(window.history.state, '', pathname + search)
  return true
}

/** The secret that was taken from the address; null when the page was opened without one. */
export function takenSecret(): string | null {
  return taken
}

/** Once used, it is worth nothing. */
export function forgetSecret(): void {
  taken = null
}
