import type { BoxModel, Editor, TLMeasureTextOpts } from '@tldraw/tldraw'

type Size = BoxModel & { scrollWidth: number }
type Asked = { html: string; style: TLMeasureTextOpts }

/** As many texts as two full boards hold. */
const MAX_KEPT = 10_000
/** How many texts stand in the page at once to be measured. */
const BATCH = 500
const NOTHING: Size = { x: 0, y: 0, w: 0, h: 0, scrollWidth: 0 }

/**
 * How large words are on the canvas. tldraw measures them for every new record of a note, each time with a layout of
 * the page: three times while a note is made, and again when a person or a place is written into it. Here the same words
 * in the same style are measured once, and many texts together in one layout (`measureAhead`).
 */
export class TextSizes {
  readonly #kept = new Map<string, Size>()
  /** What would be measured, while that is only being found out. */
  #asked: Map<string, Asked> | undefined

  readonly #editor: Editor
  readonly #measure: Editor['textMeasure']['measureHtml']

  private constructor(editor: Editor) {
    this.#editor = editor
    this.#measure = editor.textMeasure.measureHtml.bind(editor.textMeasure)
    editor.textMeasure.measureHtml = (html, style) => this.#sizeOf(html, style)
  }

  /** The sizes of an editor, from the first time on that somebody asks for them until the editor ends. */
  static of(editor: Editor): TextSizes {
    const known = all.get(editor)
    if (known !== undefined) return known
    const sizes = new TextSizes(editor)
    const forget = () => sizes.#kept.clear()
    // Another font, or another zoom of the whole page, and words have another width.
    document.fonts.addEventListener('loadingdone', forget)
    window.addEventListener('resize', forget)
    all.set(editor, sizes)
    editor.disposables.add(() => {
      document.fonts.removeEventListener('loadingdone', forget)
      window.removeEventListener('resize', forget)
      forget()
    })
    return sizes
  }

  #sizeOf(html: string, style: TLMeasureTextOpts): Size {
    const key = keyOf(html, style)
    const known = this.#kept.get(key)
    if (known !== undefined) return known
    if (this.#asked !== undefined) {
      this.#asked.set(key, { html, style })
      return NOTHING
    }
    return this.#keep(key, this.#measure(html, style))
  }

  #keep(key: string, size: Size): Size {
    if (this.#kept.size >= MAX_KEPT) this.#kept.clear()
    this.#kept.set(key, size)
    return size
  }

  /** Runs `measuring` once to learn which sizes it will ask for, and measures them. */
  ahead(measuring: () => void): void {
    const asked = new Map<string, Asked>()
    this.#asked = asked
    try {
      measuring()
    } finally {
      this.#asked = undefined
    }
    const waiting = [...asked]
    for (let from = 0; from < waiting.length; from += BATCH) this.#measureTogether(waiting.slice(from, from + BATCH))
  }

  #measureTogether(texts: readonly (readonly [string, Asked])[]): void {
    const room = document.createElement('div')
    const sheets = texts.map(([, { html, style }]) => {
      const sheet = sheetFor(style)
      sheet.innerHTML = html
      return sheet
    })
    room.append(...sheets)
    this.#editor.getContainer().append(room)
    texts.forEach(([key, { style }], i) => {
      const sheet = sheets[i]
      if (sheet === undefined) return
      const { width: w, height: h } = sheet.getBoundingClientRect()
      this.#keep(key, { x: 0, y: 0, w, h, scrollWidth: style.measureScrollWidth === true ? sheet.scrollWidth : 0 })
    })
    room.remove()
  }
}

const all = new WeakMap<Editor, TextSizes>()

/**
 * Measures in one layout what `measuring` is going to measure. It is run once more for that, with sizes that are not
 * true: it must keep nothing of what it gets.
 */
export function measureAhead(editor: Editor, measuring: () => void): void {
  TextSizes.of(editor).ahead(measuring)
}

/** The same for the first who measures anything: what a board holds when it is opened. */
export function measureOnce(editor: Editor, measuring: () => void): void {
  if (!all.has(editor)) measureAhead(editor, measuring)
}

const keyOf = (html: string, style: TLMeasureTextOpts): string => `${JSON.stringify(style)}\n${html}`

/** An element in which words are as large as where tldraw measures them (TextManager of @tldraw/editor 3.15). */
function sheetFor(style: TLMeasureTextOpts): HTMLElement {
  const sheet = document.createElement('div')
  sheet.className = 'tl-text tl-text-measure'
  sheet.dir = 'auto'
  const styles: Record<string, string | undefined> = {
    'overflow-wrap': style.disableOverflowWrapBreaking === true ? 'normal' : 'break-word',
    'font-family': style.fontFamily,
    'font-style': style.fontStyle,
    'font-weight': style.fontWeight,
    'font-size': `${style.fontSize}px`,
    'line-height': String(style.lineHeight),
    padding: style.padding,
    'max-width': style.maxWidth ? `${style.maxWidth}px` : undefined,
    'min-width': style.minWidth ? `${style.minWidth}px` : undefined,
    ...style.otherStyles,
  }
  for (const [name, value] of Object.entries(styles)) if (value !== undefined) sheet.style.setProperty(name, value)
  return sheet
}
