export type NoteVotes = Readonly<{ shape: string; votes: number }>
export type RankedNote = NoteVotes & {
  /** Counted from 1; the same for the same number of votes, as in sports: 1, 2, 2, 4. */
  rank: number
  isTied: boolean
}

/** Most votes first; what has the same stays in the order it came in. */
export function rankedVotes(notes: readonly NoteVotes[]): RankedNote[] {
  const sorted = [...notes].sort((a, b) => b.votes - a.votes)
  return sorted.map((note) => ({
    ...note,
    rank: sorted.findIndex(({ votes }) => votes === note.votes) + 1,
    isTied: sorted.filter(({ votes }) => votes === note.votes).length > 1,
  }))
}

/** Those at the top, and all that share the last place among them: a tie is for people to break. */
export function topNotes(ranked: readonly RankedNote[], count: number): RankedNote[] {
  return ranked.filter(({ rank }) => rank <= count)
}
