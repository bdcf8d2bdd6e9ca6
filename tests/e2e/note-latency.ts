import type { Page } from '@playwright/test'

/** Moments in ms since 1970, from the monotonic clock of each page, so that two pages on one machine compare. */
type Times = { pointerUp: number; seen: Record<string, number> }

const timesOf = (page: Page): Promise<Times> =>
  page.evaluate(() => (globalThis as unknown as { noteTimes: Times }).noteTimes)

/** Notes from now on, inside the page, when the pointer was last let go and when each note came into the page. */
export async function watchNotes(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: Times = { pointerUp: 0, seen: {} }
    Object.assign(globalThis, { noteTimes: times })
    const now = () => performance.timeOrigin + performance.now()
    addEventListener('pointerup', () => Object.assign(times, { pointerUp: now() }), { capture: true })
    const look = (node: Node) => {
      if (!(node instanceof HTMLElement)) return
      const { shapeId, shapeType } = node.dataset
      if (shapeType === 'note' && shapeId !== undefined) times.seen[shapeId] ??= now()
      for (const child of node.children) look(child)
    }
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) look(node)
    }).observe(document.body, { childList: true, subtree: true })
  })
}

/** Milliseconds from letting the pointer go in `from` to the note being in the page of `to`. */
export async function latencyOf(from: Page, to: Page, noteId: string): Promise<number> {
  const [sent, got] = [await timesOf(from), await timesOf(to)]
  const seen = got.seen[noteId]
  if (seen === undefined) throw new Error(`${noteId} was never in the other page`)
  return seen - sent.pointerUp
}

/** Nearest rank: the smallest value that at least this share of all is not above. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
