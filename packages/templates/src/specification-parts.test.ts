import { readFileSync } from 'node:fs'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { curvePoints } from '@samtavle/shared/curve-layout'
import { type CurveProps, curveParts } from '@samtavle/shared/curve-shape'
import { matrixLayout } from '@samtavle/shared/matrix-layout'
import type { MatrixProps } from '@samtavle/shared/matrix-shape'
import { findExampleRemoval } from '@samtavle/shared/remove-examples'
import { plainTextOf, type RichText } from '@samtavle/shared/rich-text-doc'
import { describe, expect, it } from 'vitest'
import { findTemplate } from './catalog.ts'
import { instantiateTemplate } from './instantiate.ts'

/** The parts that only one template has: curve, guide lines, line of visibility, matrix, arrows, long text. */
const SPECIFICATION = readFileSync(new URL('../../../tests/fixtures/templates-spec.md', import.meta.url), 'utf8')

function draw(id: string, locale: 'da' | 'en', examples: boolean): BoardRecord[] {
  const template = findTemplate(id)
  if (!template) throw new Error(`no template ${id}`)
  let next = 0
  return instantiateTemplate(template, { locale, examples, short: false, newId: () => `s${next++}` })
}
const textOf = (record: BoardRecord): string => plainTextOf(record.props?.richText as RichText)
const withPart = (records: readonly BoardRecord[], part: string) => records.filter(({ meta }) => meta?.part === part)
/** Where the points of the curve lie on the page. */
const pointsOn = (record: BoardRecord | undefined) =>
  curvePoints(record?.props as CurveProps).map(({ x, y, isSet }) => ({
    x: x + Number(record?.x),
    y: y + Number(record?.y),
    isSet,
  }))
const matrixOf = (records: readonly BoardRecord[]) => {
  const [record] = withPart(records, 'matrix')
  const layout = matrixLayout(record?.props as MatrixProps)
  return { record, ...layout }
}

describe('the emotion curve of T07', () => {
  const wanted = [
    ...(SPECIFICATION.match(/Example emotion curve: (.+)/)?.[1] ?? '').matchAll(
      /`(p\d)` ([+-]?\d) \((.+?) \/ (.+?)\)/g,
    ),
  ]

  it.each(['da', 'en'] as const)('lies on the guide line with the word of the example in %s', (locale) => {
    expect(wanted.length).toBe(6)
    const records = draw('borgerrejse', locale, true)
    const points = pointsOn(withPart(records, 'curve')[0])
    wanted.forEach(([, column, value, da, en], i) => {
      const frame = records.find(({ type, meta }) => type === 'frame' && meta?.cell === column)
      const words = records.filter(({ meta }) => meta?.part === 'guide-word' && meta.cell === `${column}/foelelse`)
      const lines = records.filter(({ meta }) => meta?.part === 'guide-line' && meta.cell === `${column}/foelelse`)
      expect(words.length).toBe(5)
      const at = words.findIndex((word) => textOf(word).endsWith(` ${locale === 'da' ? da : en}`))
      expect(textOf(words[at] as BoardRecord).replace('−', '-')).toContain(String(value))
      expect(points[i]).toEqual({ x: Number(frame?.x) + 360, y: Number(lines[at]?.y), isSet: true })
    })
    const said = curveParts(withPart(records, 'curve')[0]?.props as CurveProps).map(({ text }) => text)
    expect(said).toEqual(wanted.map(([, , , da, en]) => (locale === 'da' ? da : en)))
  })

  it('waits on neutral without the example, and says nothing; so again when examples are removed', () => {
    const bare = withPart(draw('borgerrejse', 'da', false), 'curve')[0]
    expect(new Set(pointsOn(bare).map(({ y }) => y))).toEqual(new Set([1200 + 284]))
    expect(curveParts(bare?.props as CurveProps)).toEqual([])
    const { put, remove } = findExampleRemoval(draw('borgerrejse', 'da', true))
    expect(put.map(({ meta }) => meta)).toEqual([bare?.meta])
    expect(pointsOn(put[0])).toEqual(pointsOn(bare))
    expect(remove.length).toBe(28)
  })

  it('can be dragged, while its guide lines cannot', () => {
    const records = draw('borgerrejse', 'da', false)
    expect(withPart(records, 'curve').map(({ isLocked }) => isLocked)).toEqual([false])
    expect(withPart(records, 'guide-line').every(({ isLocked }) => isLocked === true)).toBe(true)
  })
})

