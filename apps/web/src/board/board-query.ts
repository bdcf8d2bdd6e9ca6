import { queryOptions } from '@tanstack/react-query'
import { api } from '../api-client.ts'

/**
 * One board as the list has it: name, my role, its state. Forgotten when the page is left: what one may do on a board
 * follows from it when it is opened, and must not be what held yesterday.
 */
export const boardQuery = (boardId: string) =>
  queryOptions({ queryKey: ['board', boardId], queryFn: ({ signal }) => api.board(boardId, signal), gcTime: 0 })
