import type { BoardRecord } from '@samtavle/shared/board-doc'
import { CARD_TYPE, type CardProps } from '@samtavle/shared/card-shape'
import { plainTextOf, type RichText } from '@samtavle/shared/rich-text-doc'
import { describe, expect, it } from 'vitest'
import { bare, chapterOf, rowsOf, SPECIFICATION, tableIn } from '../../../tests/support/template-specification.ts'
import { findTemplate, listTemplates, toTemplateSummary } from './catalog.ts'
import { instantiateTemplate } from './instantiate.ts'
import type { Localised, Template } from './template.ts'

/** What the agreed specification says, read from its tables, against what the templates draw. */
const both = (text: Localised): [string, string] => [text.da, text.en]
const questionOf = (question: Localised | null): [string, string] => (question ? both(question) : ['–', '–'])

function counter(): () => string {
  let next = 0
  return () => `s${next++}`
}
const draw = (template: Template, locale: 'da' | 'en', examples = true): BoardRecord[] =>
  instantiateTemplate(template, { locale, examples, short: false, newId: counter() })
const textOf = (record: BoardRecord): string =>
  record.props?.richText ? plainTextOf(record.props.richText as RichText) : ''

const templates = listTemplates().map((template) => ({ name: template.id, template }))

describe('the library', () => {
  it('holds every template of the registry, in its order', () => {
    const rows = rowsOf(chapterOf(/^## Registry/).split('\n\n')[1] ?? '')
    expect(rows.length).toBe(25)
    expect(listTemplates().map(({ number }) => number)).toEqual(rows.map(([number]) => number))
    expect(SPECIFICATION.match(/^## T\d\d /gm)?.length).toBe(25)
  })
})

describe.each(templates)('$name', ({ template }) => {
  const text = chapterOf(new RegExp(`^## ${template.number} \`${template.id}\``))
  const drawn = { da: draw(template, 'da'), en: draw(template, 'en') }

  it('has the name, purpose, time and people of the specification', () => {
    const facts = rowsOf(text.slice(text.search(/^\| *\| Dansk/m))).map(([, da, en]) => [bare(da), bare(en)])
    const { name, purpose, when, who, duration, phaseName } = template
    expect([name, purpose, when, who, duration, phaseName].map(both)).toEqual(facts)
  })

  it('has its place in the registry and its size', () => {
    const row = rowsOf(chapterOf(/^## Registry/).split('\n\n')[1] ?? '').find(([id]) => id === template.number)
    expect(row?.slice(1, 5)).toEqual([`\`${template.id}\``, template.name.da, template.name.en, template.name.nb])
    expect(row?.[7]).toBe(`${template.size.w} × ${template.size.h}`)
  })

  it('stands in its group of the gallery and is the tool that it is', () => {
    const gallery = chapterOf(/^## Gallery/)
    const groups = [...gallery.matchAll(/\*\*[^*]+\*\* \((T\d\d)–(T\d\d)\)/g)]
    const group = groups.findIndex(([, from = '', to = '']) => template.number >= from && template.number <= to)
    expect(template.group).toBe(['start', 'understand', 'create', 'work', 'steering'][group])
    const tools = [...gallery.matchAll(/\*[^*/]+ \/ (\w+)\* – ((?:T\d\d(?:, )?)+)/g)]
    const tool = tools.find(([, , list = '']) => list.split(', ').includes(template.number))
    expect(tools.length).toBe(3)
    expect(template.toolType).toBe(tool?.[1]?.toLowerCase() ?? null)
  })

  it('has every section, in order, with its words and its place', () => {
    const rows = tableIn(text, 'Sections')
    expect(
      template.sections.map(({ key, heading, question, kind, rect }) => [
        `\`${key}\``,
        ...both(heading),
        ...both(question),
        kind,
        ...[rect.x, rect.y, rect.w, rect.h].map(String),
      ]),
    ).toEqual(rows)
    for (const [key, da, en, questionDa, questionEn, kind, x, y, w, h] of rows) {
      const [section, rect] = [bare(key), [x, y, w, h].map(Number)]
      const card = kind === 'card'
      expectFrame(drawn.da, { section, name: da, question: questionDa, rect, card })
      expectFrame(drawn.en, { section, name: en, question: questionEn, rect, card })
    }
  })

  it('has every column and lane, in order, with its words and its place', () => {
    const grid = template.grids[0]
    if (!grid) {
      expect(text).not.toContain('**Grid')
      return
    }
    const columns = tableIn(text, `Grid \`${grid.key}\` – columns`)
    const lanes = tableIn(text, `Grid \`${grid.key}\` – lanes`)
    expect(columns.length * lanes.length).toBeGreaterThan(0)
    expect(
      grid.columns.map(({ key, heading, question, x, w }) => [
        `\`${key}\``,
        ...both(heading),
        ...questionOf(question),
        String(x),
        String(w),
      ]),
    ).toEqual(columns)
    expect(
      grid.lanes.map(({ key, heading, question, y, h }) => [
        `\`${key}\``,
        ...both(heading),
        ...questionOf(question),
        String(y),
        String(h),
      ]),
    ).toEqual(lanes)
    const place =
      /grid `\w+` at \((\d+),(\d+)\), label column (\d+) wide, column headings (\d+) high; .* (column|lane) by/
    const [, x, y, label, head, by] = place.exec(text) ?? []
    expect([grid.x, grid.y, grid.labelWidth, grid.headingHeight, grid.readBy]).toEqual([
      Number(x),
      Number(y),
      Number(label),
      Number(head),
      `${by}s`,
    ])
  })

  it('draws every column heading and, in every column, every lane', () => {
    for (const grid of template.grids) {
      const [records, byColumns] = [drawn.da, grid.readBy === 'columns']
      const frames = records.filter(({ type, meta }) => type === 'frame' && meta?.section === grid.key)
      expect(frames.map(({ props }) => props?.name)).toEqual(
        byColumns ? grid.columns.map(({ heading }) => heading.da) : [grid.name.da],
      )
      for (const column of grid.columns) {
        const heading = records.find(
          ({ meta }) => meta?.part === 'heading' && meta.section === grid.key && meta.cell === column.key,
        )
        expect(heading && textOf(heading)).toBe(column.heading.da)
      }
      const laneNames = grid.lanes.map(({ heading }) => heading.da)
      for (const cells of byColumns ? grid.columns.map(({ key }) => `${key}/`) : ['']) {
        const own = records.filter(
          ({ meta }) =>
            meta?.part === 'lane' &&
            meta.section === grid.key &&
            grid.lanes.some(({ key }) => meta.cell === `${cells}${key}`),
        )
        expect(own.map(textOf)).toEqual(laneNames)
      }
    }
  })

  it('has the steps of the facilitation', () => {
    const steps = text.split('**Facilitering / Facilitation**')[1]?.split('**Videre til')[0] ?? ''
    const wanted = [...steps.matchAll(/^\d+\. +(.+?)[ \\]*\n +[*_](.+)[*_]$/gm)].map(([, da, en]) => [da, en])
    expect(wanted.length).toBeGreaterThan(3)
    expect(template.steps.map(both)).toEqual(wanted)
  })

  it('hands on to the templates of the specification', () => {
    const rows = tableIn(text, 'Videre til / Hands on to')
    expect(rows.length).toBeGreaterThan(0)
    expect(template.handsOnTo.map(({ to, slug, what }) => [`${to} \`${slug}\``, ...both(what)])).toEqual(rows)
    const named = template.handsOnTo.map(({ to, slug, name }) => [to, slug, name])
    const found = template.handsOnTo.map(({ slug }) => findTemplate(slug))
    expect(named).toEqual(found.map((receiver) => [receiver?.number, receiver?.id, receiver?.name]))
  })

  it('has the short version of the specification, or none', () => {
    const rows = rowsOf(chapterOf(/^## Short versions/).split('\n\n')[1] ?? '')
    const row = rows.find(([number]) => number === template.number)
    expect(toTemplateSummary(template).hasShort).toBe(row !== undefined)
    if (!row || !template.short) return
    expect(template.short.duration.da).toBe(row[1])
    const kept = [...template.short.sections, ...template.short.columns, ...template.short.lanes]
    const keys = [...template.sections, ...template.grids.flatMap((grid) => [...grid.columns, ...grid.lanes])].map(
      ({ key }) => key,
    )
    expect(kept).toEqual(keys.filter((key) => keptBy(row[2] ?? '', key, keys)))
  })

  it('says everything in all three languages', () => {
    const empty: string[] = []
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return
      if ('da' in value && 'en' in value) {
        for (const [locale, words] of Object.entries(value)) {
          if (typeof words !== 'string' || words.trim() !== words || words === '') empty.push(`${path}.${locale}`)
        }
        if (!('nb' in value)) empty.push(`${path}.nb`)
        return
      }
      for (const [key, item] of Object.entries(value)) walk(item, `${path}.${key}`)
    }
    walk(template, template.id)
    expect(empty).toEqual([])
  })
})

function expectFrame(
  records: readonly BoardRecord[],
  wanted: { section: string; name?: string | undefined; question?: string | undefined; rect: number[]; card: boolean },
): void {
  const frame = records.find(({ type, meta }) => type === 'frame' && meta?.section === wanted.section)
  expect([frame?.props?.name, frame?.x, frame?.y, frame?.props?.w, frame?.props?.h]).toEqual([
    wanted.name,
    ...wanted.rect,
  ])
  const inside = records.filter(({ parentId }) => parentId === frame?.id)
  const part = (name: string) => inside.filter(({ meta }) => meta?.part === name).map(textOf)
  expect(part('heading')).toEqual([wanted.name])
  // The names of a card's fields are its question.
  const card = inside.find(({ type }) => type === CARD_TYPE)?.props as CardProps | undefined
  if (wanted.card) expect(card?.fields.map(({ label }) => label).join(' · ')).toBe(wanted.question)
  else expect(part('question')).toEqual([wanted.question])
}

/** Does a line such as "columns `p2`–`p5`; lanes `handling`, `m1-…`" name this key? */
function keptBy(line: string, key: string, keys: readonly string[]): boolean {
  const ranges = [...line.matchAll(/`([\w-]+)`–`([\w-]+)`/g)]
  if (
    ranges.some(
      ([, from = '', to = '']) => keys.indexOf(key) >= keys.indexOf(from) && keys.indexOf(key) <= keys.indexOf(to),
    )
  )
    return true
  return [...line.matchAll(/`([^`]+)`/g)].some(([, name = '']) =>
    name.endsWith('…') ? key.startsWith(name.slice(0, -1)) : key === name,
  )
}
