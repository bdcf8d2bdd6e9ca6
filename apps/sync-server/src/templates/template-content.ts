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

/** Pictures that are kept, some 20 kB each: those of a gallery in two languages and themes, and more. */
const PICTURES_KEPT = 300

/** What the gallery and boards ask of templates. They never change while the server runs: what was made once is kept. */
export class TemplateContent {
  readonly #summaries: readonly TemplateSummary[] = listTemplates().map(toTemplateSummary)
  readonly #all = keptJson({ templates: this.#summaries })
  readonly #pictures = new Map<string, Kept<string>>()

  /** What the gallery offers, as JSON. */
  get all(): Kept<Uint8Array> {
    return this.#all
  }

  /** Those of these templates that there are, in the order of the gallery, as JSON. */
  some(ids: ReadonlySet<string>): Kept<Uint8Array> {
    return keptJson({ templates: this.#summaries.filter(({ id }) => ids.has(id)) })
  }

  /**
   * A picture of a template, drawn once.
   * @throws AppError `not_found` when there is no such template
   */
  picture(id: string, look: z.infer<typeof templatePreviewQuery>): Kept<string> {
    const key = [id, look.locale, look.theme, look.detail, look.examples, look.short].join(' ')
    const known = this.#pictures.get(key)
    if (known !== undefined) return known
    const svg = renderBoardPicture(this.records(id, look), look)
    const drawn = { version: versionOf(svg), content: svg }
    const [oldest] = this.#pictures.keys()
    if (this.#pictures.size >= PICTURES_KEPT && oldest !== undefined) this.#pictures.delete(oldest)
    this.#pictures.set(key, drawn)
    return drawn
  }

  /**
   * What a template puts on a board. The ids are numbered: whoever puts it on a board that is there gives them new ones.
   * @throws AppError `not_found` when there is no such template
   */
  records(id: string, choice: z.infer<typeof templateRecordsQuery>): BoardRecord[] {
    const template = findTemplate(id)
    if (template === undefined) throw new AppError('not_found', 'no such template')
    let count = 0
    return instantiateTemplate(template, {
      locale: choice.locale,
      examples: choice.examples === 'true',
      short: choice.short === 'true',
      newId: () => `template-${++count}`,
    })
  }
}

export function keptJson(value: unknown): Kept<Uint8Array> {
  const text = JSON.stringify(value)
  return { version: versionOf(text), content: new TextEncoder().encode(text) }
}

const versionOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22)
