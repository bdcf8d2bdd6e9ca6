import { createHash } from 'node:crypto'
import { noise } from '../../apps/sync-server/test-support/hostile-images.ts'
import { pngFile } from '../../apps/sync-server/test-support/picture-file.ts'
import { tldrFile, tldrNote, tldrPicture } from '../../apps/web/src/features/boards/tldr-file.fixture.ts'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { boards } from '../../apps/web/src/i18n/da/boards.ts'
import { common } from '../../apps/web/src/i18n/da/common.ts'
import { type ApiSession, createPerson, signIn } from '../support/api-session.ts'
import { ADMINISTRATOR, spawnServer } from '../support/spawned-server.ts'
import { readStoredBoard } from '../support/stored-board.ts'
import { expectSaved, toast } from './board-page.ts'
import { openExport, saveExport } from './export-dialog.ts'
import { expect, expectAccessible, test } from './fixtures.ts'
import { importFile, openImport } from './import-dialog.ts'
import { openOwnBoard } from './own-board.ts'
import { give, pictures, type SentFile, shownSizes } from './picture-hands.ts'

const png = (name: string, width: number, height: number): SentFile => {
  return { name, mimeType: 'image/png', buffer: pngFile(width, height, [200, 40, 40]) }
}
const photograph = async (name: string): Promise<SentFile> => {
  return { name, mimeType: 'image/jpeg', buffer: await noise(640, 400).jpeg({ quality: 90 }).toBuffer() }
}
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const said = (text: string, count: number): string => text.replace('{{count}}', String(count))

/** The pictures of a board as the server keeps them, by what its records call them. */
async function storedPictures(session: ApiSession, boardId: string): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>()
  for (const { typeName, props } of (await readStoredBoard(session, boardId)).values()) {
    if (typeName !== 'asset' || typeof props?.src !== 'string') continue
    const id = props.src.replace('asset:', '')
    const response = await session.send('GET', `/api/boards/${boardId}/assets/${id}`)
    if (response.ok) found.set(id, Buffer.from(await response.arrayBuffer()))
  }
  return found
}

test('a photograph comes back from a backup byte by byte, and on another installation too', async ({
  person,
  signedInPage,
  watch,
}) => {
  test.slow()
  const { owner, boardId, page } = await openOwnBoard({ person, signedInPage }, { title: 'Feltbesøg' })
  await give(page, 'drop', [await photograph('have.jpg'), png('plan.png', 320, 200)])
  await expect(pictures(page)).toHaveCount(2)
  await expectSaved(page)
  const before = await storedPictures(owner.session, boardId)
  const { name, text } = await saveExport(page, await openExport(page, texts.exportBackup))
  const backup = JSON.parse(text) as { version: number; pictures: { id: string; type: string; data: string }[] }
  expect(backup.version).toBe(2)
  expect(backup.pictures.map(({ type }) => type).sort()).toEqual(['image/jpeg', 'image/png'])
  for (const { id, data } of backup.pictures) {
    expect(hashOf(Buffer.from(data, 'base64'))).toBe(id)
    expect(before.get(id)?.toString('base64')).toBe(data)
  }

  await page.goto('/boards')
  const copy = await importFile(page, name, text)
  await expect.poll(async () => (await shownSizes(page)).sort()).toEqual(['320×200', '640×400'])
  expect(await storedPictures(owner.session, copy)).toEqual(before)
  expect(await readStoredBoard(owner.session, copy)).toEqual(await readStoredBoard(owner.session, boardId))

  const elsewhere = await spawnServer()
  try {
    const baseURL = `http://localhost:${elsewhere.port}`
    watch.alsoOwn(baseURL)
    const stranger = await createPerson(await signIn(elsewhere, ADMINISTRATOR))
    const theirs = await signedInPage(stranger, { path: '/boards', baseURL })
    const far = await importFile(theirs, name, text)
    await expect.poll(async () => (await shownSizes(theirs)).sort()).toEqual(['320×200', '640×400'])
    // A drawing keeps every pixel; a photograph is encoded anew where nobody knows it.
    const kept = await storedPictures(stranger.session, far)
    expect(kept.size).toBe(2)
    for (const [id, bytes] of kept) expect(hashOf(bytes)).toBe(id)
    const drawing = backup.pictures.find(({ type }) => type === 'image/png')?.id ?? ''
    expect(kept.get(drawing)).toEqual(before.get(drawing))
    await theirs.context().close()
  } finally {
    await elsewhere.close()
  }
})

