import type { Locator, Page } from '@playwright/test'
import { createRecord } from '@samtavle/shared/board-doc'
import { isFrame, metaOf } from '@samtavle/shared/board-meta'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { shapeRecord } from '@samtavle/shared/shape-record.fixture'
import { vote as texts } from '../../apps/web/src/i18n/da/vote.ts'
import { createBoard, type Person } from '../support/api-session.ts'
import { editOverSocket } from '../support/edit-over-socket.ts'
import { readStoredBoard } from '../support/stored-board.ts'
import { said } from './sprint-hands.ts'

/** The ideas that are voted on, by the id of their note. */
export const IDEAS = {
  'shape:card': 'Køleskabskortet',
  'shape:call': 'Opkald på dag 2',
  'shape:app': 'App med køreliste',
  'shape:hours': 'Tidsrum på to timer',
} as const
export type Idea = keyof typeof IDEAS
/** The section in which they lie. */
export const SECTION = 'Idéerne'

/** A board for choosing between ideas, with four of them. @returns its id */
export async function boardOfIdeas(owner: Person, title = 'Idéer, der skal vælges imellem'): Promise<string> {
  const boardId = await createBoard(owner.session, { title, templateId: 'ideprioritering', examples: true })
  const stored = await readStoredBoard(owner.session, boardId)
  const frame = [...stored.values()].find((record) => isFrame(record) && metaOf(record).section === 'alle')
  await editOverSocket(owner.session, boardId, (records) => {
    for (const [i, [id, words]] of Object.entries(IDEAS).entries()) {
      // All that tldraw itself writes: a note that lacks some of it would not stay.
      const props = {
        ...{ color: 'light-violet', labelColor: 'black', size: 'm', font: 'sans', fontSizeAdjustment: 22 },
        ...{ align: 'start', verticalAlign: 'start', growY: 0, url: '', richText: richTextOf(words), scale: 1 },
      }
      const place = { x: 60 + (i % 2) * 240, y: 700 + Math.floor(i / 2) * 240 }
      const record = shapeRecord('note', id, { ...place, props })
      createRecord(records, { ...record, parentId: frame?.id ?? 'page:page', meta: { role: 'idea' } })
    }
  })
  return boardId
}

/** The panel: beside the canvas, or on a phone over it. */
export const panel = (page: Page): Locator =>
  page
    .getByRole('complementary', { name: texts.title })
    .or(page.getByRole('dialog', { name: texts.title, exact: true }))
export const notice = (page: Page): Locator => page.locator('[data-vote-open]')

/** The button of the list that gives an idea a dot, or takes one back. */
export const step = (page: Page, which: 'add' | 'take', idea: Idea): Locator =>
  panel(page).getByRole('button', { name: said(texts[which], { words: IDEAS[idea] }), exact: true })

/** My own dots on the canvas, idea by idea. */
export const ownDots = (page: Page, idea: Idea): Locator => page.locator(`[data-own-dots][data-of="${idea}"]`)
/** What an idea got, on the canvas. */
export const sumOf = (page: Page, idea: Idea): Locator => page.locator(`[data-votes][data-of="${idea}"]`)

/** Opens a vote by way of the panel, with what it suggests but for the section. */
export async function startVote(page: Page, question: string): Promise<void> {
  await page.getByRole('button', { name: texts.title, exact: true }).click()
  await panel(page).getByLabel(texts.question).fill(question)
  await panel(page).getByLabel(texts.where).selectOption({ label: SECTION })
  await panel(page).getByRole('button', { name: texts.start }).click()
  await notice(page).waitFor()
}

export type Ear = {
  /** How much has been heard so far. */
  mark(): number
  /** The texts of answers and the bytes of frames, as letters, from a mark on. */
  told(from?: number): Promise<string>
}

/** Hears everything that a page is told. Call it before the page goes to the board. */
export function listenIn(page: Page): Ear {
  const heard: Promise<string>[] = []
  page.on('response', (response) => {
    if (!/\/api\//.test(response.url())) return
    heard.push(
      response.text().then(
        (body) => `${response.url()} ${body}`,
        () => '',
      ),
    )
  })
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      heard.push(Promise.resolve(typeof payload === 'string' ? payload : payload.toString('latin1')))
    }),
  )
  return {
    mark: () => heard.length,
    told: async (from = 0) => (await Promise.all(heard.slice(from))).join('\n'),
  }
}
