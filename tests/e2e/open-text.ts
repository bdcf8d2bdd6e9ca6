import type { Page } from '@playwright/test'
import { wordsOn } from './board-page.ts'
import { expect } from './fixtures.ts'

/** What stands before a place in the text that is open for writing; lines are parted by a line break. */
type Before = string | null

/** The words before the own caret, and before the caret that is drawn for the only other one who is in the text. */
export type Carets = { own: Before; other: Before }

/** Where both carets are on this page. */
export const caretsOn = (page: Page): Promise<Carets> =>
  page.evaluate(() => {
    const text = document.querySelector('.tl-shape [contenteditable="true"]')
    const selection = getSelection()
    const before = (node: Node | null | undefined, offset: number): string | null => {
      if (!node || !text?.contains(node)) return null
      const range = document.createRange()
      range.setStart(text, 0)
      range.setEnd(node, offset)
      const holder = document.createElement('div')
      holder.append(range.cloneContents())
      return [...holder.children].map((line) => line.textContent).join('\n')
    }
    const bars = [...(text?.querySelectorAll('.board-other-caret') ?? [])]
    const [bar] = bars
    const place = bar?.parentNode ? [...bar.parentNode.childNodes].indexOf(bar) : 0
    return {
      own: before(selection?.focusNode, selection?.focusOffset ?? 0),
      other: bars.length === 1 ? before(bar?.parentNode, place) : null,
    }
  })

/** The words of the open text as they stand in it, line by line. */
export const openWords = (page: Page): Promise<string> =>
  page
    .locator('.tl-shape [contenteditable="true"]')
    .evaluate((text) => [...text.children].map((line) => line.textContent).join('\n'))

/** Both have the same text open and on the note, and each sees the other's caret where it is. */
export async function expectSameText(a: Page, b: Page, id: string): Promise<string> {
  await expect(async () => {
    const [first, second] = [await openWords(a), await openWords(b)]
    expect(second).toBe(first)
    const [ofA, ofB] = [await caretsOn(a), await caretsOn(b)]
    expect(ofA.own).not.toBeNull()
    expect(ofB).toEqual({ own: ofA.other, other: ofA.own })
    for (const page of [a, b]) expect(await wordsOn(page, id).textContent()).toBe(first.replaceAll('\n', ''))
  }).toPass({ timeout: 20_000 })
  return await openWords(a)
}
