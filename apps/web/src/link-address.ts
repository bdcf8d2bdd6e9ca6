const ADDRESS_MAX = 2_000
const SHOWN_MAX = 70

/** An address that leads to a page; undefined for one that runs, carries its own content or is none at all. */
export function pageAddress(text: string): URL | undefined {
  const words = text.trim()
  if (words.length > ADDRESS_MAX || !/^https?:\/\//i.test(words) || /[\p{Cc}\s]/u.test(words)) return undefined
  try {
    const url = new URL(words)
    return (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '' ? url : undefined
  } catch {
    return undefined
  }
}

/** What a link card says: the site, and the address behind it. Everything is read off the address; nobody is asked. */
export function linkCardText(url: URL): { site: string; shown: string; href: string } {
  const site = url.host.replace(/^www\./, '')
  // A name before the host is there to look like another one.
  const path = readable(url.pathname + url.search)
  const whole = path === '/' ? site : site + path
  const letters = [...whole]
  const shown = letters.length > SHOWN_MAX ? `${letters.slice(0, SHOWN_MAX - 1).join('')}…` : whole
  return { site, shown, href: url.href }
}

/** `%C3%B8` as people write it, where that is letters and figures. */
function readable(path: string): string {
  try {
    const words = decodeURIComponent(path)
    return /[\p{C}\p{Z}]/u.test(words) ? path : words
  } catch {
    return path
  }
}
