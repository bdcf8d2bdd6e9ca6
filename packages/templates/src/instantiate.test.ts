import { type BoardRecord, encodeSeed, jsonEqual, readAllRecords } from '@samtavle/shared/board-doc'
import { LOCALES } from '@samtavle/shared/locale'
import { checkRecord, hasParentCycle, openInStore } from '@samtavle/shared/record-schema'
import { findExampleRemoval } from '@samtavle/shared/remove-examples'
import { plainTextOf, type RichText } from '@samtavle/shared/rich-text-doc'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { listTemplates } from './catalog.ts'
import { instantiateTemplate } from './instantiate.ts'
import { shortened } from './shorten.ts'
import { same } from './template.ts'

function counter(): () => string {
  let next = 0
  return () => `s${next++}`
}

const textOf = (record: BoardRecord): string => plainTextOf(record.props?.richText as RichText)
const sorted = (records: readonly BoardRecord[]) => [...records].sort((a, b) => (a.id < b.id ? -1 : 1))

const cases = listTemplates().flatMap((template) =>
  LOCALES.flatMap((locale) =>
    [true, false].flatMap((examples) =>
      [true, false].map((short) => ({ name: template.id, template, locale, examples, short })),
    ),
  ),
)

describe.each(cases)('$name in $locale, examples $examples, short $short', ({ template, locale, examples, short }) => {
  const records = instantiateTemplate(template, { locale, examples, short, newId: counter() })

  it('passes the checks that every record from outside passes', () => {
    const refused = records.map((record) => ({ record, check: checkRecord(record, record.id) }))
    expect(refused.filter(({ check }) => !check.ok)).toEqual([])
    const byId = new Map(records.map((record) => [record.id, record]))
    expect(byId.size).toBe(records.length)
    expect(records.filter(({ id }) => hasParentCycle(id, (key) => byId.get(key)))).toEqual([])
    expect(records.filter(({ parentId }) => parentId !== undefined && !byId.has(String(parentId)))).toEqual([])
  })

  it("opens in tldraw's store without a repair", () => {
    expect(sorted(openInStore(records))).toEqual(sorted(records))
  })

  it('comes back from the stored form as it was', () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, encodeSeed(records))
    const read = new Map(readAllRecords(doc).map((record) => [record.id, record]))
    expect(read.size).toBe(records.length)
    expect(records.filter((record) => !jsonEqual(read.get(record.id), record))).toEqual([])
  })

  it('is the same again for the same ids', () => {
    expect(instantiateTemplate(template, { locale, examples, short, newId: counter() })).toEqual(records)
  })

  it('has frames that take notes, in reading order from the back to the front', () => {
    const frames = records.filter(({ type }) => type === 'frame')
    expect(frames.every(({ isLocked }) => isLocked === false)).toBe(true)
    expect(frames.map(({ meta }) => meta?.order)).toEqual(frames.map((_, i) => i))
    const places = frames.map(({ index }) => String(index))
    expect(places).toEqual([...places].sort())
    expect(frames.every(({ meta }) => meta?.fixed === true && typeof meta.section === 'string')).toBe(true)
  })

  it('marks every example, and only examples, as one', () => {
    const marked = records.filter(({ meta }) => meta?.example === true)
    const { examples: known, prefilled = [] } = short ? shortened(template) : template
    const unmarked = records.filter(({ meta }) => meta?.role !== undefined && meta.example !== true)
    expect(unmarked.map(textOf)).toEqual(prefilled.map(({ text }) => text[locale]))
    if (!examples) expect(marked).toEqual([])
    // A card spreads one example over its fields.
    else expect(marked.length).toBeGreaterThanOrEqual(known.length)
    expect(records.filter(({ type, meta }) => type === 'note' && meta?.role === undefined)).toEqual([])
  })

  it('is the board without examples once they are removed', () => {
    const { remove, put } = findExampleRemoval(records)
    const changed = new Map(put.map((record) => [record.id, record]))
    const left = records.filter(({ id }) => !remove.includes(id)).map((record) => changed.get(record.id) ?? record)
    const bare = instantiateTemplate(template, { locale, examples: false, short, newId: counter() })
    // Ids and places in the stack differ where examples were made in between.
    const alike = (list: readonly BoardRecord[]) =>
      list.map(({ id: _id, index: _index, parentId: _parent, ...rest }) => rest)
    expect(alike(left)).toEqual(alike(bare))
  })
})

describe('instantiateTemplate', () => {
  it('writes the name of the board into the header strip', () => {
    const [template] = listTemplates()
    if (!template) throw new Error('no template')
    const boardName = 'Hjem fra sygehuset'
    const records = instantiateTemplate(template, {
      locale: 'da',
      examples: false,
      short: false,
      newId: counter(),
      boardName,
    })
    const field = records.find(({ meta }) => meta?.section === 'titelfelt' && meta.part === 'field')
    expect(JSON.stringify(field?.props?.richText)).toContain(boardName)
    expect(field?.isLocked).toBe(false)
  })

  it('makes nothing for a key that no section has', () => {
    const [template] = listTemplates()
    if (!template) throw new Error('no template')
    const stray = { ...template, examples: [{ where: 'p9/handling', role: 'fact' as const, text: same('x') }] }
    const options = { locale: 'da' as const, examples: true, short: false, newId: counter() }
    expect(instantiateTemplate(stray, options).filter(({ type }) => type === 'note')).toEqual([])
  })
})
