/** What sharing needs to know of a board; a `BoardSummary` has all of it. */
export type SharedBoard = { id: string; title: string; role: 'owner' | 'edit' | 'view'; owner: { name: string } }
