import type { BoardRecord } from '@samtavle/shared/board-doc'
import { cardLayout } from '@samtavle/shared/card-layout'
import { type CardProps, fieldText, pickedOption } from '@samtavle/shared/card-shape'
import { type ChoiceProps, chosenWords, optionStates } from '@samtavle/shared/choice-shape'
import { LOCALES, type Locale } from '@samtavle/shared/locale'
import { matrixLayout } from '@samtavle/shared/matrix-layout'
import { MATRIX_ENDS, MATRIX_TYPE, type MatrixProps } from '@samtavle/shared/matrix-shape'
import { findExampleRemoval } from '@samtavle/shared/remove-examples'
import { plainTextOf, type RichText } from '@samtavle/shared/rich-text-doc'
import { describe, expect, it } from 'vitest'
import { chapterOf, SPECIFICATION, tableIn } from '../../../tests/support/template-specification.ts'
import { findTemplate } from './catalog.ts'
import { instantiateTemplate } from './instantiate.ts'

/** What sections hold besides notes: rings, pieces, fields, options, rows, places to draw in, locked words. */
function draw(id: string, locale: Locale, examples: boolean): BoardRecord[] {
  const template = findTemplate(id)
  if (!template) throw new Error(`no template ${id}`)
  let next = 0
  return instantiateTemplate(template, { locale, examples, short: false, newId: () => `s${next++}` })
}
const textOf = (record: BoardRecord): string => plainTextOf(record.props?.richText as RichText)
const withPart = (records: readonly BoardRecord[], part: string, section?: string) =>
  records.filter(({ meta }) => meta?.part === part && (section === undefined || meta.section === section))
const locked = (records: readonly BoardRecord[]) => records.every(({ isLocked }) => isLocked === true)
const free = (records: readonly BoardRecord[]) => records.every(({ isLocked }) => isLocked === false)

describe('the rings of T04', () => {
  const [, x, y] = /circles centred on \((\d+),(\d+)\)/.exec(SPECIFICATION) ?? []
  const [, ...radii] = /radii (\d+), (\d+) and (\d+)/.exec(SPECIFICATION) ?? []

  it('lie around the centre with their radii, dashed and locked', () => {
    const rings = withPart(draw('interessentkort', 'da', false), 'ring', 'kort')
    expect(rings.map(({ props }) => Number(props?.w) / 2)).toEqual(radii.map(Number).reverse())
    for (const { x: left, y: top, props } of rings) {
      expect([Number(left) + Number(props?.w) / 2, Number(top) + Number(props?.h) / 2]).toEqual([Number(x), Number(y)])
      expect([props?.geo, props?.dash, props?.fill]).toEqual(['ellipse', 'dashed', 'none'])
    }
    expect(rings.length).toBe(3)
    expect(locked(rings)).toBe(true)
  })

  it.each(LOCALES)('hold every example in the ring that it names in %s', (locale) => {
    const notes = draw('interessentkort', locale, true).filter(
      ({ meta }) => meta?.section === 'kort' && meta.example === true,
    )
    expect(notes.length).toBe(6)
    for (const note of notes) {
      const h = note.type === 'note' ? 200 : Number(note.props?.h)
      const w = note.type === 'note' ? 200 : Number(note.props?.w)
      const named = Number(/\(ring (\d)\)/.exec(textOf(note))?.[1] ?? 4)
      // Its middle, and its edges and corners too: none of it lies on a circle.
      for (const across of [0, w / 2, w]) {
        for (const down of [0, h / 2, h]) {
          const away = Math.hypot(Number(note.x) + across - Number(x), Number(note.y) + down - Number(y))
          expect(1 + radii.filter((radius) => away > Number(radius)).length, textOf(note)).toBe(named)
        }
      }
    }
  })
})

