import { randomUUID } from 'node:crypto'
import { AppError } from '@samtavle/shared/errors'
import type { Locale } from '@samtavle/shared/locale'
import { blankBoardRecords } from '@samtavle/templates/blank'
import type { NewBoard } from '../db/new-boards.ts'
import { newRecordId } from '../rooms/record-id.ts'
import { digestOfSeeds } from '../templates/board-origin-service.ts'
import type { BoardStart, TemplateService } from '../templates/template-service.ts'
import { encodeSeeds } from './board-document.ts'
import { type Breath, createBreath } from './breath.ts'

export type BoardOrder = {
  title: string
  ownerId: string
  locale: Locale
  templateId?: string | undefined
  examples?: boolean | undefined
  short?: boolean | undefined
  /** Empty when the template is not there any more, instead of failing. */
  orEmpty?: boolean | undefined
}

export type NewBoardService = ReturnType<typeof createNewBoardService>

/** Makes ready what a new board begins with. Nothing is stored here. */
export function createNewBoardService(deps: { templates: Pick<TemplateService, 'newBoard'> }) {
  async function firstRecords({ title, templateId, ...order }: BoardOrder): Promise<BoardStart> {
    const { locale, examples = false, short = false } = order
    const newId = newRecordId
    if (templateId === undefined) {
      return { records: blankBoardRecords({ name: title, newId }), version: null, practice: false }
    }
    return await deps.templates.newBoard({ templateId, locale, examples, short, newId, boardName: title })
  }

  async function prepared(order: BoardOrder, breathe: Breath): Promise<{ board: NewBoard; practice: boolean }> {
    let start: BoardStart
    try {
      start = await firstRecords(order)
    } catch (error) {
      if (!order.orEmpty || !(error instanceof AppError)) throw error
      return await prepared({ ...order, templateId: undefined, orEmpty: false }, breathe)
    }
    const { records, version, practice } = start
    const seeds = await encodeSeeds(records, breathe)
    const { title, ownerId, locale, templateId = null } = order
    const origin = version === null ? undefined : { version, digest: digestOfSeeds(seeds) }
    return { board: { id: randomUUID(), title, ownerId, templateId, locale, seeds, origin }, practice }
  }

  return {
    /**
     * A board with its first document, empty or from a template, and whether people only practise there.
     * @throws AppError `bad_request` for a template, or a short version of one, that does not exist.
     */
    one: (order: BoardOrder) => prepared(order, createBreath()),

    /** Many of them, one after another: others get a turn in between. @throws what `one` does. */
    async many(orders: readonly BoardOrder[]): Promise<NewBoard[]> {
      const breathe = createBreath()
      const boards: NewBoard[] = []
      for (const order of orders) {
        await breathe()
        boards.push((await prepared(order, breathe)).board)
      }
      return boards
    },
  }
}
