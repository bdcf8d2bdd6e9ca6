import { wordsOfChanges } from '../sync/lost-words.ts'
import { BoardDatabase } from './board-database.ts'
import { eraseBoard, leaveWords, type ShelvedBoard } from './device-shelf.ts'

/**
 * A board that this device must not have any more: what its author wrote and no server took is left as words, the rest
 * goes. Never rejects.
 */
export async function retireBoard(board: ShelvedBoard, now = Date.now()): Promise<void> {
  const { personId, boardId, summary } = board
  await leaveWords({ personId, boardId, title: summary.title, words: await wordsThatWait(board), at: now })
  await eraseBoard(board)
}

async function wordsThatWait(board: ShelvedBoard): Promise<string[]> {
  try {
    const database = await BoardDatabase.open(board)
    try {
      return wordsOfChanges((await database.waiting()).sort((a, b) => a.at - b.at))
    } finally {
      database.close()
    }
  } catch {
    return []
  }
}
