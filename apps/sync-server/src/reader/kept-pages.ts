/** How many bytes of finished pages and pictures stay in memory, before they are compressed. */
export const KEPT_BYTES = 32 * 1024 * 1024

/** Finished pages by what they are made of; the one that nobody asked for longest goes first. */
export type KeptPages = {
  /** The bytes of `key`, made when nobody did yet; who asks meanwhile waits for the same. A failure is not kept. */
  get(key: string, make: () => Promise<string>): Promise<Uint8Array>
  /** Bytes that are kept now. */
  size(): number
}

/**
 * A frozen page is the same for ever, so a hundred readers cost one rendering; the same bytes are compressed once, see
 * `encodeBody`.
 */
export function createKeptPages(mostBytes: number = KEPT_BYTES): KeptPages {
  const pages = new Map<string, { made: Promise<Uint8Array>; bytes: number }>()
  let kept = 0

  function forget(key: string): void {
    kept -= pages.get(key)?.bytes ?? 0
    pages.delete(key)
  }

  return {
    async get(key, make) {
      const known = pages.get(key)
      if (known !== undefined) {
        pages.delete(key)
        pages.set(key, known)
        return await known.made
      }
      const page = { made: make().then((text) => new TextEncoder().encode(text)), bytes: 0 }
      pages.set(key, page)
      try {
        const made = await page.made
        if (pages.get(key) === page) {
          page.bytes = made.byteLength
          kept += made.byteLength
        }
        for (const oldest of pages.keys()) {
          if (kept <= mostBytes) break
          forget(oldest)
        }
        return made
      } catch (error) {
        if (pages.get(key) === page) forget(key)
        throw error
      }
    },
    size: () => kept,
  }
}
