import type { BoardRecord } from '@samtavle/shared/board-doc'
import { type CardProps, fieldText } from '@samtavle/shared/card-shape'
import { type ChoiceProps, chosenWords, optionStates } from '@samtavle/shared/choice-shape'
import { plainTextOf, type RichText } from '@samtavle/shared/rich-text-doc'
import { describe, expect, it } from 'vitest'
import { bare, chapterOf, tableIn } from '../../../tests/support/template-specification.ts'
import { listTemplates } from './catalog.ts'
import { instantiateTemplate } from './instantiate.ts'
import type { Template } from './template.ts'

/** The notes of the specification against the notes that are drawn. */
type Written = { where: string; role: unknown; text: string }

function draw(template: Template, locale: 'da' | 'en'): BoardRecord[] {
  let next = 0
  return instantiateTemplate(template, { locale, examples: true, short: false, newId: () => `s${next++}` })
}
const textOf = (record: BoardRecord): string => plainTextOf(record.props?.richText as RichText)
const inOrder = (list: readonly Written[]) => list.map(({ where, role, text }) => `${where} | ${role} | ${text}`).sort()

const SIGNS = { open: '', ticked: '', here: ' ◀', passed: ' ✔' } as const

function fieldsOf({ props }: BoardRecord): string {
  const card = props as CardProps
  return card.fields.map((_, i) => fieldText(card, i)).join(' · ')
}

/** What is ticked, or all the steps with their signs. */
function answerOf({ props }: BoardRecord): string {
  const choice = props as ChoiceProps
  if (choice.kind === 'one') return chosenWords(choice).join()
  const states = optionStates(choice)
  return choice.options.map(({ label }, i) => label + SIGNS[states[i] ?? 'open']).join(' · ')
}

/** What is written on a board where people write: notes, cards, fields and what is chosen. */
function writtenOn(template: Template, records: readonly BoardRecord[], example: boolean): Written[] {
  const own = records.filter(({ meta }) => meta?.role !== undefined && (meta.example === true) === example)
  const whereOf = ({ meta }: BoardRecord) =>
    String(template.grids.some(({ key }) => key === meta?.section) ? meta?.cell : meta?.section)
  const single = own.filter(({ meta }) => meta?.part !== 'choice' && meta?.part !== 'card')
  const written = single.map((record) => ({
    where: whereOf(record),
    role: record.meta?.role,
    text: textOf(record),
  }))
  for (const section of template.sections) {
    const inSection = (part: string) => own.find(({ meta }) => meta?.section === section.key && meta.part === part)
    const [card, choice] = [inSection('card'), inSection('choice')]
    // Beside a text or notes, the words of the example stand there.
    const answer = section.kind === 'choice' ? choice : undefined
    const text = card ? fieldsOf(card) : answer && answerOf(answer)
    if (text !== undefined) written.push({ where: section.key, role: (card ?? answer)?.meta?.role, text })
  }
  return written
}

describe.each(listTemplates().map((template) => ({ name: template.id, template })))('$name', ({ template }) => {
  const text = chapterOf(new RegExp(`^## ${template.number} \`${template.id}\``))
  const rowsAs = (title: string, column: number): Written[] =>
    tableIn(text, title).map((row) => ({ where: bare(row[0]), role: row[1], text: row[column] ?? '' }))

  it.each([
    ['da', 2],
    ['en', 3],
  ] as const)('draws every example where it belongs, with its role, in %s', (locale, column) => {
    const records = draw(template, locale)
    const tiny = records.find(({ meta }) => meta?.part === 'tiny-text')
    const wanted = rowsAs('Eksempelsedler / Example notes', column)
    expect(wanted.length > 0).toBe(template.id !== 'sprintplan')
    // The tiny text of T01 stands among the examples of the specification, and is locked background.
    const others = wanted.filter((row) => !(tiny && row.where === 'zoom'))
    expect(inOrder(writtenOn(template, records, true))).toEqual(inOrder(others))
    const tinyWanted = wanted.filter((row) => !others.includes(row)).map((row) => row.text.replace(/^\([^)]*\) /, ''))
    expect(tiny ? [textOf(tiny)] : []).toEqual(tinyWanted)
  })

  it.each([
    ['da', 2],
    ['en', 3],
  ] as const)('draws what is filled in beforehand, in %s', (locale, column) => {
    const wanted = rowsAs('Udfyldt på forhånd / Prefilled content', column)
    expect(wanted.length).toBe(template.id === 'sprintplan' ? 56 : 0)
    expect(inOrder(writtenOn(template, draw(template, locale), false))).toEqual(inOrder(wanted))
  })
})
