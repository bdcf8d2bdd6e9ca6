import { BoardShapes } from '@samtavle/shared/board-shapes'
import { composeSnapshot, sectionsToChoose } from '@samtavle/shared/compose-snapshot'
import { LOCALES } from '@samtavle/shared/locale'
import { countTexts, readBoard } from '@samtavle/shared/read-board'
import { findExampleRemoval } from '@samtavle/shared/remove-examples'
import type { SnapshotBlock } from '@samtavle/shared/snapshot-content'
import { describe, expect, test } from 'vitest'
import { listTemplates } from './catalog.ts'
import { instantiateTemplate } from './instantiate.ts'

const BOARD = '11111111-1111-4111-8111-111111111111'

/** What people wrote, without what the snapshot says of it: that it is an example, which step of how many, what was picked. */
function wordsIn(block: SnapshotBlock): string[] {
  const own = (words: string) => words.replace(/^(Eksempel|Example)( · |$)/, '').replace(/, \d (af|of|av) \d$/, '')
  switch (block.kind) {
    case 'list':
      return block.items.map(({ text }) => text)
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.flat().map(({ text }) => text))
    case 'card':
      return [
        ...block.fields.map(({ text }) => text),
        ...own(block.status)
          .split(' · ')
          .map((pick) => pick.replace(/^.*: /, '')),
      ]
    default:
      return block.lines.map(own)
  }
}

describe.each(listTemplates().map((template) => [template.id, template] as const))('%s', (_, template) => {
  test.each(LOCALES)('composes without loss, every text once, %s', (locale) => {
    let id = 0
    const newId = () => `id${id++}`
    const records = instantiateTemplate(template, { locale, examples: true, short: false, newId })
    const board = { id: BOARD, key: 'b', title: template.name[locale], isRestricted: false, records }
    const sections = sectionsToChoose(board, locale)
    const choice = {
      ...{ title: 'T', status: '', question: '', parts: sections.map(({ key }) => key), withoutShapes: [] },
      ...{ withoutRoles: [], withExamples: true, withPictures: true },
    }
    const composition = { locale, madeAt: '', madeBy: 'member', sprint: null, boards: [board], people: [] } as const
    const { content } = composeSnapshot({ ...composition, choice })
    // What the export of the board reads, which its own tests hold against every text of the board.
    const read = readBoard(records, { part: 'board' })
    const said = read.flatMap(({ cells }) =>
      cells.flatMap(({ texts }) => texts.flatMap(({ text }) => text.split('\n'))),
    )
    const lines = (texts: readonly string[]) =>
      texts
        .flatMap((text) => text.split('\n'))
        .map((line) => line.trim())
        .filter(Boolean)
        .toSorted()
    expect(lines(content.parts.flatMap(({ blocks }) => blocks.flatMap(wordsIn)))).toEqual(lines(said))
    expect(sections.reduce((sum, { texts }) => sum + texts, 0)).toBeGreaterThan(0)
    // Every note that a person could have written, whatever the reading says.
    const notes = new BoardShapes(records).all.filter(({ type }) => type === 'note')
    expect(content.parts.flatMap(({ blocks }) => blocks).length).toBeGreaterThan(0)
    expect(notes.length).toBeLessThanOrEqual(countTexts(read))
    expect(content.parts.every(({ title, key }) => title !== '' && key.startsWith('b/'))).toBe(true)

    const bare = composeSnapshot({ ...composition, choice: { ...choice, withExamples: false } }).content
    expect(JSON.stringify(bare)).not.toContain('"example":true')
    const { remove } = findExampleRemoval(records)
    expect(remove.every((shape) => !JSON.stringify(bare).includes(`"b/${shape}"`))).toBe(true)
  })
})
