import { assetSource } from '@samtavle/shared/board-asset'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { openInStore } from '@samtavle/shared/record-schema'
import { shapeRecord } from '@samtavle/shared/shape-record.fixture'
import { wordsOn } from '@samtavle/shared/shape-words'
import { describe, expect, test } from 'vitest'
import { tldrEmbed, tldrFile, tldrFrame, tldrNote, tldrPage, tldrPicture } from './tldr-file.fixture.ts'
import { openTldr } from './tldr-file.ts'

const ABOUT = { title: 'Fra tldraw', locale: 'da', now: new Date('2026-11-22T12:00:00Z') } as const
const DOT =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

function opened(text: string) {
  const result = openTldr(text, ABOUT)
  if (!result.ok) throw new Error(result.reason)
  const shapes = result.backup.records.filter(({ typeName }) => typeName === 'shape')
  return { ...result, shapes, named: (id: string) => shapes.find((shape) => shape.id === `shape:${id}`) }
}
const reasonOf = (text: string) => {
  const result = openTldr(text, ABOUT)
  return result.ok ? 'opened' : result.reason
}
const NOTHING = { pictures: 0, links: 0, others: 0 }

describe('a file of tldraw’s', () => {
  test('becomes a board that the canvas takes as it is', () => {
    const { backup, leftOut, named } = opened(
      tldrFile([tldrFrame('f', 'Ramme'), tldrNote('a', 'I rammen', { parentId: 'shape:f' }), ...tldrPicture('p', DOT)]),
    )
    expect(backup).toMatchObject({ format: 'samtavle-board', version: 1, title: 'Fra tldraw', templateId: null })
    expect(leftOut).toEqual(NOTHING)
    expect(named('a')?.parentId).toBe('shape:f')
    expect(named('f')?.type).toBe('frame')
    const byId = (a: BoardRecord, b: BoardRecord) => (a.id < b.id ? -1 : 1)
    expect(openInStore(backup.records).sort(byId)).toEqual([...backup.records].sort(byId))
  })

  test('of an older tldraw is brought up to date', () => {
    const { richText: _, ...props } = tldrNote('a', '').props ?? {}
    const old = { ...tldrNote('a', ''), props: { ...props, text: 'Skrevet i fjor\nto linjer' } }
    const note = opened(tldrFile([old], { sequences: { 'com.tldraw.shape.note': 8 } })).named('a')
    expect(note && wordsOn(note)).toBe('Skrevet i fjor\nto linjer')
  })

  test('pages come beside each other, each as a group', () => {
    const { shapes, named } = opened(
      tldrFile([
        tldrPage('to', 'a2'),
        tldrPage('tom', 'a3'),
        tldrFrame('a', 'A', { x: 100 }),
        tldrFrame('b', 'B', { x: -50, parentId: 'page:to' }),
        tldrNote('c', 'I B', { parentId: 'shape:b' }),
      ]),
    )
    const group = shapes.find(({ type }) => type === 'group')
    expect(named('b')).toMatchObject({ parentId: group?.id, x: -50 })
    expect(named('c')?.parentId).toBe('shape:b')
    // 100 + 800 of the first page, and the space between: there the left edge of the second lies.
    expect(group).toMatchObject({ parentId: 'page:page', x: 900 + 400 + 50 })
  })

  test('pages of others become cards that lead there, and only to pages', () => {
    const { leftOut, named } = opened(
      tldrFile([
        tldrNote('a', 'a'),
        tldrEmbed('video', 'https://www.video.example/se?v=1'),
        tldrEmbed('run', 'javascript:alert(1)'),
        shapeRecord('bookmark', 'shape:mark', {
          props: { w: 300, h: 320, assetId: null, url: 'data:text/html,<script>alert(1)</script>' },
        }),
      ]),
    )
    expect(named('video')).toMatchObject({ type: 'geo', x: 190, props: { w: 320, geo: 'rectangle', url: '' } })
    expect(JSON.stringify(named('video')?.props?.richText)).toContain('"href":"https://www.video.example/se?v=1"')
    expect(leftOut).toEqual({ ...NOTHING, links: 2 })
  })

  test('links that run are words again, and addresses of shapes go', () => {
    const link = (href: string) => ({
      richText: {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [{ type: 'text', text: 'klik', marks: [{ type: 'bold' }, { type: 'link', attrs: { href } }] }],
          },
        ],
      },
    })
    const { leftOut, named, backup } = opened(
      tldrFile([
        tldrNote('bad', '', {}, link('java\tscript:alert(1)')),
        tldrNote('good', '', {}, link('https://a.example/')),
        tldrNote('url', 'x', {}, { url: 'javascript:alert(1)' }),
      ]),
    )
    expect(named('bad') && wordsOn(named('bad') as BoardRecord)).toBe('klik')
    expect(JSON.stringify(backup)).not.toMatch(/script:/)
    expect(JSON.stringify(named('good'))).toContain('https://a.example/')
    expect(named('url')?.props?.url).toBe('')
    expect(leftOut).toEqual({ ...NOTHING, links: 1 })
  })

  test('pictures of elsewhere and of other kinds are counted, and nothing asks for them', () => {
    const { leftOut, backup, pictures } = opened(
      tldrFile([
        tldrNote('a', 'a'),
        ...tldrPicture('away', 'https://elsewhere.example/a.png'),
        ...tldrPicture('written', 'data:image/png,AAAA'),
        ...tldrPicture('svg', 'data:image/svg+xml;base64,PHN2Zy8+'),
      ]),
    )
    expect(leftOut).toEqual({ ...NOTHING, pictures: 3 })
    expect(JSON.stringify(backup)).not.toMatch(/elsewhere|AAAA|svg/)
    expect(pictures.size).toBe(0)
  })

  test('pictures in it are handed out, each once and under the name that its records have for it', async () => {
    const large = `data:image/jpeg;base64,${'A'.repeat(4_000)}`
    const unused = {
      ...tldrPicture('unused', DOT)[0],
      props: { ...tldrPicture('unused', `${DOT}A`)[0]?.props },
    } as BoardRecord
    const { backup, pictures, leftOut } = opened(
      tldrFile([...tldrPicture('a', DOT), ...tldrPicture('b', DOT), ...tldrPicture('c', large), unused]),
    )
    expect(leftOut).toEqual(NOTHING)
    const sources = backup.records.flatMap(({ typeName, props }) => (typeName === 'asset' ? [props?.src] : []))
    expect(new Set(sources)).toEqual(new Set([...pictures.keys()].map(assetSource)))
    expect([sources.length, pictures.size]).toEqual([3, 2])
    expect(JSON.stringify(backup)).not.toContain('base64')
    const sizes = await Promise.all([...pictures.values()].map(async ({ read }) => (await read())?.size))
    expect(sizes).toEqual([70, 3_000])
  })

  test.each([
    ['of a kind that no board has', [shapeRecord('kamera', 'shape:x')]],
    [
      'with a ring of parents',
      [tldrFrame('x', 'x', { parentId: 'shape:y' }), tldrFrame('y', 'y', { parentId: 'shape:x' })],
    ],
    ['that hang on nothing', [tldrNote('x', 'x', { parentId: 'shape:gone' })]],
    ['far out', [tldrNote('x', 'x', { x: 1e9 })]],
    ['without end', [tldrNote('x', 'x', { x: null })]],
    ['deep', [tldrNote('x', 'x', { meta: JSON.parse(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`) })]],
    ['with a text that is too long', [tldrNote('x', 'x'.repeat(30_000))]],
    ['that are none', [null, 7, 'shape', [], { id: 7 }, { id: '__proto__', typeName: 'shape' }]],
    ['with a name that is none', [{ ...tldrNote('x', 'x'), id: 'shape:<b>' }]],
  ])('things %s are left out and counted', (_, records) => {
    const { leftOut, shapes } = opened(tldrFile([tldrNote('a', 'a'), ...records]))
    expect(leftOut).toEqual({ ...NOTHING, others: records.length })
    expect(shapes).toHaveLength(1)
  })

  test.each([
    ['not-tldr', 'hej'],
    ['not-tldr', '[]'],
    ['not-tldr', '{"tldrawFileFormatVersion":1}'],
    ['older', '{"document":{"version":15.5,"pages":{}}}'],
    ['newer', tldrFile([], { version: 2 })],
    ['newer', tldrFile([tldrNote('a', 'a')], { sequences: { 'com.tldraw.shape.note': 99 } })],
    ['damaged', '{"tldrawFileFormatVersion":1,"schema":{"schemaVersion":7},"records":[]}'],
    [
      'damaged',
      tldrFile([{ id: 'shape:a', typeName: 'shape', type: 'note' }], { sequences: { 'com.tldraw.shape.note': 0 } }),
    ],
    ['empty', tldrFile([])],
    ['too-large', tldrFile(Array.from({ length: 20_100 }, (_, i) => tldrNote(`${i}`, '')))],
  ])('is %s', (reason, text) => {
    expect(reasonOf(text)).toBe(reason)
  })
})
