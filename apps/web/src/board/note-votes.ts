import { type Atom, atom, type Editor } from '@tldraw/tldraw'

type Votes = ReadonlyMap<string, number>
const NONE: Votes = new Map()
const shown = new WeakMap<Editor, Atom<Votes>>()

function votesOn(editor: Editor): Atom<Votes> {
  const known = shown.get(editor)
  if (known) return known
  const votes = atom('votes on notes', NONE)
  shown.set(editor, votes)
  return votes
}

/** What votes gave the notes of this board, by the id of the shape; a signal of tldraw's. Nothing while one is open. */
export const noteVotes = (editor: Editor): Votes => votesOn(editor).get()

export const showNoteVotes = (editor: Editor, votes: Votes | null): void => {
  votesOn(editor).set(votes ?? NONE)
}
