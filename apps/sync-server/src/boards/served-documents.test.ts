import { expect, test } from 'vitest'
import { BOARD, createTestRooms } from '../../../../tests/support/test-rooms.ts'
import { createServedDocuments } from './served-documents.ts'

const PERSON = '00000000-0000-4000-8000-00000000a11a'

function open() {
  const rooms = createTestRooms({ bounds: { bytes: 1_000, smallBytes: 100, smallUntilBytes: 2_000 } })
  const documents = createServedDocuments({ docStore: rooms.store, rooms: rooms.registry })
  const write = (key: string, length: number) =>
    documents.edit(BOARD, PERSON, (doc) => void doc.getMap('records').set(key, 'x'.repeat(length)))
  return { ...rooms, documents, write }
}

test('a board without room for an edit says so, and takes a smaller one', async () => {
  const { write, stored } = open()
  await expect(write('large', 3_000)).rejects.toMatchObject({ code: 'board_full', status: 409 })
  await write('small', 50)
  expect(await stored()).toEqual({ small: 'x'.repeat(50) })
})

test('a board that is not there is not found', async () => {
  const { memory, write } = open()
  memory.deleteBoard(BOARD)
  await expect(write('small', 1)).rejects.toMatchObject({ code: 'not_found' })
})
