import type { BackupSchema } from '@samtavle/shared/board-backup'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { serializedSchema } from '@samtavle/shared/record-schema'
import { shapeRecord } from '@samtavle/shared/shape-record.fixture'
import { blankBoardRecords } from '@samtavle/templates/blank'
import { describe, expect, test, vi } from 'vitest'
import { createBreath } from './breath.ts'
import { checkImportedRecords } from './imported-records.ts'

const schema = serializedSchema() as BackupSchema
const blank = blankBoardRecords({ name: 'T', newId: () => 'page' })

const group = (id: string, changes: Record<string, unknown> = {}): BoardRecord =>
  shapeRecord('group', `shape:${id}`, changes)
const oldNote = (props: unknown = {}): BoardRecord => group('old', { type: 'note', props })
const image = (src: string) => ({ id: 'asset:a', typeName: 'asset', type: 'image', props: { src }, meta: {} })

const checked = (records: unknown[], sequences = schema.sequences) =>
  checkImportedRecords({ records, schema: { schemaVersion: 2, sequences } }, createBreath())

describe('the records of a file', () => {
  test('are taken as they are when all of them can lie on a board', async () => {
    const records = [...blank, group('a'), group('b', { parentId: 'shape:a' }), group('c', { parentId: 'shape:gone' })]
    expect(await checked(structuredClone(records))).toEqual(records)
  })

  test.each<[string, unknown[], string]>([
    ['an array', [[]], 'records.2: not-a-record'],
    ['null', [null], 'records.2: not-a-record'],
    ['words', ['shape:a'], 'records.2: not-a-record'],
    ['the same id twice', [group('a'), group('a')], 'records.3: repeated-id'],
    ['a second document', [{ ...blank[0], id: 'document:second' }], 'records.2: '],
    ['a name of every object as id', [{ ...group('a'), id: '__proto__' }], 'records.2: wrong-id'],
    ['another such name', [{ ...group('a'), id: 'constructor' }], 'records.2: wrong-id'],
    ['an id that is no text', [{ ...group('a'), id: 7 }], 'records.2: wrong-id'],
    ['an id of another form', [{ ...group('a'), id: 'shape:<b>' }], 'records.2: wrong-id'],
    ['an unknown type', [{ ...group('a'), typeName: 'script' }], 'records.2: unknown-type'],
    ['what belongs to a session', [{ id: 'camera:a', typeName: 'camera' }], 'records.2: unknown-type'],
    ['a page of another site', [group('a', { type: 'embed' })], 'records.2: unknown-type'],
    ['an unknown property', [group('a', { onclick: 'x' })], 'records.2: invalid'],
    ['a place out of bounds', [group('a', { x: 1e300 })], 'records.2: out-of-bounds'],
    ['a picture from elsewhere', [image('https://elsewhere.example/a.png')], 'records.2: unsafe-link'],
    ['a picture that runs', [image('javascript:alert(1)')], 'records.2: unsafe-link'],
    ['its own parent', [group('a', { parentId: 'shape:a' })], 'records.2: parent-cycle'],
    ['a ring of parents', [group('a', { parentId: 'shape:b' }), group('b', { parentId: 'shape:a' })], 'parent-cycle'],
    ['a prototype within', [group('a', { meta: JSON.parse('{"__proto__":{"polluted":1}}') })], 'records.2: invalid'],
  ])('are refused for %s, with the place and without the words', async (_, more, words) => {
    await expect(checked([...blank, ...more])).rejects.toMatchObject({
      code: 'bad_request',
      message: expect.stringContaining(words),
    })
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  test('are refused without a document, and without a page', async () => {
    for (const records of [[], blank.slice(0, 1), blank.slice(1)]) {
      await expect(checked(records)).rejects.toThrow('records: no-document')
    }
  })

  test('of a newer canvas are refused', async () => {
    const sequences = { ...schema.sequences, 'com.tldraw.shape.note': 9_999 }
    await expect(checked([...blank], sequences)).rejects.toThrow('records: unknown-schema')
  })

  test('of an older canvas are brought to this one’s form, and checked then', async () => {
    const sequences = { ...schema.sequences, 'com.tldraw.shape.note': 8 }
    const words = {
      color: 'yellow',
      labelColor: 'black',
      size: 'm',
      font: 'sans',
      align: 'start',
      verticalAlign: 'start',
    }
    const props = { ...words, text: 'Ringer selv', fontSizeAdjustment: 0, growY: 0, url: '', scale: 1 }
    const [, , note] = await checked([...blank, oldNote({ ...props })], sequences)
    expect(JSON.stringify(note?.props?.richText)).toContain('Ringer selv')
    expect(note?.props).not.toHaveProperty('text')
    await expect(checked([...blank, oldNote({ ...props, url: 'javascript:alert(1)' })], sequences)).rejects.toThrow(
      'records.2: ',
    )
  })

  test('that are not what their older canvas wrote are refused without a word on the console', async () => {
    const sequences = { ...schema.sequences, 'com.tldraw.shape.note': 0, 'com.tldraw.shape': 0, 'com.tldraw.store': 0 }
    for (const props of [{}, null, 7]) {
      await expect(checked([...blank, oldNote(props)], sequences)).rejects.toMatchObject({ code: 'bad_request' })
    }
  })
})

test('long work lets others have their turn, short work does not wait', async () => {
  let now = 0
  const breathe = createBreath(() => now)
  expect(breathe()).toBeUndefined()
  now = 11
  const others = vi.fn()
  setImmediate(others)
  await breathe()
  expect(others).toHaveBeenCalled()
  expect(breathe()).toBeUndefined()
})
