import type { SnapshotSection } from '@samtavle/shared/snapshot-api'

/** Something written that the preview can leave out or take in again. */
export type PreviewItem = {
  /** As `withoutShapes` names it. */
  id: string
  /** As the page names it. */
  key: string
  text: string
  isOut: boolean
  /** Place of its section on the page, from 0. */
  section: number
}

type PreviewWords = {
  leaveOut: string
  takeIn: string
  /** Of one item, with its words. */
  leaveOutNamed: (text: string) => string
  takeInNamed: (text: string) => string
  /** Above those of a section that are left out. */
  out: string
}

/**
 * What of the sections that a page shows can be left out.
 * @param parts keys of the sections on the page, in their order
 */
export function previewItems(
  sections: readonly SnapshotSection[],
  parts: readonly { key: string }[],
  withoutShapes: readonly string[],
): PreviewItem[] {
  const out = new Set(withoutShapes)
  return sections.flatMap(({ part, boardId, items }) => {
    const section = parts.findIndex(({ key }) => key === part)
    if (section < 0) return []
    const board = part.slice(0, part.indexOf('/') + 1)
    return items.map(({ id, text }): PreviewItem => {
      return { id, key: board + id.slice(boardId.length + 1), text, isOut: out.has(id), section }
    })
  })
}

/** Marks everything that was put into a page by us, so that it can be put there anew. */
const OURS = 'data-choose'

/**
 * Puts a button at each item of the page, and those that are left out below their section. Of our page around it, where
 * the page itself runs no script.
 * @returns the buttons by the ids of their items
 */
export function placeItemButtons(
  page: Document,
  items: readonly PreviewItem[],
  words: PreviewWords,
  onToggle: (item: PreviewItem) => void,
): ReadonlyMap<string, HTMLButtonElement> {
  for (const ours of page.querySelectorAll(`[${OURS}]`)) ours.remove()
  const places = new Map([...page.querySelectorAll<HTMLElement>('[data-item]')].map((el) => [el.dataset.item, el]))
  const buttons = new Map<string, HTMLButtonElement>()
  const button = (item: PreviewItem): HTMLButtonElement => {
    const made = page.createElement('button')
    made.type = 'button'
    made.className = 'choose'
    made.setAttribute(OURS, item.id)
    made.textContent = item.isOut ? words.takeIn : words.leaveOut
    made.setAttribute('aria-label', item.isOut ? words.takeInNamed(item.text) : words.leaveOutNamed(item.text))
    made.addEventListener('click', () => onToggle(item))
    buttons.set(item.id, made)
    return made
  }
  const hidden = new Map<number, PreviewItem[]>()
  for (const item of items) {
    const place = places.get(item.key)
    // Until the page comes anew, what was just left out stands there still.
    place?.toggleAttribute('data-out', item.isOut)
    if (place !== undefined) place.append(button(item))
    else if (item.isOut) hidden.set(item.section, [...(hidden.get(item.section) ?? []), item])
  }
  for (const [section, out] of hidden) {
    const list = page.createElement('ul')
    list.className = 'left-out'
    for (const item of out) {
      const row = page.createElement('li')
      row.append(item.text, ' ', button(item))
      list.append(row)
    }
    const box = page.createElement('div')
    box.setAttribute(OURS, '')
    const title = page.createElement('p')
    title.textContent = words.out
    box.append(title, list)
    page
      .getElementById(`part-${section + 1}`)
      ?.closest('section')
      ?.append(box)
  }
  return buttons
}

/** Id of the item whose button this is; null for anything else. */
export const chosenItem = (target: EventTarget | null): string | null =>
  (target as Element | null)?.getAttribute?.(OURS) ?? null
