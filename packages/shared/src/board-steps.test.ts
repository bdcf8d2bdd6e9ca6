import { describe, expect, it } from 'vitest'
import {
  areBoardStepsSound,
  type BoardStep,
  readBoardSteps,
  readBoardTime,
  stepDraft,
  templateSteps,
  withBoardSteps,
  withoutBoardSteps,
} from './board-steps.ts'
import { checkRecord } from './record-schema.ts'
import { templateAboutSchema, templateStepSchema } from './template-about.ts'
import { TEMPLATE_STEPS_MAX } from './template-limits.ts'

const NOTHING = { da: '', en: '', nb: '' }
const step = (id: string, order: number, more: Partial<BoardStep> = {}): BoardStep => ({
  id,
  order,
  title: { ...NOTHING, da: id },
  text: NOTHING,
  minutes: null,
  ...more,
})
const stored = (value: unknown) => ({ 'step:a': value })
const SOUND = { order: 0, title: NOTHING, text: NOTHING, minutes: 5 }
const document = (meta: Record<string, unknown>) => ({
  id: 'document:document',
  typeName: 'document',
  gridSize: 10,
  name: '',
  meta,
})

describe('steps on a board', () => {
  it('come back in their order, with everything else that stood there', () => {
    const meta = withBoardSteps({ kept: true }, [step('b', 2), step('a', 1, { minutes: 5 })], { least: 10, most: 20 })
    expect(readBoardSteps(meta).map(({ id, minutes }) => [id, minutes])).toEqual([
      ['a', 5],
      ['b', null],
    ])
    expect(readBoardTime(meta)).toEqual({ least: 10, most: 20 })
    expect(meta).toMatchObject({ kept: true })
    expect(readBoardSteps(withBoardSteps(meta, [], undefined))).toEqual([])
    expect(withBoardSteps(meta, [], undefined)).toEqual({ kept: true })
  })

  it('go by their id where two windows gave the same place', () => {
    expect(readBoardSteps(withBoardSteps({}, [step('b', 1), step('a', 1)], undefined)).map(({ id }) => id)).toEqual([
      'a',
      'b',
    ])
  })

  it('do not go into a template with the board', () => {
    const record = document(withBoardSteps({ kept: 1 }, [step('a', 1)], { least: 1, most: 2 }))
    expect(withoutBoardSteps(record).meta).toEqual({ kept: 1 })
    const plain = document({ kept: 1 })
    expect(withoutBoardSteps(plain)).toBe(plain)
    const note = { id: 'shape:a', typeName: 'shape', meta: { time: 1 } }
    expect(withoutBoardSteps(note)).toBe(note)
  })

  it('become those of a template without the empty ones, and back', () => {
    const written = [
      step('a', 0, { minutes: 5 }),
      step('b', 1, { title: NOTHING }),
      step('c', 2, { title: NOTHING, text: { ...NOTHING, nb: 'Skriv' } }),
    ]
    const steps = templateSteps(written)
    expect(steps).toEqual([
      { ...NOTHING, title: { ...NOTHING, da: 'a' }, minutes: 5 },
      { ...NOTHING, nb: 'Skriv' },
    ])
    expect(templateSteps(steps.map((one, i) => stepDraft(String(i), one)))).toEqual(steps)
    expect(steps.map((one) => templateStepSchema.parse(one))).toEqual(steps)
  })

  it.each([
    ['no object', 'trin'],
    ['null', null],
    ['a number as title', { ...SOUND, title: 7 }],
    ['a language that is none', { ...SOUND, text: { ...NOTHING, de: 'x' } }],
    ['words that are too long', { ...SOUND, text: { ...NOTHING, da: 'x'.repeat(401) } }],
    ['a title that is too long', { ...SOUND, title: { ...NOTHING, da: 'x'.repeat(81) } }],
    ['control characters', { ...SOUND, title: { ...NOTHING, da: 'a\u0000b' } }],
    ['minutes that are none', { ...SOUND, minutes: 0.5 }],
    ['minutes without end', { ...SOUND, minutes: 1e9 }],
    ['a place beyond all others', { ...SOUND, order: Number.MAX_VALUE }],
    ['more than a step', { ...SOUND, script: '<b>' }],
  ])('are none with %s: neither read nor taken by the server', (_name, value) => {
    expect(readBoardSteps(stored(value))).toEqual([])
    expect(areBoardStepsSound(stored(value))).toBe(false)
    expect(checkRecord(document(stored(value)), 'document:document')).toEqual({ ok: false, reason: 'invalid' })
  })

  it('have keys and a time of their form', () => {
    expect(areBoardStepsSound({ 'step:': SOUND })).toBe(false)
    expect(areBoardStepsSound({ [`step:${'x'.repeat(25)}`]: SOUND })).toBe(false)
    expect(areBoardStepsSound({ time: { least: 20, most: 10 } })).toBe(false)
    expect(readBoardTime({ time: { least: 20, most: 10 } })).toBeUndefined()
    expect(
      checkRecord(document({ ...stored(SOUND), time: { least: 1, most: 2 }, other: 7 }), 'document:document').ok,
    ).toBe(true)
  })

  it('are all there when two people added the twentieth at once, also after one of them is written anew', () => {
    const twenty = Array.from({ length: TEMPLATE_STEPS_MAX }, (_, i) => step(`s${i}`, i))
    const both = withBoardSteps({}, [...twenty, step('theirs', 19)], undefined)
    const read = readBoardSteps(both)
    expect(read.map(({ id }) => id)).toEqual([...twenty.map(({ id }) => id), 'theirs'])
    const next = read.map((one) => (one.id === 's3' ? { ...one, minutes: 5 } : one))
    expect(readBoardSteps(withBoardSteps(both, next, undefined))).toEqual(next)
    expect(templateSteps(read)).toHaveLength(21)
  })
})

describe('a step of a template', () => {
  it('is refused without words, and as before without title and minutes', () => {
    expect(templateStepSchema.safeParse(NOTHING).success).toBe(false)
    expect(templateStepSchema.safeParse({ ...NOTHING, title: NOTHING }).success).toBe(false)
    expect(templateStepSchema.safeParse({ ...NOTHING, da: 'Læs' }).success).toBe(true)
    expect(templateStepSchema.safeParse({ ...NOTHING, da: 'Læs', minutes: 0 }).success).toBe(false)
    expect(templateAboutSchema.shape.steps.safeParse([{ ...NOTHING, da: 'Læs', more: 1 }]).success).toBe(false)
  })
})
