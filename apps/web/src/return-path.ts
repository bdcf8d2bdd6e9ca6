const NOT_A_DESTINATION = /^\/(sign-in|setup|invite)(\/|\?|#|$)/

/**
 * A path of this app to go on to after signing in, or `/` for anything else. Addresses that browsers read as another
 * site (`//host`, `/\host`, control characters in between) are refused. Pure.
 */
export function safeReturnPath(value: unknown): string {
  if (typeof value !== 'string' || value.length > 2000) return '/'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these before they read the address
  if (!/^\/(?![/\\])/.test(value) || /[\u0000-\u001f\u007f\\]/.test(value)) return '/'
  const base = 'http://app.invalid'
  let url: URL
  try {
    url = new URL(value, base)
  } catch {
    return '/'
  }
  const path = url.pathname + url.search + url.hash
  return url.origin === base && !path.startsWith('//') && !NOT_A_DESTINATION.test(path) ? path : '/'
}