describe('the line of visibility of T07', () => {
  it.each([
    ['da', 'Synlighedslinje'],
    ['en', 'Line of visibility'],
  ] as const)('is dashed, between the lanes lys and front, and named in %s', (locale, name) => {
    expect(SPECIFICATION).toContain('"Synlighedslinje / Line of visibility"')
    const records = draw('borgerrejse', locale, false)
    const lines = withPart(records, 'dividing-line')
    expect(lines.map(({ y, props }) => [y, props?.dash])).toEqual(Array(6).fill([2720, 'dashed']))
    expect(withPart(records, 'dividing-label').map(textOf)).toEqual(Array(6).fill(name))
  })
})

describe('the matrix of T09', () => {
  it.each(['da', 'en'] as const)('names its quadrants in the right corners in %s', (locale) => {
    const words = [...SPECIFICATION.matchAll(/"([^"/]+) \/ ([^"/]+)" \((large|small), (easy|hard)\)/g)]
    expect(words.length).toBe(4)
    const { record, labels, middle } = matrixOf(draw('mulighedsrum', locale, false))
    expect([Number(record?.x) + middle.x, Number(record?.y) + middle.y]).toEqual([690, 780])
    expect([record?.isLocked, record?.meta?.fixed]).toEqual([true, true])
    for (const [, da, en, benefit, feasibility] of words) {
      const label = labels.find(({ lines }) => lines.join(' ') === (locale === 'da' ? da : en))
      expect(label, da).toBeDefined()
      expect(Number(label?.x) > middle.x ? 'easy' : 'hard', da).toBe(feasibility)
      expect(Number(label?.y) < middle.y ? 'large' : 'small', da).toBe(benefit)
    }
  })

  it('holds its example in the quadrant that the example names', () => {
    const records = draw('mulighedsrum', 'da', true)
    const example = records.find(({ meta }) => meta?.section === 'matrix' && meta.example === true)
    const { record, labels } = matrixOf(records)
    const begin = labels.find(({ lines }) => lines.join(' ') === 'Begynd her')
    expect(textOf(example as BoardRecord)).toContain('»Begynd her«')
    expect(example?.x).toBe(Number(record?.x) + Number(begin?.x))
    expect(Number(example?.y)).toBeGreaterThan(Number(record?.y) + Number(begin?.y))
  })
})

describe('the arrows of T20', () => {
  it('lead from each step to the next and back to the first, curved and locked', () => {
    const arrows = withPart(draw('laeringsloop', 'da', false), 'loop-arrow')
    const template = findTemplate('laeringsloop')
    expect(template?.arrows?.map(({ from, to }) => `${from}>${to}`)).toEqual([
      'planlaeg>proev',
      'proev>observer',
      'observer>reflekter',
      'reflekter>juster',
      'juster>planlaeg',
    ])
    expect(arrows.every(({ isLocked, props }) => isLocked === true && props?.bend !== 0)).toBe(true)
    const near = (key: string, x: number, y: number): boolean => {
      const rect = template?.sections.find((section) => section.key === key)?.rect
      if (!rect) return false
      return x > rect.x - 20 && x < rect.x + rect.w + 20 && y > rect.y - 20 && y < rect.y + rect.h + 20
    }
    for (const { from, to, start, end } of template?.arrows ?? []) {
      expect(near(from, ...start), `${from} start`).toBe(true)
      expect(near(to, ...end), `${to} end`).toBe(true)
    }
  })
})

describe('the story of T18', () => {
  it('is one field to write in, filled with the example until examples are removed', () => {
    const [bare] = withPart(draw('fremtidsfortaelling', 'da', false), 'text')
    const records = draw('fremtidsfortaelling', 'da', true)
    const [filled] = withPart(records, 'text')
    expect([textOf(bare as BoardRecord), bare?.isLocked]).toEqual(['', false])
    expect(textOf(filled as BoardRecord)).toMatch(/^»Det er tirsdag/)
    const { put } = findExampleRemoval(records)
    expect(put.map(({ id, props, meta }) => [id, props, meta])).toEqual([[filled?.id, bare?.props, bare?.meta]])
  })
})
