import {
  tldrEmbed,
  tldrFile,
  tldrFrame,
  tldrNote,
  tldrPicture,
} from '../../apps/web/src/features/boards/tldr-file.fixture.ts'
import { boards as texts } from '../../apps/web/src/i18n/da/boards.ts'
import { readStoredBoard } from '../support/stored-board.ts'
import { expectBoardReady } from './board-page.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { noteSaying } from './own-note.ts'

test('a file of tldraw’s becomes a board, and what it cannot hold is said before', async ({ person, signedInPage }) => {
  const owner = await person()
  const page = await signedInPage(owner, { path: '/boards' })
  await page.getByRole('button', { name: texts.importBoard }).click()
  const dialog = page.getByRole('dialog', { name: texts.importTitle })
  const choose = (name: string, text: string) =>
    dialog.getByLabel(texts.importFile).setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) })
  for (const [name, text, words] of [
    ['gammel.tldr', '{"document":{"version":15}}', texts.importOldTldr],
    ['ny.tldr', tldrFile([], { version: 2 }), texts.importNewTldr],
    ['tom.tldr', tldrFile([]), texts.importEmptyTldr],
    ['andet.tldr', 'hej', texts.importNotBackup],
  ] as const) {
    await choose(name, text)
    await expect(dialog.getByText(words)).toBeVisible()
  }
  await choose(
    'Workshop 3.tldr',
    tldrFile([
      tldrFrame('f', 'Ramme'),
      tldrNote('a', 'Skrevet i tldraw', { parentId: 'shape:f', x: 40, y: 40 }),
      tldrEmbed('video', 'https://video.example/1'),
      tldrEmbed('run', 'javascript:alert(1)'),
      ...tldrPicture('p', 'https://elsewhere.example/a.png'),
    ]),
  )
  await expect(dialog.getByText('»Workshop 3« fra tldraw med 3 ting.')).toBeVisible()
  await expect(dialog.getByText(texts.importNoPictures_one.replace('{{count}}', '1'))).toBeVisible()
  await expect(dialog.getByText('1 link kan ikke bruges og er fjernet.')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: texts.importDo }).click()
  await expectBoardReady(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Workshop 3' })).toBeVisible()
  await expect(noteSaying(page, 'Skrevet i tldraw')).toBeVisible()
  await expect(page.locator('.tl-shape[data-shape-type="geo"]')).toContainText('video.example')
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const records = await readStoredBoard(owner.session, id)
  expect([...records.values()].map(({ type, typeName }) => type ?? typeName).sort()).toEqual([
    'document',
    'frame',
    'geo',
    'note',
    'page',
  ])
})
