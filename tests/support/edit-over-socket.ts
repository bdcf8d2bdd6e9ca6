import { type RecordMap, recordMapOf } from '@samtavle/shared/board-doc'
import * as Y from 'yjs'
import type { ApiSession } from './api-session.ts'
import { type CountedProvider, openCountedProvider, whenSynced } from './sync-client.ts'

/** An edit by a program of somebody who is signed in, in one transaction. Resolves when it is durable. */
export async function editOverSocket(
  session: ApiSession,
  boardId: string,
  change: (records: RecordMap) => void,
): Promise<void> {
  const doc = new Y.Doc()
  let edits = 0
  let client: CountedProvider | undefined
  const saved = new Promise<void>((resolve) => {
    client = openCountedProvider(
      doc,
      boardId,
      session,
      () => edits,
      () => client?.savedMark === 1 && resolve(),
    )
  })
  if (client === undefined) throw new Error('no provider')
  const { provider } = client
  await whenSynced(provider)
  edits = 1
  doc.transact(() => change(recordMapOf(doc)))
  await saved
  provider.destroy()
  doc.destroy()
}
