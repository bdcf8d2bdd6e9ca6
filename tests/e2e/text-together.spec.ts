import { addMember } from '../support/api-session.ts'
import { createRandom } from '../support/seeded-random.ts'
import { readStoredBoard, wordsOf } from '../support/stored-board.ts'
import { expectBoardReady, expectSaved, leaveNote, notes, placeNote, shape, wordsOn, writeOn } from './board-page.ts'
import { expect, expectAccessible } from './fixtures.ts'
import { caretsOn, expectSameText, openWords } from './open-text.ts'
import { test } from './two-people.ts'

const SEEDS = Number(process.env.TEXT_SEEDS ?? 1)
/** For a quick look; the whole proof has 20 seeds, `TEXT_SEEDS=20`, and takes most of an hour. */
const LETTERS = Number(process.env.TEXT_LETTERS ?? 500)
/** Few letters each, so that many in a row are the same, and none of the other's; and both part words. */
const ALPHABETS = ['abcæ', 'XYZØ'] as const

const only = (words: string, letters: string) => [...words].filter((letter) => letters.includes(letter)).join('')

for (let seed = 1; seed <= SEEDS; seed++) {
  test(`two write ${LETTERS} letters each into one note at once: all are kept, carets right (seed ${seed})`, async ({
    pair,
  }) => {
    test.setTimeout(300_000)
    const { a, b, anna, boardId } = pair
    const random = createRandom(seed)
    const first = random.pick(['', '1 2'])
    const id = await placeNote(a, { x: 560, y: 160 }, first)
    await expect(notes(b)).toHaveCount(1)
    await expectSaved(a)
    const texts = ALPHABETS.map((letters) =>
      Array.from({ length: LETTERS }, (_, i) => (i % 7 === 5 ? ' ' : random.pick([...letters]))).join(''),
    )
    const [ofA = '', ofB = ''] = texts
    await writeOn(a, id)
    await writeOn(b, id)
    await Promise.all([a.keyboard.type(ofA, { delay: random.int(8) }), b.keyboard.type(ofB, { delay: random.int(8) })])
    const words = await expectSameText(a, b, id)
    expect(words).toHaveLength(first.length + 2 * LETTERS)
    expect(only(words, ALPHABETS[0])).toBe(only(ofA, ALPHABETS[0]))
    expect(only(words, ALPHABETS[1])).toBe(only(ofB, ALPHABETS[1]))
    for (const [page, alphabet, own] of [
      [a, ALPHABETS[0], ofA],
      [b, ALPHABETS[1], ofB],
    ] as const) {
      // Right behind the last of one's own letters.
      const before = (await caretsOn(page)).own ?? ''
      expect(only(before, alphabet)).toBe(only(own, alphabet))
      expect(before.at(-1)).toBe(own.at(-1))
      await expectSaved(page)
    }
    expect(wordsOf((await readStoredBoard(anna.session, boardId)).get(id))).toBe(words)
  })
}

test('each sees where the other is and what they have selected, until they leave', async ({
  pair,
  signedInPage,
  person,
}) => {
  const { a, b, anna, boardId } = pair
  const id = await placeNote(a, { x: 560, y: 360 }, 'Hun venter')
  await expect(wordsOn(b, id)).toHaveText('Hun venter')
  await writeOn(a, id)
  await writeOn(b, id)
  await expectSameText(a, b, id)
  const bar = b.locator('.board-other-caret')
  await expect(bar).toHaveAttribute('data-name', 'Anna')
  await expect(bar).toHaveAttribute('data-named', 'true')
  await expect(bar).toHaveAttribute('aria-hidden', 'true')
  // The name gives way to the words.
  await expect(bar).not.toHaveAttribute('data-named', 'true')
  await a.keyboard.press('Control+Home')
  await a.keyboard.press('Shift+Control+ArrowRight')
  await expect(b.locator('.board-other-selection')).toHaveText('Hun ')
  await expect(bar).toHaveAttribute('data-named', 'true')
  await expectAccessible(b)
  // What is seen of others is no part of the text.
  await b.keyboard.press('Control+a')
  expect(await b.evaluate(() => getSelection()?.toString())).toBe('Hun venter')
  await b.keyboard.press('Control+End')

  // Who may only look sees the words, and who writes.
  const cai = await person({ name: 'Cai Holm' })
  await addMember(anna.session, boardId, cai.id, 'view')
  const c = await signedInPage(cai, { path: `/boards/${boardId}` })
  await expectBoardReady(c)
  await b.keyboard.type(' på svar')
  await expect(wordsOn(c, id)).toHaveText('Hun venter på svar')

  await leaveNote(a)
  await expect(bar).toHaveCount(0)
  await expect(b.locator('.board-other-selection')).toHaveCount(0)
  await writeOn(a, id)
  await expect(bar).toHaveCount(1)
  await a.close()
  await expect(bar).toHaveCount(0)
  await expectSaved(b)
  expect(wordsOf((await readStoredBoard(anna.session, boardId)).get(id))).toBe('Hun venter på svar')
})

