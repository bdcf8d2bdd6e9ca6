import { pngFile } from '../../apps/sync-server/test-support/picture-file.ts'
import { board as texts } from '../../apps/web/src/i18n/da/board.ts'
import { common } from '../../apps/web/src/i18n/da/common.ts'
import { addMember, createBoard } from '../support/api-session.ts'
import { readStoredBoard } from '../support/stored-board.ts'
import { expectBoardReady, expectSaved, toast } from './board-page.ts'
import { expect, expectAccessible } from './fixtures.ts'
import { choose, give, pictures, type SentFile, shownSizes, uploadCard } from './picture-hands.ts'
import { BROKEN_CONNECTION, test } from './two-people.ts'

const RED = [200, 40, 40] as const
const png = (name: string, width: number, height: number, behind = ''): SentFile => {
  return { name, mimeType: 'image/png', buffer: pngFile(width, height, RED, behind) }
}
const said = (text: string, values: Record<string, unknown>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name) => String(values[name]))

test('a picture by button, by drop and by paste: the other one sees it, one undo takes it back', async ({ pair }) => {
  const { a, b, anna, boardId } = pair
  await choose(a, [png('plan.png', 320, 200)])
  await expect.poll(() => shownSizes(b)).toEqual(['320×200'])
  await expect(toast(a)).toContainText(texts.picturesPlaced_one)

  await give(a, 'drop', [png('en.png', 300, 100), png('to.png', 60, 90), png('tre.png', 900, 300)])
  await expect.poll(async () => (await shownSizes(b)).sort()).toEqual(['300×100', '320×200', '60×90', '900×300'])
  await expect(toast(a)).toContainText(said(texts.picturesPlaced_other, { count: 3 }))
  await expectSaved(a)
  const stored = [...(await readStoredBoard(anna.session, boardId)).values()]
  const boxes = stored
    .filter(({ type }) => type === 'image')
    .filter(({ typeName }) => typeName === 'shape')
    .map(({ x, y, props }) => ({ x: Number(x), y: Number(y), w: Number(props?.w), h: Number(props?.h) }))
  expect(boxes).toHaveLength(4)
  const row = boxes.slice().sort((one, other) => one.x - other.x)
  expect(boxes.filter(({ w, h }) => w > 480 || h > 360)).toEqual([])
  // Those of one drop lie side by side.
  const dropped = row.filter(({ w, h }) => !(w === 320 && h === 200))
  for (const [i, box] of dropped.entries()) {
    const next = dropped[i + 1]
    if (next) expect(box.x + box.w).toBeLessThanOrEqual(next.x)
  }
  // A record names a picture by its content, and says no address.
  const sources = stored.flatMap(({ typeName, props }) => (typeName === 'asset' ? [props?.src] : []))
  expect(sources).toHaveLength(4)
  for (const src of sources) expect(src).toMatch(/^asset:[0-9a-f]{64}$/)

  await a.keyboard.press('Control+z')
  await expect(pictures(b)).toHaveCount(1)
  await a.keyboard.press('Control+Shift+z')
  await expect.poll(async () => (await shownSizes(b)).length).toBe(4)

  await give(b, 'paste', [png('klip.png', 50, 50)])
  await expect(pictures(a)).toHaveCount(5)
  await expect.poll(async () => (await shownSizes(a)).length).toBe(5)
  await b.reload()
  await expectBoardReady(b)
  await expect.poll(async () => (await shownSizes(b)).length).toBe(5)
})