test('what a file lacks is said before it is saved, and the rest of it comes back', async ({
  person,
  signedInPage,
}) => {
  test.slow()
  const { page } = await openOwnBoard({ person, signedInPage }, { title: 'Med huller' })
  await give(page, 'drop', [png('en.png', 300, 100), png('to.png', 60, 90)])
  await expect(pictures(page)).toHaveCount(2)
  await expectSaved(page)
  let asked = 0
  await page.route('**/api/boards/*/assets/*', async (route) => {
    asked += 1
    await (asked === 1 ? route.fulfill({ status: 404 }) : route.continue())
  })
  const dialog = await openExport(page, texts.exportBackup)
  await dialog.getByRole('button', { name: texts.saveFile }).click()
  await expect(dialog.getByText(said(texts.exportLacksMissing_one, 1))).toBeVisible()
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: texts.saveFileLacking }).click()
  await expect(toast(page)).toContainText(said(texts.fileLacksPictures_one, 1))
  const file = await (await download).path()
  await page.unroute('**/api/boards/*/assets/*')

  // Somebody who sees no other board of these: what is not in the file is not there.
  const colleague = await person()
  const theirs = await signedInPage(colleague, { path: '/boards' })
  const importing = await openImport(theirs)
  await importing.getByLabel(boards.importFile).setInputFiles(file)
  await importing.getByRole('button', { name: boards.importDo }).click()
  await expect(toast(theirs)).toContainText(said(boards.importedWithoutPictures_one, 1))
  await expect(pictures(theirs)).toHaveCount(2)
  await expect.poll(() => shownSizes(theirs)).toHaveLength(1)
})

test('pictures that are none leave their places, and say so; the rest of the board comes', async ({
  person,
  signedInPage,
  watch,
}) => {
  test.slow()
  watch.allowErrors(/status of 400/)
  const { page } = await openOwnBoard({ person, signedInPage }, { title: 'Tre billeder' })
  await give(page, 'drop', [png('en.png', 300, 100), png('to.png', 60, 90), png('tre.png', 90, 90)])
  await expect(pictures(page)).toHaveCount(3)
  await expectSaved(page)
  const { name, text } = await saveExport(page, await openExport(page, texts.exportBackup))
  const [script, damaged] = (JSON.parse(text) as { pictures: { id: string; data: string }[] }).pictures
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
  const hostile = text
    // One says its true hash, and is no picture; the other is not what it says.
    .replaceAll(script?.id ?? '', hashOf(svg))
    .replace(script?.data ?? '', svg.toString('base64'))
    .replace(damaged?.data ?? '', pngFile(8, 8, [1, 2, 3]).toString('base64'))
  const stranger = await person()
  const theirs = await signedInPage(stranger, { path: '/boards' })
  const board = await importFile(theirs, name, hostile)
  await expect(toast(theirs)).toContainText(said(boards.importedWithoutPictures_other, 2))
  await expect(pictures(theirs)).toHaveCount(3)
  await expect.poll(() => shownSizes(theirs)).toHaveLength(1)
  await expect(pictures(theirs).getByText(texts.pictureNotShown)).toHaveCount(2)
  expect((await storedPictures(stranger.session, board)).size).toBe(1)
})

test('pictures in a file of tldraw’s come along, and go out in one that comes back', async ({
  person,
  signedInPage,
}) => {
  test.slow()
  const owner = await person()
  const page = await signedInPage(owner, { path: '/boards' })
  const asData = ({ mimeType, buffer }: SentFile) => `data:${mimeType};base64,${buffer.toString('base64')}`
  const large = await photograph('have.jpg')
  const file = tldrFile([
    tldrNote('a', 'Skrevet i tldraw'),
    ...tldrPicture('small', asData(png('lille.png', 30, 20))),
    ...tldrPicture('large', asData(large)),
    ...tldrPicture('not', `data:image/png;base64,${Buffer.from('<html>').toString('base64')}`),
  ])
  const board = await importFile(page, 'Workshop.tldr', file)
  await expect(toast(page)).toContainText(said(boards.importedWithoutPictures_one, 1))
  await expect(pictures(page)).toHaveCount(3)
  await expect.poll(async () => (await shownSizes(page)).sort()).toEqual(['30×20', '640×400'])
  await expect(pictures(page).getByText(texts.pictureNotShown)).toHaveCount(1)
  expect((await storedPictures(owner.session, board)).size).toBe(2)
  for (const { typeName, props } of (await readStoredBoard(owner.session, board)).values()) {
    if (typeName === 'asset') expect(props?.src ?? 'asset:').toMatch(/^asset:/)
  }

  await page.reload()
  await expect.poll(() => shownSizes(page)).toHaveLength(2)
  const out = await saveExport(page, await openExport(page, texts.exportTldr))
  expect(out.text.match(/data:image\/(png|jpeg);base64,/g)).toHaveLength(2)
  await page.goto('/boards')
  await importFile(page, out.name, out.text)
  await expect.poll(async () => (await shownSizes(page)).sort()).toEqual(['30×20', '640×400'])
})