test('a double-click, and Enter, open a text at its end: nothing is selected that a letter would replace', async ({
  pair: { a, b },
}) => {
  const id = await placeNote(a, { x: 560, y: 360 }, 'Hun venter')
  await expect(wordsOn(b, id)).toHaveText('Hun venter')
  await shape(b, id).dblclick()
  await expect(shape(b, id).locator('[contenteditable="true"]')).toBeFocused()
  await b.keyboard.type(' på')
  await expect(wordsOn(a, id)).toHaveText('Hun venter på')
  await b.keyboard.press('Escape')
  await b.keyboard.press('Enter')
  await expect(shape(b, id).locator('[contenteditable="true"]')).toBeFocused()
  await b.keyboard.type(' svar')
  await expect(wordsOn(a, id)).toHaveText('Hun venter på svar')
})

test('letters that are being composed are neither broken off nor doubled by what the other writes', async ({
  pair,
}) => {
  const { a, b, anna, boardId } = pair
  const id = await placeNote(a, { x: 560, y: 360 }, 'Hun ')
  await expect(notes(b)).toHaveCount(1)
  await writeOn(a, id)
  await writeOn(b, id)
  const ime = await a.context().newCDPSession(a)
  const compose = (text: string) =>
    ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await a.evaluate(() => {
    const heard: string[] = []
    Object.assign(globalThis, { heard })
    for (const name of ['compositionstart', 'compositionend'])
      document.addEventListener(name, (event) => heard.push(`${name} ${(event as CompositionEvent).data}`), true)
  })
  await compose('か')
  await b.keyboard.press('Control+Home')
  await b.keyboard.type('Nu: ')
  await compose('かn')
  // What A composes is seen while it is composed.
  await expect.poll(() => openWords(b)).toBe('Nu: Hun かn')
  await b.keyboard.type('ja, ')
  await compose('かん')
  await b.keyboard.press('Control+End')
  await b.keyboard.type('!')
  await compose('漢')
  await ime.send('Input.insertText', { text: '漢字' })
  // Where B's letter lies among those that were composed depends on how far A had come.
  const composed = /^Nu: ja, Hun (!漢字|漢!字|漢字!)$/
  await expect.poll(() => openWords(b)).toMatch(composed)
  expect(await a.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([
    'compositionstart ',
    'compositionend 漢字',
  ])
  expect(await expectSameText(a, b, id)).toMatch(composed)
  await a.keyboard.type('.')
  await expect.poll(() => openWords(b)).toContain('字.')
  for (const page of [a, b]) await expectSaved(page)
  const words = await expectSameText(a, b, id)
  expect(words.replace('.', '')).toMatch(composed)
  expect(wordsOf((await readStoredBoard(anna.session, boardId)).get(id))).toBe(words)
})

test("undo inside the text takes back one's own letters only, and redo brings them again", async ({ pair }) => {
  const { a, b, anna, boardId } = pair
  const id = await placeNote(a, { x: 560, y: 360 }, 'Hun venter')
  await expect(wordsOn(b, id)).toHaveText('Hun venter')
  await writeOn(a, id)
  await writeOn(b, id)
  // At once: letters that come half a second after one another are steps of their own.
  await a.keyboard.insertText(' på svar')
  await expect.poll(() => openWords(b)).toBe('Hun venter på svar')
  await b.keyboard.press('Control+Home')
  await b.keyboard.type('Nu: ')
  await expect.poll(() => openWords(a)).toBe('Nu: Hun venter på svar')
  await b.keyboard.press('Control+End')
  await b.keyboard.type('!')
  await expect.poll(() => openWords(a)).toBe('Nu: Hun venter på svar!')
  await a.keyboard.press('Control+z')
  expect(await expectSameText(a, b, id)).toBe('Nu: Hun venter!')
  await a.keyboard.press('Control+Shift+z')
  expect(await expectSameText(a, b, id)).toBe('Nu: Hun venter på svar!')
  // On the board too: the step that is taken back is one's own.
  await leaveNote(a)
  await a.keyboard.press('Control+z')
  await expect.poll(() => openWords(b)).toBe('Nu: Hun venter!')
  for (const page of [a, b]) await expectSaved(page)
  expect(wordsOf((await readStoredBoard(anna.session, boardId)).get(id))).toBe('Nu: Hun venter!')
})

test('new lines, a list, bold, a link, and what is pasted merge with what the other writes', async ({ pair }) => {
  const { a, b, anna, boardId } = pair
  const id = await placeNote(a, { x: 560, y: 260 }, 'Først')
  await expect(wordsOn(b, id)).toHaveText('Først')
  await writeOn(a, id)
  await writeOn(b, id)
  await b.keyboard.press('Control+Home')
  await Promise.all([
    (async () => {
      await a.keyboard.press('Enter')
      await a.keyboard.type('- et', { delay: 10 })
      await a.keyboard.press('Enter')
      await a.keyboard.type('to', { delay: 10 })
    })(),
    b.keyboard.type('Nu og altid: ', { delay: 15 }),
  ])
  await expect.poll(() => openWords(b)).toContain('Nu og altid: Først')
  await expect(b.locator('.tl-shape [contenteditable="true"] li')).toHaveText(['et', 'to'])
  await expect(a.locator('.tl-shape [contenteditable="true"] li')).toHaveText(['et', 'to'])
  // B sets the first word in bold and goes on before it, while A writes at the list's end.
  await b.keyboard.press('Control+Home')
  await b.keyboard.press('Shift+ArrowRight')
  await b.keyboard.press('Shift+ArrowRight')
  await Promise.all([b.keyboard.press('Control+b'), a.keyboard.type(' tre', { delay: 10 })])
  for (const page of [a, b]) {
    await expect(page.locator('.tl-shape [contenteditable="true"] strong')).toHaveText('Nu')
    await expect(page.locator('.tl-shape [contenteditable="true"] li')).toHaveText(['et', 'to tre'])
  }
  // B pastes into the first line while A writes a link in the last.
  await b.keyboard.press('Control+Home')
  await b.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await b.evaluate(() => navigator.clipboard.writeText('klip ind'))
  await b.keyboard.press('Control+v')
  await a.keyboard.type(' https://example.dk/a ', { delay: 10 })
  for (const page of [a, b]) {
    const text = page.locator('.tl-shape [contenteditable="true"]')
    await expect(text.locator('p').first()).toHaveText('klip indNu og altid: Først')
    await expect(text.locator('a')).toHaveAttribute('href', 'https://example.dk/a')
  }
  for (const page of [a, b]) {
    await leaveNote(page)
    await expectSaved(page)
  }
  const stored = wordsOf((await readStoredBoard(anna.session, boardId)).get(id))
  expect(stored).toBe('klip indNu og altid: Først\net\nto tre https://example.dk/a ')
  expect(await wordsOn(a, id).innerHTML()).toBe(await wordsOn(b, id).innerHTML())
})
