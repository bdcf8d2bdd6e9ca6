import { randomUUID } from 'node:crypto'
import type { BackupSchema } from '@samtavle/shared/board-backup'
import { type BoardRecord, readAllRecords } from '@samtavle/shared/board-doc'
import { AppError } from '@samtavle/shared/errors'
import { isUuid } from '@samtavle/shared/ids'
import type { Locale } from '@samtavle/shared/locale'
import { serializedSchema } from '@samtavle/shared/record-schema'
import type { TemplateAbout } from '@samtavle/shared/template-about'
import {
  TEMPLATE_FILE_VERSION,
  type TemplateDraft,
  type TemplateFile,
  type TemplateSaved,
} from '@samtavle/shared/template-api'
import { TEMPLATE_BYTES_MAX, TEMPLATE_FORMAT, TEMPLATE_RECORDS_MAX } from '@samtavle/shared/template-limits'
import { findTemplate } from '@samtavle/templates/catalog'
import type { Identity } from '../http/app-env.ts'
import type { DocStore } from '../rooms/doc-store.ts'
import { withDocument } from '../rooms/stored-document.ts'
import { type GrantedAccess, noSuchBoard } from '../sharing/access-service.ts'
import { sectionsOf } from './laid-out-records.ts'
import { aboutOf } from './own-summary.ts'
import { settledRecords, strippedRecords } from './stripped-records.ts'
import { noSuchTemplate } from './template-content.ts'
import { type CheckRecords, mayChangeTemplate, type TemplateService } from './template-service.ts'
import { type NewVersion, TEMPLATES_MAX, type TemplateRow, type TemplateStore } from './template-store.ts'

export type OwnTemplateService = ReturnType<typeof createOwnTemplateService>

/** A board that somebody may make a template of. */
export type TemplateSource = { access: GrantedAccess; keepLoose: boolean }

/** The rules of the organisation's own templates. Rights to boards are asked before; those to templates here. */
export function createOwnTemplateService(deps: {
  store: TemplateStore
  templates: Pick<TemplateService, 'own' | 'contentOf'>
  docStore: Pick<DocStore, 'load'>
  checkRecords: CheckRecords
  now: () => Date
}) {
  const { store, templates, docStore, checkRecords, now } = deps
  const schema = serializedSchema() as BackupSchema

  /** @throws AppError `not_found`, and `forbidden` for who may use it only. */
  async function changeable(identity: Identity, id: string): Promise<TemplateRow> {
    const row = await templates.own(id)
    if (!mayChangeTemplate(identity, row)) throw new AppError('forbidden', 'this template is not yours to change')
    return row
  }

  async function strip({ access, keepLoose }: TemplateSource) {
    const stored = await docStore.load(access.boardId)
    if (stored === undefined) throw noSuchBoard()
    return strippedRecords(withDocument(stored, readAllRecords), keepLoose)
  }

  /** @throws AppError `too_large`; `bad_request` for a board with a record that no other board may hold. */
  async function versionOf(identity: Identity, stripped: readonly BoardRecord[]): Promise<NewVersion> {
    if (stripped.length > TEMPLATE_RECORDS_MAX) throw new AppError('too_large', 'the board has too many shapes')
    const records = await checkRecords({ records: [...stripped], schema })
    const content = JSON.stringify({ schema, records })
    if (Buffer.byteLength(content) > TEMPLATE_BYTES_MAX) throw new AppError('too_large', 'the board is too large')
    return { content, sections: JSON.stringify(sectionsOf(records)), actorId: identity.userId, at: now() }
  }

  async function create(locale: Locale, about: TemplateAbout, version: NewVersion): Promise<string> {
    const id = randomUUID()
    if (!(await store.create({ id, locale, about: JSON.stringify(about), ...version }))) {
      throw new AppError('conflict', `there are ${TEMPLATES_MAX} templates already`)
    }
    return id
  }

  return {
    /** What a template of this board would hold. */
    async draft(source: TemplateSource): Promise<TemplateDraft> {
      const { records, leftOut } = await strip(source)
      const examples = records.filter(({ meta }) => meta?.example === true).length
      return { leftOut, sections: sectionsOf(records).length, examples }
    },

    /** Makes a new template of a board, and says what stayed behind. */
    async create(source: TemplateSource, about: TemplateAbout): Promise<TemplateSaved> {
      const { records, leftOut } = await strip(source)
      const { identity, boardId } = source.access
      const locale = await store.localeOf(boardId)
      const id = await create(locale, about, await versionOf(identity, settledRecords(records, locale)))
      return { id, version: 1, leftOut }
    },

    /** Makes a board the next version of a template; boards made from older ones stay as they are. */
    async addVersion(id: string, source: TemplateSource, about: TemplateAbout | undefined): Promise<TemplateSaved> {
      const { identity, boardId } = source.access
      const row = await changeable(identity, id)
      const { records, leftOut } = await strip(source)
      const locale = await store.localeOf(boardId)
      const made = await versionOf(identity, settledRecords(records, locale))
      const said = about === undefined ? row.about : JSON.stringify(about)
      const version = await store.addVersion(id, locale, said, made)
      if (version === undefined) throw noSuchTemplate()
      return { id, version, leftOut }
    },

    async change(identity: Identity, id: string, about: TemplateAbout): Promise<void> {
      await changeable(identity, id)
      if (!(await store.change(id, JSON.stringify(about), now()))) throw noSuchTemplate()
    },

    /** Takes it out of the gallery. Boards made from it stay, and keep their guide. */
    async delete(identity: Identity, id: string): Promise<void> {
      await changeable(identity, id)
      await store.delete(id, now())
    },

    /** Takes a deletion back; for everybody who might have deleted it. */
    async restore(identity: Identity, id: string): Promise<void> {
      const [row] = isUuid(id) ? await store.some([id]) : []
      if (row === undefined || !mayChangeTemplate(identity, row)) throw noSuchTemplate()
      await store.delete(id, null)
    },

    /** Takes a built-in template out of the gallery, or puts it back. Boards made from it are not touched. */
    async hide(identity: Identity, id: string, hidden: boolean): Promise<void> {
      if (findTemplate(id) === undefined) throw noSuchTemplate()
      if (hidden) await store.hide(id, identity.userId, now())
      else await store.show(id)
    },

    /** The newest version as a file. It says nothing about people. */
    async export(id: string): Promise<TemplateFile> {
      const row = await templates.own(id)
      const records = await templates.contentOf(row)
      const exportedAt = now().toISOString()
      const head = { format: TEMPLATE_FORMAT, version: TEMPLATE_FILE_VERSION, exportedAt } as const
      return { ...head, locale: row.locale, about: aboutOf(row), schema, records: [...records] }
    },

    /**
     * Makes a template of a file, all of it or nothing. It is stripped as a board is: what a file says is an example may
     * stay one, and a note in it that is none is left out.
     * @throws AppError `bad_request`, `too_large`
     */
    async import(identity: Identity, file: TemplateFile): Promise<TemplateSaved> {
      const checked = await checkRecords(file)
      const { records, leftOut } = strippedRecords(checked, true)
      const id = await create(file.locale, file.about, await versionOf(identity, settledRecords(records, file.locale)))
      return { id, version: 1, leftOut }
    },
  }
}
