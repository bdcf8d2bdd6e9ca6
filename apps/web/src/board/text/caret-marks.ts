/** Where somebody else stands in the open text: both ends of their selection, as ProseMirror counts. */
export type ShownCaret = { id: string; name: string; colour: string; anchor: number; head: number }

/** For so long after somebody's caret has moved their name stands at it; then it would hide the words around it. */
const NAMED_MS = 3000

type Mark = { element: HTMLElement; place: string; timer: ReturnType<typeof setTimeout> | null }

/** The bars that stand for the carets of others. Each stays the same element wherever it goes. */
export class CaretMarks {
  readonly #marks = new Map<string, Mark>()

  elementOf(caret: ShownCaret): HTMLElement {
    const mark = this.#marks.get(caret.id) ?? { element: createBar(), place: '', timer: null }
    this.#marks.set(caret.id, mark)
    mark.element.style.setProperty('--person', caret.colour)
    // Written by the style sheet: a name among the words would be selected and copied with them.
    mark.element.dataset.name = caret.name
    return mark.element
  }

  /** Shows the names of those whose carets have moved among the words, for a while. */
  follow(carets: readonly ShownCaret[]): void {
    const here = new Set(carets.map(({ id }) => id))
    for (const [id, { timer }] of this.#marks) {
      if (here.has(id)) continue
      if (timer !== null) clearTimeout(timer)
      this.#marks.delete(id)
    }
    for (const { id, anchor, head } of carets) {
      const mark = this.#marks.get(id)
      const place = `${anchor} ${head}`
      if (mark === undefined || mark.place === place) continue
      mark.place = place
      if (mark.timer !== null) clearTimeout(mark.timer)
      mark.element.dataset.named = 'true'
      mark.timer = setTimeout(() => delete mark.element.dataset.named, NAMED_MS)
    }
  }

  clear(): void {
    this.follow([])
  }
}

function createBar(): HTMLElement {
  const bar = document.createElement('span')
  bar.className = 'board-other-caret'
  bar.contentEditable = 'false'
  bar.ariaHidden = 'true'
  return bar
}
