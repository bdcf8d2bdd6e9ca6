import type { SearchResponse } from '@samtavle/shared/api'
import { excerptOf, foldWords, matchesQuery } from '@samtavle/shared/text-search'
import type { Identity } from '../http/app-env.ts'
import type { AccessService } from '../sharing/access-service.ts'
import type { BoardTextStore, FoundText } from './board-text-store.ts'

/** Boards that one search answers with, texts of each, words that are looked for, and letters of a text. */
export const SEARCH = { boards: 20, onEach: 3, words: 8, excerpt: 160 } as const

export type BoardSearchService = ReturnType<typeof createBoardSearchService>

/** Finds names of boards, and words on them, among the boards that a person may see. */
export function createBoardSearchService(deps: {
  store: Pick<BoardTextStore, 'seen' | 'find' | 'isBehind'>
  access: Pick<AccessService, 'among'>
}) {
  const { store, access } = deps
  return {
    async search(identity: Identity, query: string): Promise<SearchResponse> {
      const words = foldWords(query).slice(0, SEARCH.words)
      const { userId } = identity
      const seen = new Map((await store.seen(userId)).map((board) => [board.id, board]))
      const behind = await store.isBehind([...seen.keys()])
      const texts = await store.find([...seen.keys()], words, { boards: SEARCH.boards + 1, onEach: SEARCH.onEach })
      const onBoard = new Map<string, FoundText[]>()
      for (const text of texts) onBoard.set(text.boardId, [...(onBoard.get(text.boardId) ?? []), text])
      const named = [...seen.values()].filter(({ title }) => matchesQuery(query, [title])).map(({ id }) => id)
      const found = [...new Set([...onBoard.keys(), ...named])]
      const answered = found.slice(0, SEARCH.boards)
      // Rights may have changed since the statements above.
      const granted = await access.among(identity, answered, 'board.view')
      const boards = answered.flatMap((id): SearchResponse['boards'] => {
        const board = seen.get(id)
        if (board === undefined || !granted.has(id)) return []
        const hits = onBoard.get(id) ?? []
        return [
          {
            ...board,
            count: hits[0]?.count ?? 0,
            hits: hits.map(({ shape, section, role, words: text }) => {
              return { shape, section, role, text: excerptOf(words, text, SEARCH.excerpt) }
            }),
          },
        ]
      })
      return { boards, more: found.length > answered.length, behind }
    },
  }
}
