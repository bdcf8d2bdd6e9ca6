import { matchesQuery } from '@samtavle/shared/text-search'

/** The boards that a query finds, by title, owner or who edited last; in the order they came. Pure. */
export function searchBoards<
  Board extends { title: string; owner: { name: string }; editedBy: { name: string } | null },
>(boards: readonly Board[], query: string): Board[] {
  return boards.filter((board) => matchesQuery(query, [board.title, board.owner.name, board.editedBy?.name ?? '']))
}

/** Last edited first; the same moment by title, so that the order is steady. Pure. */
export function byLastEdit<Board extends { title: string; editedAt: string }>(boards: readonly Board[]): Board[] {
  return [...boards].sort(
    (a, b) => Date.parse(b.editedAt) - Date.parse(a.editedAt) || a.title.localeCompare(b.title, 'da'),
  )
}

/** Did nobody write on it since it was made? */
export function isUntouched(board: { createdAt: string; editedAt: string; editedBy: unknown }): boolean {
  return board.editedBy === null || board.editedAt === board.createdAt
}