describe('the pieces of T17', () => {
  const rows = tableIn(chapterOf(/^## T17/), 'Puzzle pieces')
  const [, radius, x, y] = /centres at radius (\d+) around \((\d+),(\d+)\)/.exec(SPECIFICATION) ?? []
  const colours = ['orange', 'blue', 'light-green']

  it.each([
    ['da', 3, 5],
    ['en', 4, 6],
  ] as const)('lie in a ring in their order, each with its name and question in %s', (locale, name, question) => {
    const pieces = withPart(draw('baeredygtighedspuslespil', locale, false), 'piece')
    expect(pieces.map(({ meta }) => `\`${meta?.field}\``)).toEqual(rows.map((row) => row[2]))
    expect(rows.length).toBe(18)
    pieces.forEach((piece, k) => {
      const [headline, ...rest] = textOf(piece).split('\n')
      expect(headline?.split(' · ')[1]).toBe(rows[k]?.[name])
      expect(rest).toEqual([rows[k]?.[question]])
      const angle = ((20 * k - 80) * Math.PI) / 180
      expect(Number(piece.x) + 150).toBeCloseTo(Number(x) + Number(radius) * Math.cos(angle), -0.5)
      expect(Number(piece.y) + 100).toBeCloseTo(Number(y) + Number(radius) * Math.sin(angle), -0.5)
      expect([piece.props?.w, piece.props?.h, piece.props?.color]).toEqual([300, 200, colours[Math.floor(k / 6)]])
    })
    expect(free(pieces)).toBe(true)
  })

  it('say their dimension in a word and a sign, and none covers another', () => {
    const pieces = withPart(draw('baeredygtighedspuslespil', 'da', false), 'piece')
    const dimensions = pieces.map((piece) => textOf(piece).split(' · ')[0])
    expect(dimensions).toEqual(
      ['● Social', '■ Økonomi', '▲ Miljø'].flatMap((dimension) => Array<string>(6).fill(dimension)),
    )
    const near = pieces.filter((piece, i) =>
      pieces.some(
        (other, j) =>
          j > i &&
          Math.abs(Number(piece.x) - Number(other.x)) < 300 &&
          Math.abs(Number(piece.y) - Number(other.y)) < 200,
      ),
    )
    expect(near).toEqual([])
  })
})

describe('the locked parts of T01', () => {
  it('are one text of 10 px and a box for notes, and stay when examples are removed', () => {
    expect(SPECIFICATION).toContain('one locked 10 px text')
    expect(SPECIFICATION).toContain('a locked inner box labelled "Det er mig / That is me"')
    for (const examples of [true, false]) {
      const records = draw('oevetavle', 'da', examples)
      const tiny = withPart(records, 'tiny-text')
      expect(tiny.map(textOf)).toEqual(['Godt set! Tryk nu på »Vis hele tavlen«'])
      expect(24 * Number(tiny[0]?.props?.scale)).toBeCloseTo(10)
      const box = withPart(records, 'inner-box')
      expect(box.map(textOf)).toEqual(['Det er mig'])
      expect(Number(box[0]?.props?.h)).toBeGreaterThan(240)
      expect(locked([...tiny, ...box])).toBe(true)
    }
  })
})

describe('the idea cards of T11', () => {
  const keys = ['navn', 'indhold', 'behov', 'kraever', 'test']

  it.each(LOCALES)('have a named field for each part, a status, and an example with as many parts in %s', (locale) => {
    const records = draw('ideudvikling', locale, true)
    for (const number of [1, 2, 3, 4, 5, 6]) {
      const [card, ...others] = withPart(records, 'card', `idekort-${number}`)
      const props = card?.props as CardProps
      expect(others).toEqual([])
      expect(props.fields.map(({ key }) => key)).toEqual(keys)
      expect(pickedOption(props, 0)?.key).toBe('kladde')
      expect(card?.isLocked).toBe(false)
      expect(props.fields.filter((_, i) => fieldText(props, i) !== '').length).toBe(number < 3 ? 5 : 0)
      // As high as the sheet leaves room for, with its words.
      expect(cardLayout(props).h).toBe(props.h)
    }
  })

  it('have the fields of the specification', () => {
    const row = tableIn(chapterOf(/^## T11/), 'Sections').find(([key]) => key === '`idekort-1`')
    for (const [column, locale] of [
      [3, 'da'],
      [4, 'en'],
    ] as const) {
      const card = withPart(draw('ideudvikling', locale, false), 'card', 'idekort-1')[0]?.props as CardProps
      expect(card.fields.map(({ label }) => label).join(' · ')).toBe(row?.[column])
    }
  })

  it('stay empty when examples are removed', () => {
    const { put } = findExampleRemoval(draw('ideudvikling', 'da', true))
    const cards = put.filter(({ meta }) => meta?.part === 'card').map(({ props }) => props as CardProps)
    expect(cards.length).toBe(2)
    expect(cards.flatMap((card) => card.fields.map((_, i) => fieldText(card, i)))).toEqual(Array(10).fill(''))
  })

  it('stand below sheets of three numbered rows', () => {
    const rows = withPart(draw('ideudvikling', 'da', true), 'lane', 'ark-b')
    expect(rows.map(textOf)).toEqual(['1. Min idé', '2. Byg videre', '3. Byg videre igen'])
    expect(locked(rows)).toBe(true)
    const ideas = draw('ideudvikling', 'da', true).filter(
      ({ type, meta }) => type === 'note' && meta?.section === 'ark-a',
    )
    expect(ideas.map(({ meta }) => meta?.cell)).toEqual(['ark-a/1', 'ark-a/2'])
  })
})

describe('places to draw in', () => {
  const [, areaWidth, areaHeight, captionWidth, captionHeight] =
    /drawing area \((\d+)×(\d+)\) and a caption text field \((\d+)×(\d+)\)/.exec(SPECIFICATION) ?? []

  it('are divided in T13 as the specification says: the picture above, its caption at the foot', () => {
    const records = draw('storyboard', 'da', false)
    for (let number = 1; number <= 8; number++) {
      const section = `billede-${number}`
      const [area] = withPart(records, 'sketch-area', section)
      const [name] = withPart(records, 'label', section)
      const [caption] = withPart(records, 'field', section)
      expect(area?.isLocked).toBe(true)
      expect(Number(area?.y) + Number(area?.props?.h)).toBeLessThanOrEqual(Number(areaHeight))
      expect(Number(name?.y)).toBeGreaterThanOrEqual(Number(areaHeight))
      expect([caption?.meta?.field, caption?.isLocked, caption?.props?.w]).toEqual([
        'caption',
        false,
        Number(captionWidth),
      ])
      expect(Number(caption?.y) + Number(caption?.props?.h)).toBe(Number(areaHeight) + Number(captionHeight))
    }
    expect(areaWidth).toBe(captionWidth)
  })

  it('have a caption in T11, and stand beside notes in T06', () => {
    const sketches = draw('ideudvikling', 'da', false)
    expect(withPart(sketches, 'sketch-area').length).toBe(8)
    expect(withPart(sketches, 'field').filter(({ meta }) => meta?.field === 'caption').length).toBe(8)
    expect(withPart(draw('maalgruppe-persona', 'da', false), 'sketch-area', 'navn').length).toBe(1)
  })
})

describe('choices', () => {
  const choiceIn = (records: readonly BoardRecord[], section: string) => {
    const [choice, ...others] = withPart(records, 'choice', section)
    expect(others).toEqual([])
    expect(choice?.isLocked).toBe(false)
    return choice?.props as ChoiceProps
  }

  it.each(LOCALES)('say their options in words, and tick the example in %s', (locale) => {
    const template = findTemplate('styregruppestatus')
    const records = draw('styregruppestatus', locale, true)
    for (const [key, states] of [
      ['fase', ['passed', 'here', 'open']],
      ['samlet', ['open', 'open', 'ticked']],
      ['fasebeslutning', ['open', 'ticked', 'open', 'open']],
    ] as const) {
      const section = template?.sections.find((one) => one.key === key)
      const choice = choiceIn(records, key)
      expect(choice.options).toEqual(
        section?.options?.map((option) => ({ key: option.key, label: option.label[locale] })),
      )
      expect(optionStates(choice)).toEqual(states)
      expect(choice.question).toBe(section?.heading[locale])
      expect(choice.textSize).toBe(template?.smallestText)
    }
  })

  it('have the options of the specification, none of them ticked', () => {
    const rows = tableIn(chapterOf(/^## T23/), 'Sections').filter((row) => row[5]?.startsWith('choice'))
    for (const [column, locale] of [
      [3, 'da'],
      [4, 'en'],
    ] as const) {
      const drawn = draw('styregruppestatus', locale, false)
      for (const row of rows) {
        const choice = choiceIn(drawn, row[0]?.replaceAll('`', '') ?? '')
        expect(choice.options.map(({ label }) => label)).toEqual(row[column]?.split(' – ')[0]?.split(' · '))
        expect(chosenWords(choice)).toEqual([])
      }
    }
    expect(rows.length).toBe(3)
  })

  it('stand above notes in T16, which has a date to answer by', () => {
    const records = draw('borgermoede', 'da', true)
    const choice = choiceIn(records, 'form')
    expect(choice.options.map(({ label }) => label)).toEqual(['Information', 'Dialog', 'Samskabelse'])
    expect(chosenWords(choice)).toEqual(['Dialog'])
    expect(withPart(records, 'field', 'svar').map(({ meta }) => meta?.field)).toEqual(['dato'])
    const cleared = findExampleRemoval(records).put.filter(({ meta }) => meta?.part === 'choice')
    expect(cleared.map(({ props }) => chosenWords(props as ChoiceProps))).toEqual([[]])
  })
})

describe('the matrix of T12', () => {
  it.each([
    ['da', ['Stor værdi', 'Lille værdi', 'Svær', 'Let'], 'Stor værdi, let'],
    ['en', ['Large value', 'Small value', 'Hard', 'Easy'], 'Large value, easy'],
  ] as const)('names its axes and puts the example where its words say in %s', (locale, ends, corner) => {
    const records = draw('ideprioritering', locale, true)
    const matrix = records.find(({ type }) => type === MATRIX_TYPE)
    const { labels } = matrixLayout(matrix?.props as MatrixProps)
    const wordsOf = (names: readonly string[]) =>
      labels.filter(({ name }) => names.includes(name)).map(({ lines }) => lines.join(' '))
    expect(wordsOf(MATRIX_ENDS)).toEqual(ends)
    expect(wordsOf(['upRight'])).toEqual([corner])
    const quadrant = labels.find(({ name }) => name === 'upRight')
    const example = records.find(({ meta }) => meta?.section === 'matrix' && meta.example === true)
    expect(textOf(example as BoardRecord).toLowerCase()).toContain(corner.toLowerCase())
    expect(example?.x).toBe(Number(matrix?.x) + Number(quadrant?.x))
  })
})
