import { renderBoardPicture } from '@samtavle/shared/board-picture'
import { LOCALES } from '@samtavle/shared/locale'
import { describe, expect, it } from 'vitest'
import { findTemplate, listTemplates } from './catalog.ts'
import { instantiateTemplate } from './instantiate.ts'
import type { Template } from './template.ts'

/** The pictures of the gallery: drawn from the records that a new board gets. */
function recordsOf(template: Template, locale: 'da' | 'en' | 'nb', examples: boolean) {
  let next = 0
  return instantiateTemplate(template, { locale, examples, short: false, newId: () => `s${next++}` })
}

const bytes = (picture: string): number => new TextEncoder().encode(picture).length

/** Every element is closed in the order in which it was opened. */
function isBalanced(svg: string): boolean {
  const open: string[] = []
  for (const [, closing, name, selfClosing] of svg.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
    if (closing) {
      if (open.pop() !== name) return false
    } else if (!selfClosing) open.push(name ?? '')
  }
  return open.length === 0
}

describe.each(listTemplates().map((template) => ({ name: template.id, template })))('$name', ({ template }) => {
  it.each(['light', 'dark'] as const)('has a small, whole picture in %s', (theme) => {
    for (const locale of LOCALES) {
      for (const examples of [true, false]) {
        const records = recordsOf(template, locale, examples)
        const thumbnail = renderBoardPicture(records, { theme, detail: 'thumbnail', title: template.name[locale] })
        const full = renderBoardPicture(records, { theme, locale, title: template.name[locale] })
        expect(bytes(thumbnail)).toBeLessThan(20_000)
        expect(bytes(full)).toBeLessThan(65_000)
        expect(isBalanced(thumbnail) && isBalanced(full)).toBe(true)
        expect(full).toContain(`<title>${template.name[locale]}</title>`)
      }
    }
  })

  it('shows one sheet per frame and one coloured note per example', () => {
    const records = recordsOf(template, 'da', true)
    const thumbnail = renderBoardPicture(records, { theme: 'light', detail: 'thumbnail' })
    const notes = records.filter(({ type }) => type === 'note').length
    expect(thumbnail.match(/width="200" height="2\d\d"/g)?.length ?? 0).toBe(notes)
    // All frames but the header strip.
    const frames = records.filter(({ type }) => type === 'frame').length - 1
    expect(thumbnail.match(/fill="#FFFFFF" stroke="#768685"/g)?.length).toBe(frames)
  })
})

describe('the picture of T07', () => {
  it('has the words of the board', () => {
    const template = findTemplate('borgerrejse')
    if (!template) throw new Error('no template')
    const picture = renderBoardPicture(recordsOf(template, 'da', true), { theme: 'light' })
    for (const words of ['4. Jeg får svar', 'Borgerens handlinger', 'Synlighedslinje', '−2 Meget svært']) {
      expect(picture).toContain(words)
    }
  })
})
