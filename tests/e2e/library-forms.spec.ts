import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { metaOf } from '@samtavle/shared/board-meta'
import { isNoteRole, NOTE_ROLE_LOOK } from '@samtavle/shared/note-role'
import { createBoard } from '../support/api-session.ts'
import { readStoredBoard } from '../support/stored-board.ts'
import { expectBoardReady } from './board-page.ts'
import { expect, test } from './fixtures.ts'
import { findTemplate, libraryNumbers } from './library-templates.ts'

/**
 * Each form of a template as the browser sets it. Two templates here; the whole library takes a quarter of an hour:
 * `LIBRARY=all`, with pictures of all boards in the folder that `LIBRARY_PICTURES` names.
 */
const NUMBERS = libraryNumbers('T07', 'T23')
const FOLDER = process.env.LIBRARY_PICTURES

/** Texts that reach out of the shape that they are written in, by more than a px and a hundredth of it. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const out: string[] = []
    for (const text of document.querySelectorAll('.tl-shape .tl-rich-text')) {
      const shape = text.closest('.tl-shape')
      if (shape === null || shape.getAttribute('data-shape-type') === 'arrow') continue
      const [inner, outer] = [text.getBoundingClientRect(), shape.getBoundingClientRect()]
      const room = 1 + outer.height / 100
      const isOut =
        inner.bottom > outer.bottom + room ||
        inner.top < outer.top - room ||
        inner.right > outer.right + room ||
        inner.left < outer.left - room
      if (isOut && inner.height > 0) out.push(`${shape.getAttribute('data-shape-type')}: ${text.textContent}`)
    }
    return out
  })
}

/** Colour and dashes are never alone: what is an example says so, and a note or a wide card says its role. */
function marksOf({ type, meta, props }: BoardRecord): string[] {
  const { role, part, example } = metaOf({ meta })
  const isPaper = type === 'note' || (type === 'geo' && props?.fill === 'solid' && part === undefined)
  return [
    ...(example === true ? ['Eksempel'] : []),
    ...(isPaper && isNoteRole(role) ? [NOTE_ROLE_LOOK[role].name.da] : []),
  ]
}

/** Shapes that do not show what they are. */
async function unmarked(page: Page, records: Iterable<BoardRecord>): Promise<string[]> {
  const shown = await page
    .locator('.tl-shape')
    .evaluateAll((shapes) => shapes.map((one) => [(one as HTMLElement).dataset.shapeId, one.textContent] as const))
  const words = new Map(shown)
  return [...records].flatMap((record) =>
    marksOf(record)
      .filter((mark) => !words.get(record.id)?.includes(mark))
      .map((mark) => `${record.type} without ${mark}: ${words.get(record.id)}`),
  )
}

for (const number of NUMBERS) {
  test(`${number} opens in every form: three languages, whole and short, with and without examples`, async ({
    admin,
    person,
    signedInPage,
  }) => {
    test.setTimeout(300_000)
    const template = await findTemplate(admin, number)
    const owner = await person()
    const page = await signedInPage(owner, { path: '/boards' })
    for (const locale of ['da', 'en', 'nb'] as const) {
      for (const short of template.shortMinutes === null ? [false] : [false, true]) {
        for (const examples of [true, false]) {
          const form = [locale, short ? 'short' : 'whole', examples ? 'examples' : 'empty'].join('-')
          const title = `${number} ${form}`
          const boardId = await createBoard(owner.session, { title, templateId: template.id, locale, short, examples })
          await page.goto(`/boards/${boardId}`)
          await expectBoardReady(page)
          expect(await page.locator('.tl-shape').count(), form).toBeGreaterThan(3)
          expect(await overflowing(page), form).toEqual([])
          expect(await unmarked(page, (await readStoredBoard(owner.session, boardId)).values()), form).toEqual([])
          if (FOLDER === undefined) continue
          await mkdir(FOLDER, { recursive: true })
          await page.screenshot({ path: join(FOLDER, `${number}-${form}.png`) })
        }
      }
    }
  })
}
