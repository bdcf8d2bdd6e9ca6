import { createHash } from 'node:crypto'
import type { TemplateSummary, templatePreviewQuery, templateRecordsQuery } from '@samtavle/shared/api'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { renderBoardPicture } from '@samtavle/shared/board-picture'
import { AppError } from '@samtavle/shared/errors'
import { findTemplate, listTemplates, toTemplateSummary } from '@samtavle/templates/catalog'
import { instantiateTemplate } from '@samtavle/templates/instantiate'
import type { z } from 'zod'

/** Something that stays the same while the server runs, and the name of this state of it. */
export type Kept<Content> = Readonly<{ version: string; content: Content }>

export type TemplateLook = z.infer<typeof templatePreviewQuery>
export type TemplateChoice = z.infer<typeof templateRecordsQuery>

/** Pictures that are kept, some 20 kB each: those of a gallery in two languages and themes, and more. */
const PICTURES_KEPT = 300

/** Unknown, deleted and malformed: one answer. */
export const noSuchTemplate = (): AppError => new AppError('not_found', 'no such template')

/** What the gallery says of the built-in templates, in its order. They never change while the server runs. */
export const BUILT_IN: readonly TemplateSummary[] = listTemplates().map(toTemplateSummary)

/**
 * What a built-in template puts on a board. The ids are numbered: whoever puts it on a board that is there gives them
 * new ones.
 * @throws AppError `not_found` when there is no such template
 */
export function builtInRecords(id: string, choice: TemplateChoice): BoardRecord[] {
  const template = findTemplate(id)
  if (template === undefined) throw noSuchTemplate()
  return instantiateTemplate(template, {
    locale: choice.locale,
    examples: choice.examples === 'true',
    short: choice.short === 'true',
    newId: numbered(),
  })
}

/** Ids for records that are told and not stored. */
export function numbered(): () => string {
  let count = 0
  return () => `template-${++count}`
}

/** Pictures of templates, each drawn once. */
export class TemplatePictures {
  readonly #pictures = new Map<string, Kept<string>>()

  /**
   * @param name names what is drawn: the template, and its version where it has versions
   * @param records told only when the picture is not there
   */
  async picture(name: string, look: TemplateLook, records: () => Promise<BoardRecord[]>): Promise<Kept<string>> {
    const key = [name, look.locale, look.theme, look.detail, look.examples, look.short].join(' ')
    const known = this.#pictures.get(key)
    if (known !== undefined) return known
    const svg = renderBoardPicture(await records(), look)
    const drawn = { version: versionOf(svg), content: svg }
    const [oldest] = this.#pictures.keys()
    if (this.#pictures.size >= PICTURES_KEPT && oldest !== undefined) this.#pictures.delete(oldest)
    this.#pictures.set(key, drawn)
    return drawn
  }
}

export function keptJson(value: unknown): Kept<Uint8Array> {
  const text = JSON.stringify(value)
  return { version: versionOf(text), content: new TextEncoder().encode(text) }
}

const versionOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22)
