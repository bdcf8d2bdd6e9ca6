import { queryOptions } from '@tanstack/react-query'
import { api } from '../api-client.ts'

/** One board as the list has it: name, my role, its state. */
export const boardQuery = (boardId: string) =>
  queryOptions({ queryKey: ['board', boardId], queryFn: ({ signal }) => api.board(boardId, signal) })
