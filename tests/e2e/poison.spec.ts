import { recordMapOf } from '@samtavle/shared/board-doc'
import { shapeRecord } from '@samtavle/shared/shape-record.fixture'
import * as Y from 'yjs'
import { addMember } from '../support/api-session.ts'
import { POISON, putRaw } from '../support/poison-records.ts'
import { openCountedProvider, whenSynced } from '../support/sync-client.ts'
import { expectBoardReady, expectSaved } from './board-page.ts'
import { expect, test } from './fixtures.ts'
import { openOwnBoard } from './own-board.ts'
import { noteSaying, writeNote } from './own-note.ts'

/** The issue asks for two; a busy machine that runs tests gets some more. */
const GONE_WITHIN_MS = 6_000

test('SEC-31 R14 what breaks canvases, from a hostile program: two people write on, and it is gone', async ({
  person,
  signedInPage,
}) => {
  const { owner, boardId, page } = await openOwnBoard({ person, signedInPage })
  const colleague = await person()
  await addMember(owner.session, boardId, colleague.id, 'edit')
  const other = await signedInPage(colleague, { path: `/boards/${boardId}` })
  await expectBoardReady(other)
  await writeNote(page, 'Før')

  const doc = new Y.Doc()
  // With the rights of the owner: from anybody else pages and the document's record would not be taken (L2).
  const { provider } = openCountedProvider(doc, boardId, owner.session, () => 0)
  try {
    await whenSynced(provider)
    const records = recordMapOf(doc)
    const before = [...records.keys()].sort()
    // Many under names of their own, one of each kind; a circle; and nothing left to stand on.
    for (const [i, record] of Object.values(POISON).entries()) {
      const key = record.typeName === 'asset' ? record.id : `shape:bad${i}`
      putRaw(doc, key, record.id === 'shape:bad' ? { ...record, id: key } : record)
    }
    const frame = (id: string, parentId: string) =>
      shapeRecord('frame', id, { parentId, props: { w: 90, h: 90, name: '', color: 'black' } })
    putRaw(doc, 'shape:ring1', frame('shape:ring1', 'shape:ring2'))
    putRaw(doc, 'shape:ring2', frame('shape:ring2', 'shape:ring1'))
    for (const id of before.filter((key) => /^(page|document):/.test(key))) records.delete(id)
    const began = performance.now()
    await expect
      .poll(() => [...records.keys()].filter((key) => !key.startsWith('shape:ring')).sort(), {
        timeout: GONE_WITHIN_MS,
      })
      .toEqual(before)
    test.info().annotations.push({ type: 'gone after', description: `${Math.round(performance.now() - began)} ms` })
  } finally {
    provider.destroy()
  }

  for (const one of [page, other]) {
    await expect(noteSaying(one, 'Før')).toBeVisible()
    await expect(one.locator('[data-notice]')).toHaveCount(0)
  }
  await writeNote(other, 'Efter')
  await expect(noteSaying(page, 'Efter')).toBeVisible()
  await expectSaved(other)
  await page.reload()
  await expectBoardReady(page)
  for (const words of ['Før', 'Efter']) await expect(noteSaying(page, words)).toBeVisible()
})
