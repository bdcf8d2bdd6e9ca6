import type { Me } from '@samtavle/shared/api'
import type { QueryClient } from '@tanstack/react-query'
import { shelvedBoard, tidyShelf } from './device/device-shelf.ts'
import { keepsBoards, personWithoutServer, rememberPerson } from './device/this-device.ts'
import { isUnreachable, meQuery } from './queries.ts'

/** A server that has not answered for so long, in ms, is not waited for where this device can go on without it. */
const SERVER_WAIT_MS = 2_500

/**
 * Who is signed in, as the server says; where it does not answer, whom it knew here last, without any right that only
 * the server can give.
 * @throws ApiError when neither is known
 */
export async function whoIsHere(queryClient: QueryClient): Promise<Me> {
  const known = queryClient.getQueryData(meQuery.queryKey)
  if (known !== undefined) {
    if (known !== fallbackShown) learn(known)
    return known
  }
  const asked = queryClient.ensureQueryData(meQuery)
  void asked.then(learn, () => {})
  const fallback = personWithoutServer()
  if (fallback === null) return asked
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, SERVER_WAIT_MS, null)
  })
  try {
    const me = await Promise.race([asked, silence])
    if (me !== null) return me
  } catch (failure) {
    if (!isUnreachable(failure)) throw failure
  } finally {
    clearTimeout(timer)
  }
  // Old from the beginning: whoever shows it asks the server again.
  fallbackShown = queryClient.setQueryData(meQuery.queryKey, fallback, { updatedAt: 0 })
  return fallback
}

/** What was put into the cache without the server's word. */
let fallbackShown: Me | undefined
let tidiedFor: string | null = null

function learn(me: Me): void {
  rememberPerson(me)
  if (tidiedFor === me.id) return
  tidiedFor = me.id
  // On a device that others use nothing stays but what no server has.
  void tidyShelf(keepsBoards() ? me.id : '', Date.now())
}

/** Does the board lie on this device? */
export async function liesHere(personId: string | undefined, boardId: string): Promise<boolean> {
  return personId !== undefined && keepsBoards() && (await shelvedBoard(personId, boardId)) !== null
}