test('who may only view sees pictures, and nothing that would put one there', async ({ person, signedInPage }) => {
  const [anna, bo] = [await person(), await person()]
  const boardId = await createBoard(anna.session)
  await addMember(anna.session, boardId, bo.id, 'view')
  const page = await signedInPage(anna, { path: `/boards/${boardId}` })
  await expectBoardReady(page)
  await give(page, 'drop', [png('plan.png', 320, 200)])
  await expect(pictures(page)).toHaveCount(1)
  await expectSaved(page)

  const viewer = await signedInPage(bo, { path: `/boards/${boardId}` })
  await expectBoardReady(viewer)
  await expect.poll(() => shownSizes(viewer)).toEqual(['320×200'])
  await expect(viewer.getByTestId('tools.asset')).toHaveCount(0)
  const before = await anna.session.ask('GET', `/api/boards/${boardId}`)
  await give(viewer, 'drop', [png('nej.png', 30, 20)])
  await give(viewer, 'paste', [png('nej.png', 30, 20)])
  await viewer.keyboard.press('Control+u')
  await expect(uploadCard(viewer)).toHaveCount(0)
  await expect(pictures(viewer)).toHaveCount(1)
  expect(await anna.session.ask('GET', `/api/boards/${boardId}`)).toEqual(before)
  const refused = await fetch(`${bo.session.url}/api/boards/${boardId}/assets`, {
    method: 'POST',
    headers: { origin: bo.session.origin, cookie: bo.session.cookie, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(pngFile(3, 3, RED)),
  })
  expect(refused.status).toBe(403)
})

test('what cannot be taken is told in words, and the rest comes', async ({ pair, watch }) => {
  watch.allowErrors(BROKEN_CONNECTION)
  const { a, cables } = pair
  const html = { name: 'kort.png', mimeType: 'image/png', buffer: Buffer.from('<html><script>1</script>') }
  const pdf = { name: 'rapport.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') }
  const svg = { name: 'ikon.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') }
  const heavy = { ...png('stor.png', 4, 4), buffer: Buffer.alloc(10 * 1024 * 1024 + 1) }
  const file = (name: string) => said(texts.pictureNamed, { name })
  const cases: [SentFile, string][] = [
    [html, said(texts.pictureNot, { file: file('kort.png') })],
    [pdf, said(texts.pictureNot, { file: file('rapport.pdf') })],
    [svg, said(texts.pictureSvg, { file: file('ikon.svg') })],
    [heavy, said(texts.pictureTooLarge, { file: file('stor.png'), mb: 10 })],
    [png('bred.png', 9_000, 2), said(texts.pictureTooBig, { file: file('bred.png'), side: 8192, frames: 100 })],
  ]
  for (const [sent, words] of cases) {
    await give(a, 'drop', [sent])
    await expect(toast(a)).toContainText(words)
  }
  await expect(pictures(a)).toHaveCount(0)

  await give(a, 'drop', [html, png('god.png', 40, 40), pdf])
  await expect(pictures(a)).toHaveCount(1)
  await give(
    a,
    'drop',
    Array.from({ length: 21 }, (_, i) => png(`${i}.png`, 4, 4)),
  )
  await expect(toast(a)).toContainText(said(texts.picturesTooMany, { most: 20 }))

  cables.a.unplug()
  await give(a, 'drop', [png('sen.png', 40, 40)])
  await expect(toast(a)).toContainText(texts.pictureOffline)
  await expect(pictures(a)).toHaveCount(1)
  cables.a.plugIn()
  await give(a, 'drop', [png('sen.png', 40, 40)])
  await expect(pictures(a)).toHaveCount(2)
})

test('while a picture is on its way there is a way to stop it', async ({ pair, watch }) => {
  watch.allowErrors(/net::ERR_/)
  const { a } = pair
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await a.route('**/assets', async (route) => {
    await held
    await route.abort().catch(() => {})
  })
  await give(a, 'drop', [png('en.png', 40, 40), png('to.png', 40, 40)])
  await expect(uploadCard(a)).toBeVisible()
  await expect(a.getByRole('progressbar', { name: texts.pictureUpload })).toBeVisible()
  await expectAccessible(a)
  await uploadCard(a).getByRole('button', { name: common.cancel }).click()
  await expect(uploadCard(a)).toHaveCount(0)
  release()
  await a.unroute('**/assets')
  await expect(toast(a)).toBeEmpty()
  await give(a, 'drop', [png('tre.png', 40, 40)])
  await expect(pictures(a)).toHaveCount(1)
})

