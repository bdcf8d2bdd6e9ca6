import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { CaretMarks, type ShownCaret } from './caret-marks.ts'

type CaretState = { carets: readonly ShownCaret[]; decorations: DecorationSet }

const key = new PluginKey<CaretState>('carets of others')

/** The others' carets as they are drawn now. */
export const caretsIn = (state: EditorState): readonly ShownCaret[] => key.getState(state)?.carets ?? []

/** The same carets after a change: each stays with the letter before it. */
export function mapCarets(carets: readonly ShownCaret[], { mapping }: Transaction): ShownCaret[] {
  const stay = (position: number) => mapping.map(position, -1)
  return carets.map((caret) => ({ ...caret, anchor: stay(caret.anchor), head: stay(caret.head) }))
}

/** Has the others' carets drawn where they are. */
export const setCarets = (change: Transaction, carets: readonly ShownCaret[]): Transaction =>
  change.setMeta(key, carets).setMeta('addToHistory', false)

/** Draws the carets of others. They are no part of the text: neither saved, nor undone, nor read out. */
export function createCaretPlugin(): Plugin<CaretState> {
  const marks = new CaretMarks()
  return new Plugin<CaretState>({
    key,
    state: {
      init: () => ({ carets: [], decorations: DecorationSet.empty }),
      apply(change, { carets, decorations }) {
        const next = change.getMeta(key) as readonly ShownCaret[] | undefined
        if (next !== undefined) return { carets: next, decorations: decorate(change, next, marks) }
        if (!change.docChanged) return { carets, decorations }
        return { carets: mapCarets(carets, change), decorations: decorations.map(change.mapping, change.doc) }
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
    view: () => ({
      update: ({ state }) => marks.follow(caretsIn(state)),
      destroy: () => marks.clear(),
    }),
  })
}

function decorate({ doc }: Transaction, carets: readonly ShownCaret[], marks: CaretMarks): DecorationSet {
  const { size } = doc.content
  const decorations = carets.flatMap((caret): Decoration[] => {
    const [anchor, head] = [Math.min(caret.anchor, size), Math.min(caret.head, size)]
    const bar = Decoration.widget(head, () => marks.elementOf(caret), {
      key: `${caret.id} ${caret.name} ${caret.colour}`,
      // What I write at the same place comes behind it, as its owner will see it too.
      side: -1,
      ignoreSelection: true,
      stopEvent: () => true,
    })
    if (anchor === head) return [bar]
    const look = { class: 'board-other-selection', style: `--person: ${caret.colour}` }
    return [Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), look), bar]
  })
  return DecorationSet.create(doc, decorations)
}
