import { can } from '@samtavle/shared/access'
import type { TemplateSummary } from '@samtavle/shared/api'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { AppError } from '@samtavle/shared/errors'
import { isUuid } from '@samtavle/shared/ids'
import type { ImportBoardRequest } from '@samtavle/shared/import-api'
import type { Locale } from '@samtavle/shared/locale'
import { filledWords } from '@samtavle/shared/locale'
import { findTemplate } from '@samtavle/templates/catalog'
import { instantiateTemplate } from '@samtavle/templates/instantiate'
import { type Identity, principalOf } from '../http/app-env.ts'
import { laidOutRecords } from './laid-out-records.ts'
import { aboutOf, toOwnSummary } from './own-summary.ts'
import {
  BUILT_IN,
  builtInRecords,
  type Kept,
  noSuchTemplate,
  numbered,
  type TemplateChoice,
  type TemplateLook,
  TemplatePictures,
} from './template-content.ts'
import type { TemplateRow, TemplateStore } from './template-store.ts'

/** Records as a file or an older release has them, checked and in this release's form. */
export type CheckRecords = (source: Pick<ImportBoardRequest, 'records' | 'schema'>) => Promise<BoardRecord[]>

export type TemplateService = ReturnType<typeof createTemplateService>

/** What a board is to begin with. */
export type BoardOrder = {
  templateId: string
  locale: Locale
  examples: boolean
  short: boolean
  boardName: string
  newId: () => string
}

/** What a new board begins with; `version` is that of a template of our own. */
export type BoardStart = {
  records: BoardRecord[]
  version: number | null
  /** People only practise there. */
  practice: boolean
}

/** Contents that are kept in memory, read and checked: each some megabytes at the most. */
const CONTENTS_KEPT = 10

/** Whether somebody may change and delete a template of the organisation's own. */
export const mayChangeTemplate = (identity: Identity, { ownerId }: Pick<TemplateRow, 'ownerId'>): boolean =>
  can(principalOf(identity), 'template.change', { kind: 'template', isOwner: ownerId === identity.userId })

/** Every template there is, the built-in ones and the organisation's own, through the same questions. */
export function createTemplateService(deps: {
  store: Pick<TemplateStore, 'list' | 'some' | 'content' | 'hidden'>
  checkRecords: CheckRecords
}) {
  const { store, checkRecords } = deps
  const pictures = new TemplatePictures()
  const contents = new Map<string, Promise<BoardRecord[]>>()

  /** A template of our own that is not deleted. */
  async function own(id: string): Promise<TemplateRow> {
    const [row] = isUuid(id) ? await store.some([id]) : []
    if (row === undefined || row.deletedAt !== null) throw noSuchTemplate()
    return row
  }

  async function readContent(id: string, version: number): Promise<BoardRecord[]> {
    const content = await store.content(id, version)
    if (content === undefined) throw noSuchTemplate()
    return await checkRecords(JSON.parse(content) as Parameters<CheckRecords>[0])
  }

  /** What a version holds. It never changes, so that what was read once is kept. */
  async function contentOf({ id, version }: Pick<TemplateRow, 'id' | 'version'>): Promise<BoardRecord[]> {
    const key = `${id} ${version}`
    const known = contents.get(key)
    if (known !== undefined) return await known
    const [oldest] = contents.keys()
    if (contents.size >= CONTENTS_KEPT && oldest !== undefined) contents.delete(oldest)
    const reading = readContent(id, version)
    contents.set(key, reading)
    reading.catch(() => contents.delete(key))
    return await reading
  }

  async function ownRecords(row: TemplateRow, choice: TemplateChoice): Promise<BoardRecord[]> {
    if (choice.short === 'true') throw new AppError('bad_request', 'short: the template has no short version')
    const { locale } = choice
    const boardName = filledWords(aboutOf(row).name)[locale]
    return laidOutRecords(await contentOf(row), {
      locale,
      examples: choice.examples === 'true',
      newId: numbered(),
      boardName,
    })
  }

  return {
    own,
    contentOf,

    /** What the gallery offers: our own first. Hidden ones only for who may hide them, and asks. */
    async list(identity: Identity, withHidden: boolean): Promise<TemplateSummary[]> {
      const [rows, hidden] = await Promise.all([store.list(), store.hidden()])
      const seesHidden = withHidden && can(principalOf(identity), 'template.hide', { kind: 'organisation' })
      const builtIn = BUILT_IN.flatMap((summary) => {
        if (!hidden.has(summary.id)) return [summary]
        return seesHidden ? [{ ...summary, hidden: true }] : []
      })
      return [...rows.map((row) => toOwnSummary(row, mayChangeTemplate(identity, row))), ...builtIn]
    },

    /**
     * Those of these templates that there are, in the order of the gallery: of boards that are there already. So hidden
     * ones are told of too, and deleted ones.
     */
    async some(identity: Identity, ids: ReadonlySet<string>): Promise<TemplateSummary[]> {
      const own = [...ids].filter(isUuid)
      const rows = own.length === 0 ? [] : await store.some(own)
      const told = rows.map((row) => toOwnSummary(row, row.deletedAt === null && mayChangeTemplate(identity, row)))
      return [...told, ...BUILT_IN.filter(({ id }) => ids.has(id))]
    },

    /**
     * What a template puts on a board.
     * @throws AppError `not_found`; `bad_request` for a short version of one that has none.
     */
    async records(id: string, choice: TemplateChoice): Promise<BoardRecord[]> {
      return isUuid(id) ? await ownRecords(await own(id), choice) : builtInRecords(id, choice)
    },

    /** @throws AppError `not_found` */
    async picture(id: string, look: TemplateLook): Promise<Kept<string>> {
      if (!isUuid(id)) return await pictures.picture(id, look, async () => builtInRecords(id, look))
      const row = await own(id)
      const name = `${id} ${row.version} ${row.changedAt.getTime()}`
      return await pictures.picture(name, look, () => ownRecords(row, look))
    },

    /**
     * What a new board begins with.
     * @throws AppError `bad_request` for a template, or a short version of one, that does not exist.
     */
    async newBoard(order: BoardOrder): Promise<BoardStart> {
      const { templateId, short } = order
      const template = findTemplate(templateId)
      if (template !== undefined) {
        if (short && template.short === null) {
          throw new AppError('bad_request', 'short: the template has no short version')
        }
        return { records: instantiateTemplate(template, order), version: null, practice: template.practice === true }
      }
      const [row] = isUuid(templateId) ? await store.some([templateId]) : []
      if (row === undefined || row.deletedAt !== null) throw new AppError('bad_request', 'templateId: no such template')
      if (short) throw new AppError('bad_request', 'short: the template has no short version')
      return { records: laidOutRecords(await contentOf(row), order), version: row.version, practice: false }
    },

    /** Is there a template of this id that a board may say it is from? */
    async isKnown(id: string): Promise<boolean> {
      if (findTemplate(id) !== undefined) return true
      return isUuid(id) && (await store.some([id])).length > 0
    },
  }
}