test('what was copied on one board brings its picture to another', async ({ pair, person }) => {
  const { a, anna } = pair
  await a.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await give(a, 'drop', [png('plan.png', 320, 200)])
  await expect.poll(() => shownSizes(a)).toEqual(['320×200'])
  await a.keyboard.press('Control+c')
  await expect
    .poll(() => a.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types).join()))
    .toContain('text/html')
  await expectSaved(a)

  const other = await createBoard(anna.session)
  const stranger = await person()
  await a.goto(`/boards/${other}`)
  await expectBoardReady(a)
  await a.keyboard.press('Control+v')
  await expect.poll(() => shownSizes(a)).toEqual(['320×200'])
  await expectSaved(a)
  const [picture] = [...(await readStoredBoard(anna.session, other)).values()].filter(
    ({ typeName }) => typeName === 'asset',
  )
  const id = String(picture?.props?.src).slice('asset:'.length)
  const own = await anna.session.send('GET', `/api/boards/${other}/assets/${id}`)
  expect([own.status, own.headers.get('content-type')]).toEqual([200, 'image/png'])
  await own.arrayBuffer()
  expect((await stranger.session.send('GET', `/api/boards/${other}/assets/${id}`)).status).toBe(404)
})

test('a picture is described for those who cannot see it', async ({ pair }) => {
  const { a, b, anna, boardId } = pair
  await give(a, 'drop', [png('plan.png', 320, 200)])
  await a.getByRole('button', { name: texts.describePicture }).click()
  const dialog = a.getByRole('dialog', { name: texts.describePicture })
  await expectAccessible(a)
  await dialog.getByLabel(texts.pictureShows).fill('Plan over torvet')
  await a.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(a.getByRole('button', { name: texts.editDescription })).toBeVisible()
  await expectSaved(a)
  const described = async () =>
    [...(await readStoredBoard(anna.session, boardId)).values()].flatMap(({ typeName, type, props }) =>
      typeName === 'shape' && type === 'image' ? [props?.altText] : [],
    )
  expect(await described()).toEqual(['Plan over torvet'])
  await expect(pictures(b)).toHaveCount(1)
  await expect(b.getByRole('button', { name: texts.describePicture })).toHaveCount(0)
  await a.getByRole('button', { name: texts.undo }).first().click()
  await expect.poll(described).toEqual([''])
})

test('a picture lies whole in the section where it was put, or on top of all', async ({ person, signedInPage }) => {
  const anna = await person()
  const boardId = await createBoard(anna.session, { templateId: 'borgerrejse', locale: 'da' })
  const page = await signedInPage(anna, { path: `/boards/${boardId}` })
  await expectBoardReady(page)
  await choose(page, [png('plan.png', 480, 360)])
  await expect(pictures(page)).toHaveCount(1)
  await page.keyboard.press('Escape')
  await choose(
    page,
    Array.from({ length: 4 }, (_, i) => png(`${i}.png`, 480, 300 + i)),
  )
  await expect(pictures(page)).toHaveCount(5)
  await expectSaved(page)
  const records = await readStoredBoard(anna.session, boardId)
  let inside = 0
  for (const { typeName, type, parentId, x, y, props, meta } of records.values()) {
    if (typeName !== 'shape' || type !== 'image') continue
    const frame = records.get(String(parentId))
    if (frame?.type !== 'frame') {
      expect(records.get(String(parentId))?.typeName).toBe('page')
      continue
    }
    inside += 1
    const [left, top] = [Number(x), Number(y)]
    expect(left >= 0 && left + Number(props?.w) <= Number(frame.props?.w)).toBe(true)
    expect(top >= 0 && top + Number(props?.h) <= Number(frame.props?.h)).toBe(true)
    expect((meta as { section?: string }).section).toBe((frame.meta as { section?: string }).section)
  }
  expect(inside).toBe(1)
})
