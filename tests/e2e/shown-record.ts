import type { Page } from '@playwright/test'

/** What somebody could read on their screen. */
export type Shown = {
  /** The words of the own note that stood there while the bar said *Gemt*; the last such. */
  saved: string
  /** The words of the other's note, as they stood there last. */
  seen: string
  /** Every state of the bar, in order. */
  states: string[]
}

/**
 * Writes down, frame by frame inside the page, what it shows of two notes and of saving. Words count as shown with a
 * state when both stood there for three frames: what is typed comes on screen a frame before the bar can speak of it.
 */
export async function recordShown(page: Page, notes: { own: string; other: string }): Promise<void> {
  await page.evaluate(({ own, other }) => {
    const record: Shown = { saved: '', seen: '', states: [] }
    Object.assign(globalThis, { shownRecord: record })
    const wordsOn = (id: string) => {
      const note = document.querySelector(`[data-shape-id="${id}"]`)
      const shown = note?.querySelector('[contenteditable="true"]') ?? note?.querySelector('.tl-rich-text')
      return shown?.textContent ?? ''
    }
    let last = ''
    let frames = 0
    const look = () => {
      const state = document.querySelector<HTMLElement>('[data-saved-state]')?.dataset.savedState ?? ''
      const words = wordsOn(own)
      frames = `${state}:${words}` === last ? frames + 1 : 1
      last = `${state}:${words}`
      if (state === 'saved' && frames >= 3) record.saved = words
      if (record.states.at(-1) !== state) record.states.push(state)
      record.seen = wordsOn(other)
      requestAnimationFrame(look)
    }
    look()
  }, notes)
}

export const shownOn = (page: Page): Promise<Shown> =>
  page.evaluate(() => (globalThis as unknown as { shownRecord: Shown }).shownRecord)
