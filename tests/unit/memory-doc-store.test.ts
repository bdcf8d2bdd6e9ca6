import { randomUUID } from 'node:crypto'
import { docStoreContract } from '../support/doc-store-contract.ts'
import { createMemoryDocStore } from '../support/memory-doc-store.ts'

docStoreContract('in memory', async () => {
  const damageReports: string[] = []
  const store = createMemoryDocStore((boardId) => void damageReports.push(boardId))
  return {
    store,
    damageReports,
    async createBoard() {
      const id = randomUUID()
      store.putBoard(id)
      return id
    },
    deleteBoard: async (boardId) => store.deleteBoard(boardId),
    setGeneration: async (boardId, generation) => store.putBoard(boardId, generation),
    damageSnapshot: async (boardId, number) => store.damageSnapshot(boardId, number),
    appendLate: async (row) => store.appendLate(row),
    close: async () => {},
  }
})
