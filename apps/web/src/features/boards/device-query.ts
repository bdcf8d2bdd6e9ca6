import { queryOptions } from '@tanstack/react-query'
import { leftWords, shelvedBoards, waitingOn } from '../../device/device-shelf.ts'
import { keepsBoards } from '../../device/this-device.ts'
import { useMe } from '../../queries.ts'

/** What of mine lies on this device: boards, with how much on each waits for the server, and words that no board took. */
export function useDeviceQuery() {
  const { id } = useMe()
  return queryOptions({ queryKey: ['on this device', id], queryFn: () => askDevice(id), staleTime: 0, gcTime: 0 })
}

async function askDevice(personId: string) {
  if (!keepsBoards()) return { boards: [], left: [] }
  const shelved = await shelvedBoards(personId)
  const boards = await Promise.all(shelved.map(async (board) => ({ ...board, waiting: await waitingOn(board) })))
  return { boards, left: await leftWords(personId) }
}
