import { type TemplateSummary, templateRecordsResponse, templatesResponse } from '@samtavle/shared/api'
import { type BoardRecord, createRecord, readAllRecords, recordMapOf } from '@samtavle/shared/board-doc'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { noteRecord, shapeRecord } from '@samtavle/shared/shape-record.fixture'
import type { TemplateAbout } from '@samtavle/shared/template-about'
import { boardTemplateResponse, type TemplateSaved, templateSavedResponse } from '@samtavle/shared/template-api'
import type { Sql } from '../src/db/database.ts'
import type { Identity } from '../src/http/app-env.ts'
import type { BoardApi } from './board-api.ts'
import { useBoardApi } from './board-suite.ts'

/** What is said of the templates of the tests. */
export const ABOUT: TemplateAbout = {
  name: { da: 'Vores tjek ind', en: '', nb: '' },
  purpose: { da: 'Alle siger noget.', en: 'Everybody says something.', nb: '' },
  phase: 'understand',
  toolType: 'opens',
  minutes: { least: 10, most: 20 },
  people: { least: 3, most: 9 },
  steps: [{ da: 'Læs spørgsmålet højt.', en: '', nb: '' }],
}
/** Words about somebody, which must not travel. */
export const SECRET = 'Fru Jensen, 010203-4567'

/** A text that a canvas can show. */
function textRecord(id: string, words: string, parentId: string): BoardRecord {
  const look = { color: 'black', size: 'm', font: 'sans', textAlign: 'start', w: 200, scale: 1, autoSize: false }
  return shapeRecord('text', id, { parentId, props: { ...look, richText: richTextOf(words) } })
}

/** A frame that a canvas can show. */
export function frameRecord(id: string, name: string, parentId: string, meta: object = {}): BoardRecord {
  return shapeRecord('frame', id, { parentId, meta, props: { w: 400, h: 300, name, color: 'black' } })
}

export type OwnTemplates = ReturnType<typeof ownTemplates>

/** What tests do with templates of an organisation's own. */
export function ownTemplates(api: BoardApi) {
  const change = (board: string, edit: (records: ReturnType<typeof recordMapOf>) => void) =>
    api.edit(board, api.people.owner.userId, (doc) => edit(recordMapOf(doc)))
  const recordsOf = async (board: string): Promise<BoardRecord[]> => {
    const doc = await api.document(board)
    const records = readAllRecords(doc)
    doc.destroy()
    return records
  }

  /** A board from a built-in template on which people have worked: notes, words in fields, a loose text. */
  async function usedBoard(owner: Identity = api.people.owner): Promise<string> {
    const board = await api.board(owner, { title: 'Sag 17', templateId: 'borgerrejse', examples: true })
    const records = await recordsOf(board)
    const page = records.find(({ typeName }) => typeName === 'page')?.id ?? ''
    const frame = records.find(({ type, meta }) => type === 'frame' && meta?.section === 'titelfelt')?.id ?? ''
    await change(board, (map) => {
      createRecord(map, noteRecord('shape:note1', { richText: richTextOf(SECRET) }, { parentId: page }))
      createRecord(map, textRecord('shape:text1', 'Løs tekst', page))
      const field = records.find(
        ({ parentId, meta }) => parentId === frame && meta?.cell === 'facilitator' && meta.part === 'field',
      )
      if (field === undefined) throw new Error('no field')
      createRecord(map, { ...field, props: { ...field.props, richText: richTextOf(SECRET) } })
    })
    return board
  }
  async function saved(board: string, body: object = {}): Promise<TemplateSaved> {
    const who = api.people.owner
    const response = await api.ask(who, 'POST', '/api/templates', { boardId: board, about: ABOUT, ...body })
    if (response.status !== 201) throw new Error(`no template: ${await response.text()}`)
    return templateSavedResponse.strict().parse(await response.json())
  }
  const list = async (who: Identity, query = ''): Promise<TemplateSummary[]> =>
    templatesResponse.strict().parse(await (await api.ask(who, 'GET', `/api/templates${query}`)).json()).templates
  const told = async (id: string, who: Identity = api.people.colleague) =>
    (await list(who)).find((template) => template.id === id)
  const templateRecords = async (id: string, query = '') => {
    const response = await api.ask(api.people.manager, 'GET', `/api/templates/${id}/records${query}`)
    return templateRecordsResponse.parse(await response.json()).records as BoardRecord[]
  }
  const versionOf = async (board: string, who: Identity = api.people.editor) => {
    const response = await api.ask(who, 'GET', `/api/boards/${board}/template`)
    return boardTemplateResponse.strict().parse(await response.json()).origin
  }

  return { change, recordsOf, usedBoard, saved, list, told, templateRecords, versionOf }
}

/** The routes on one database, with what tests do with templates. */
export function useOwnTemplates(
  open: Parameters<typeof useBoardApi>[0],
): BoardApi & OwnTemplates & { database: { sql: Sql } } {
  const api = useBoardApi(open)
  return Object.assign(api, ownTemplates(api))
}
