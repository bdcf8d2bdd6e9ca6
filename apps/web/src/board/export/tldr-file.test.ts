import { assetSource } from '@samtavle/shared/board-asset'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { LOCALES } from '@samtavle/shared/locale'
import { plainShape } from '@samtavle/shared/plain-shapes'
import { shapeRecord } from '@samtavle/shared/shape-record.fixture'
import { listTemplates } from '@samtavle/templates/catalog'
import { instantiateTemplate } from '@samtavle/templates/instantiate'
import {
  createTLSchema,
  defaultBindingSchemas,
  defaultShapeSchemas,
  parseTldrawJsonFile,
  type TLStore,
} from '@tldraw/tldraw'
import { describe, expect, test } from 'vitest'
import { openTldr } from '../../features/boards/tldr-file.ts'
import { tldrFile } from './tldr-file.ts'

/** What tldraw itself opens files with: nothing of ours in it. */
const plainSchema = createTLSchema({ shapes: defaultShapeSchemas, bindings: defaultBindingSchemas })

function opened(json: string): TLStore {
  const result = parseTldrawJsonFile({ json, schema: plainSchema })
  if (!result.ok) throw new Error(result.error.type)
  return result.value
}
const sorted = <Item extends { id: string }>(records: Iterable<Item>): Item[] =>
  [...records].sort((a, b) => (a.id < b.id ? -1 : 1))
const inFile = (json: string): BoardRecord[] => JSON.parse(json).records

describe.each(listTemplates().map((template) => [template.number, template] as const))('%s', (_, template) => {
  test('is opened by plain tldraw with every record as it was, and cards and choices as words in a box', () => {
    for (const locale of LOCALES) {
      let made = 0
      const newId = () => `id-${made++}`
      const records = instantiateTemplate(template, { locale, boardName: 'Ærø', examples: true, short: false, newId })
      expect(records.length).toBeGreaterThan(1)
      const store = opened(tldrFile(records, new Map()))
      expect(sorted(Object.values(store.serialize('document')))).toEqual(sorted(records.map(plainShape)))
    }
  })
})

const ID = 'a'.repeat(64)
const document: BoardRecord = { id: 'document:document', typeName: 'document', gridSize: 10, name: '', meta: {} }
const page = (id: string, index: string): BoardRecord => ({ id, typeName: 'page', name: id, index, meta: {} })
const asset = (name: string, src: string): BoardRecord => {
  const props = { w: 10, h: 10, name: '', isAnimated: false, mimeType: 'image/png', src }
  return { id: `asset:${name}`, typeName: 'asset', type: 'image', props, meta: {} }
}
const image = (id: string, name: string, parentId: string) =>
  shapeRecord('image', id, {
    parentId,
    props: { w: 10, h: 10, playing: true, url: '', crop: null, flipX: false, flipY: false, altText: '', assetId: name },
  })
const group = (id: string, parentId: string) => shapeRecord('group', id, { parentId, props: {} })
const board = [
  document,
  page('page:page', 'a1'),
  page('page:two', 'a2'),
  asset('one', assetSource(ID)),
  asset('two', 'data:image/png;base64,AA=='),
  asset('forgotten', assetSource('b'.repeat(64))),
  group('shape:group', 'page:page'),
  image('shape:one', 'asset:one', 'shape:group'),
  image('shape:two', 'asset:two', 'page:two'),
]

test('cards and choices are themselves again when the file comes back', () => {
  const template = listTemplates().filter(({ id }) => id === 'ideudvikling' || id === 'styregruppestatus')
  for (const one of template) {
    let made = 0
    const newId = () => `id-${made++}`
    const records = instantiateTemplate(one, { locale: 'da', examples: true, short: false, newId })
    const own = records.filter(({ type }) => String(type).startsWith('samtavle-'))
    const file = openTldr(tldrFile(records, new Map()), { title: 'Igen', locale: 'da', now: new Date(0) })
    if (!file.ok) throw new Error(file.reason)
    const back = file.backup.records.filter(({ type }) => String(type).startsWith('samtavle-'))
    expect(own.length).toBeGreaterThan(2)
    expect(sorted(back).map(({ type, props }) => [type, props])).toEqual(
      sorted(own).map(({ type, props }) => [type, props]),
    )
  }
})

describe('a tldraw file', () => {
  test('has pictures in it, by no address of ours, and none that nothing shows', () => {
    const json = tldrFile(board, new Map([[ID, 'data:image/png;base64,Zm9v']]))
    const sources = inFile(json).flatMap(({ typeName, props }) => (typeName === 'asset' ? [props?.src] : []))
    expect(sources).toEqual(['data:image/png;base64,Zm9v', 'data:image/png;base64,AA=='])
    expect(
      opened(json)
        .allRecords()
        .filter(({ typeName }) => typeName === 'shape'),
    ).toHaveLength(3)
  })

  test('is opened with the place of a picture that could not be had', () => {
    const json = tldrFile(board, new Map())
    expect(json).not.toContain(ID)
    expect(opened(json).get('asset:one' as never)).toMatchObject({ props: { src: null } })
  })

  test('of one page has what stands on it, however deep, and nothing of the others', () => {
    const json = tldrFile(board, new Map(), 'page:page')
    expect(inFile(json).map(({ id }) => id)).toEqual([
      'document:document',
      'page:page',
      'asset:one',
      'shape:group',
      'shape:one',
    ])
    expect(() => opened(json)).not.toThrow()
  })

  test('of one page leaves rings of parents out', () => {
    const ring = [group('shape:a', 'shape:b'), group('shape:b', 'shape:a')]
    expect(inFile(tldrFile([...board, ...ring], new Map(), 'page:two')).map(({ id }) => id)).toEqual([
      'document:document',
      'page:two',
      'asset:two',
      'shape:two',
    ])
  })
})
