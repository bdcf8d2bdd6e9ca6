import { describe, expect, it } from 'vitest'
import { newCard } from './card-kinds.ts'
import { CARD_TYPE, type CardProps } from './card-shape.ts'
import { richTextOf } from './rich-text-doc.ts'
import { noteRecord, shapeRecord } from './shape-record.fixture.ts'
import { missingParts, stepProps, trialOf } from './trial-card.ts'
import { trialLines } from './trial-log.ts'

const CARD = newCard('trial', 'da', { w: 520, h: 900, framed: true })
const FILLED = {
  text1: 'Opkald på dag 2',
  text2: 'Hvis',
  text3: 'Fem',
  text4: 'Gentager',
  text5: 'Utryg',
  text6: 'Vagt',
}
const trial = (props: object = {}, changes: object = {}) =>
  trialOf(shapeRecord(CARD_TYPE, 'shape:k', { props: { ...CARD, ...props }, ...changes }))

describe('a trial', () => {
  it('reads name, status and what is missing off a card in any language', () => {
    for (const locale of ['da', 'en', 'nb'] as const) {
      const props = { ...newCard('trial', locale, { w: 520, h: 900, framed: true }), ...FILLED, pick1: 'klar' }
      expect(trial(props)).toMatchObject({ title: 'Opkald på dag 2', status: 'ready', missing: [], outcome: null })
    }
    expect(trial()).toMatchObject({ title: '', status: 'draft', missing: expect.arrayContaining(['stopRule']) })
  })

  it.each([
    ['text2', 'hypothesis'],
    ['text3', 'smallest'],
    ['text4', 'signs'],
    ['text5', 'stopRule'],
    ['text6', 'responsible'],
  ])('is not ready while %s is blank, whatever the record says', (field, missing) => {
    // Made by hand: the option says that it needs nothing.
    const picks = CARD.picks.map((pick) => ({
      ...pick,
      options: pick.options.map(({ key, label }) => ({ key, label })),
    }))
    expect(trial({ ...FILLED, [field]: ' \n', pick1: 'klar', picks })).toMatchObject({
      status: 'draft',
      missing: [missing],
    })
  })

  it('that goes on, or is over, stays so with something missing, which is said', () => {
    expect(trial({ pick1: 'i-gang' })).toMatchObject({ status: 'running' })
    expect(trial({ pick1: 'i-gang' })?.missing).toHaveLength(5)
    expect(trial({ pick1: 'afsluttet', pick2: 'stop' })).toMatchObject({ status: 'finished', outcome: 'stop' })
  })

  it('has an outcome only when it is over, and no status that there is none of', () => {
    expect(trial({ pick1: 'klar', pick2: 'behold', ...FILLED })).toMatchObject({ outcome: null })
    expect(trial({ pick1: 'færdig' })).toMatchObject({ status: 'draft' })
  })

  it('is no example, no idea card, and nothing that cannot be read', () => {
    expect(trial({}, { meta: { example: true } })).toBeNull()
    expect(trial(newCard('idea', 'da', { w: 520, h: 900, framed: true }))).toBeNull()
    expect(trialOf(shapeRecord(CARD_TYPE, 'shape:k', { props: { fields: 5, picks: null } }))).toBeNull()
    expect(trialOf(undefined)).toBeNull()
    expect(trial({ ...FILLED, text2: 7 })?.missing).toEqual(['hypothesis'])
  })

  it('says what is missing in the order of the card', () => {
    const none = { hypothesis: '', smallest: '', signs: '', stopRule: '', responsible: '' }
    expect(missingParts(none)).toEqual(['hypothesis', 'smallest', 'signs', 'stopRule', 'responsible'])
  })

  it('goes a step: stopped is finished with that outcome, and one that goes on has none', () => {
    const after = (step: 'running' | 'stopped' | 'finished', props: object = {}) =>
      trial({ ...FILLED, ...props, ...stepProps({ ...CARD, ...props } as CardProps, step) })
    expect(after('stopped')).toMatchObject({ status: 'finished', outcome: 'stop' })
    expect(after('finished', { pick2: 'behold' })).toMatchObject({ status: 'finished', outcome: 'keep' })
    expect(after('running', { pick1: 'afsluttet', pick2: 'stop' })).toMatchObject({ status: 'running', outcome: null })
    expect(stepProps({ ...CARD, picks: [] }, 'running')).toEqual({})
  })
})

describe('the log of a trial', () => {
  const part = (id: string, words: string, mark: unknown) =>
    noteRecord(`shape:${id}`, { richText: richTextOf(words) }, { meta: { trialLine: mark } })
  const mark = (line: string, at: string, which: string) => ({ trial: 'shape:k', line, at, part: which })

  it('puts lines together from their notes, the newest first', () => {
    const lines = trialLines([
      part('a', '21.11. kl. 9.00\nWeekendholdet', mark('1', '2026-11-21T09:00:00+01:00', 'when')),
      part('b', 'Fire tog telefonen', mark('1', '2026-11-21T09:00:00+01:00', 'happened')),
      part('c', 'Det lærte vi\nSig navnet først\nog sidst', mark('1', '2026-11-21T09:00:00+01:00', 'learned')),
      part('d', 'En til', mark('2', '2026-11-21T08:30:00Z', 'happened')),
    ])
    expect(lines.get('shape:k')).toEqual([
      { line: '2', at: '2026-11-21T08:30:00.000Z', who: '', happened: 'En til', learned: '' },
      {
        line: '1',
        at: '2026-11-21T08:00:00.000Z',
        who: 'Weekendholdet',
        happened: 'Fire tog telefonen',
        learned: 'Sig navnet først\nog sidst',
      },
    ])
  })

  it.each([
    ['a text', 'shape:k'],
    ['nothing', null],
    ['no moment', { trial: 'shape:k', line: '1', at: 'i går', part: 'when' }],
    ['no part', { trial: 'shape:k', line: '1', at: '2026-11-21T08:30:00Z', part: 'title' }],
    ['a number', { trial: 5, line: '1', at: '2026-11-21T08:30:00Z', part: 'when' }],
  ])('leaves out a mark that is %s', (_name, made) => {
    expect(trialLines([part('a', 'Ord', made)]).size).toBe(0)
  })
})
