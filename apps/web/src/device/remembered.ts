const PREFIX = 'samtavle.'

/** What this device remembers under a key, or null. Storage may be forbidden: then nothing is remembered. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key)
  } catch {
    return null
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + key, value)
  } catch {
    // A full or forbidden store costs a convenience, no content.
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key)
  } catch {
    // Nothing was remembered, then.
  }
}
