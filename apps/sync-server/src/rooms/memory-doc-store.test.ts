import { randomUUID } from 'node:crypto'
import { docStoreContract } from '../../../../tests/support/doc-store-contract.ts'
import { createMemoryDocStore } from './memory-doc-store.ts'

docStoreContract('in memory', async () => {
  const store = createMemoryDocStore()
  return {
    store,
    async createBoard() {
      const id = randomUUID()
      store.putBoard(id)
      return id
    },
    deleteBoard: async (boardId) => store.deleteBoard(boardId),
    setGeneration: async (boardId, generation) => store.putBoard(boardId, generation),
    close: async () => {},
  }
})