test('while pictures are on their way it can be stopped, and there is no board', async ({ person, signedInPage }) => {
  const { owner, page } = await openOwnBoard({ person, signedInPage }, { title: 'Langsom' })
  await give(page, 'drop', [png('en.png', 300, 100), png('to.png', 60, 90)])
  await expect(pictures(page)).toHaveCount(2)
  await expectSaved(page)
  const { name, file } = await saveExport(page, await openExport(page, texts.exportBackup))
  await page.goto('/boards')
  let sent = 0
  await page.route('**/api/boards/import/assets*', async (route) => {
    sent += 1
    // The second one never arrives.
    if (sent === 1) await route.continue()
  })
  const dialog = await openImport(page)
  await dialog.getByLabel(boards.importFile).setInputFiles({ name, mimeType: '', buffer: file })
  await dialog.getByRole('button', { name: boards.importDo }).click()
  await expect(dialog.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '50')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: common.cancel }).click()
  await expect(dialog.getByText(boards.importStopped)).toBeVisible()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  const { boards: made } = await owner.session.ask<{ boards: unknown[] }>('GET', '/api/boards')
  expect(made).toHaveLength(1)
  // And again, to the end.
  await dialog.getByRole('button', { name: boards.importDo }).click()
  await expect.poll(async () => (await shownSizes(page)).sort()).toEqual(['300×100', '60×90'])
})

test('whoever leaves while pictures are on their way stays where they are, and there is no board', async ({
  person,
  signedInPage,
}) => {
  const { owner, page } = await openOwnBoard({ person, signedInPage }, { title: 'Langsom' })
  await give(page, 'drop', [png('en.png', 300, 100)])
  await expect(pictures(page)).toHaveCount(1)
  await expectSaved(page)
  const { name, file } = await saveExport(page, await openExport(page, texts.exportBackup))
  await page.goto('/templates')
  await page.getByRole('link', { name: common.navBoards, exact: true }).first().click()
  let goOn = () => {}
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  await page.route('**/api/boards/import/assets*', async (route) => {
    await held
    await route.continue().catch(() => {})
  })
  const dialog = await openImport(page)
  await dialog.getByLabel(boards.importFile).setInputFiles({ name, mimeType: '', buffer: file })
  await dialog.getByRole('button', { name: boards.importDo }).click()
  await expect(dialog.getByRole('progressbar')).toBeVisible()
  // Another file does not come in between.
  await expect(dialog.getByLabel(boards.importFile)).toBeDisabled()
  await page.goBack()
  await expect(page).toHaveURL(/\/templates$/)
  goOn()
  await page.waitForTimeout(1500)
  await expect(page).toHaveURL(/\/templates$/)
  const { boards: made } = await owner.session.ask<{ boards: unknown[] }>('GET', '/api/boards')
  expect(made).toHaveLength(1)
})

test('a picture that cannot be had says so, and comes when the connection is back', async ({
  person,
  signedInPage,
  watch,
}) => {
  watch.allowErrors(/net::ERR_FAILED/)
  const { owner, boardId, page } = await openOwnBoard({ person, signedInPage })
  await give(page, 'drop', [png('plan.png', 320, 200)])
  await expectSaved(page)
  const other = await signedInPage(owner, { path: '/boards' })
  await other.route('**/api/boards/*/assets/*', (route) => route.abort())
  await other.goto(`/boards/${boardId}`)
  await expect(pictures(other).getByText(texts.pictureNotShown)).toBeVisible()
  await expectAccessible(other)
  await other.unroute('**/api/boards/*/assets/*')
  await other.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect.poll(() => shownSizes(other)).toEqual(['320×200'])
  await expect(pictures(other).getByText(texts.pictureNotShown)).toHaveCount(0)
})
