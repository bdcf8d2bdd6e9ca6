import { describe, expect, it } from 'vitest'
import type { BoardRecord } from './board-doc.ts'
import { RECORD_LIMITS } from './record-limits.ts'
import { boardShapeSchemas, checkRecord, hasParentCycle, openInStore, serializedSchema } from './record-schema.ts'
import { richTextOf } from './rich-text-doc.ts'
import { noteRecord, shapeRecord } from './shape-record.fixture.ts'

const PLACE = { parentId: 'page:p' }

function note(changes: Record<string, unknown> = {}, props: Record<string, unknown> = {}): BoardRecord {
  return noteRecord('shape:n', { richText: richTextOf('Ringer selv'), ...props }, { ...PLACE, ...changes })
}

function drawing(points: number): BoardRecord {
  const segments = [{ type: 'free', points: Array.from({ length: points }, (_, i) => ({ x: i, y: 0, z: 0.5 })) }]
  const style = { color: 'black', fill: 'none', dash: 'draw', size: 'm', scale: 1 }
  const props = { ...style, segments, isComplete: true, isClosed: false, isPen: false }
  return shapeRecord('draw', 'shape:d', { ...PLACE, props })
}

const reasonFor = (record: unknown, key = 'shape:n'): string => {
  const check = checkRecord(record, key)
  return check.ok ? 'ok' : check.reason
}

const text = (content: unknown[]) => ({ richText: { type: 'doc', content } })
const run = (mark: unknown) => text([{ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [mark] }] }])
const link = (href: unknown) => run({ type: 'link', attrs: { href } })

function nested(depth: number): unknown {
  let value: unknown = 1
  for (let i = 0; i < depth; i++) value = { a: value }
  return value
}

describe('checkRecord', () => {
  it('lets through what the canvas writes', () => {
    expect(reasonFor(note())).toBe('ok')
    expect(reasonFor(note({ x: -RECORD_LIMITS.coordinate }))).toBe('ok')
    expect(reasonFor(drawing(RECORD_LIMITS.points), 'shape:d')).toBe('ok')
    const page = { id: 'page:p', typeName: 'page', name: 'Tavle', index: 'a1', meta: {} }
    expect(reasonFor(page, 'page:p')).toBe('ok')
    const document = { id: 'document:document', typeName: 'document', gridSize: 10, name: '', meta: {} }
    expect(reasonFor(document, 'document:document')).toBe('ok')
  })

  it.each([
    ['bold text', run({ type: 'bold' })],
    ['an address', link('https://example.org/a?b=c')],
    ['an e-mail address', link('mailto:a@example.org')],
    ['a list', text([{ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] }])],
    ['a line break', text([{ type: 'paragraph', content: [{ type: 'hardBreak' }] }])],
    ['no text at all', text([])],
  ])('lets through %s', (_, props) => {
    expect(reasonFor(note({}, props))).toBe('ok')
  })

  it.each([
    ['nothing', undefined, 'not-a-record'],
    ['a list', [], 'not-a-record'],
    ['a word', 'shape', 'not-a-record'],
    ['the id of another record', note({ id: 'shape:other' }), 'wrong-id'],
    ['an unknown type of record', note({ typeName: 'spaceship' }), 'unknown-type'],
    ['a name from the prototype', note({ typeName: 'constructor' }), 'unknown-type'],
    ['a type of shape that is not allowed', note({ type: 'embed' }), 'unknown-type'],
    ['another one', note({ type: 'bookmark' }), 'unknown-type'],
    ['no type of shape', note({ type: 'toString' }), 'unknown-type'],
    ['a place that is no number', note({ x: Number.NaN }), 'out-of-bounds'],
    ['an endless place', note({ y: Number.POSITIVE_INFINITY }), 'out-of-bounds'],
    ['a place far away', note({ x: 1e300 }), 'out-of-bounds'],
    ['a place just outside', note({ y: RECORD_LIMITS.coordinate + 1 }), 'out-of-bounds'],
    ['a note as high as a house', note({}, { growY: 1e9 }), 'out-of-bounds'],
    ['a giant scale', note({}, { scale: 1e6 }), 'out-of-bounds'],
    ['a very long text', note({}, { richText: richTextOf('x'.repeat(20_001)) }), 'too-large'],
    ['a very long word in meta', note({ meta: { a: 'x'.repeat(20_001) } }), 'too-large'],
    ['endless keys', note({ meta: { ['k'.repeat(20_001)]: 1 } }), 'too-large'],
    ['deep nesting', note({ meta: { a: nested(40) } }), 'too-large'],
    ['a colour that is none', note({}, { color: 'ultraviolet' }), 'invalid'],
    ['a missing property', { ...note(), opacity: undefined }, 'invalid'],
    ['an extra property', note({ script: 'x' }), 'invalid'],
    ['an address that runs', note({}, { url: 'javascript:alert(1)' }), 'invalid'],
    ['a bad index', note({ index: 'zzz!' }), 'invalid'],
    ['a parent that is no parent', note({ parentId: 'user:1' }), 'invalid'],
  ])('refuses %s', (_, record, reason) => {
    expect(reasonFor(record)).toBe(reason)
  })

  it.each([
    ['nodes that the editor does not know', text([{ type: 'iframe', attrs: { src: 'x' } }]), 'bad-text'],
    ['empty text nodes', text([{ type: 'paragraph', content: [{ type: 'text', text: '' }] }]), 'bad-text'],
    ['text nodes without text', text([{ type: 'paragraph', content: [{ type: 'text' }] }]), 'bad-text'],
    ['text outside a paragraph', text([{ type: 'text', text: 'a' }]), 'bad-text'],
    ['a paragraph in a paragraph', text([{ type: 'paragraph', content: [{ type: 'paragraph' }] }]), 'bad-text'],
    ['a list without items', text([{ type: 'bulletList', content: [] }]), 'bad-text'],
    ['content that is no list', text([{ type: 'paragraph', content: 'abc' }]), 'bad-text'],
    ['nodes that are nothing', text([null]), 'bad-text'],
    ['a name from the prototype', text([{ type: 'constructor' }]), 'bad-text'],
    ['marks that the editor does not know', run({ type: 'textStyle' }), 'bad-text'],
    [
      'marks that are no list',
      text([{ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: {} }] }]),
      'bad-text',
    ],
    ['another document', { richText: { type: 'page', content: [] } }, 'bad-text'],
    ['an address that runs', link('javascript:alert(1)'), 'unsafe-link'],
    ['one with a line feed in it', link('java\nscript:alert(1)'), 'unsafe-link'],
    ['one that carries a page', link('data:text/html,x'), 'unsafe-link'],
    ['one in capitals with a space before it', link(' VBSCRIPT:x'), 'unsafe-link'],
    ['an address that is no text', link({ href: 'x' }), 'unsafe-link'],
  ])('refuses in a text: %s', (_, props, reason) => {
    expect(reasonFor(note({}, props))).toBe(reason)
  })

  it('refuses keys that would reach a prototype', () => {
    const meta = JSON.parse('{"__proto__": {"polluted": true}}') as Record<string, unknown>
    expect(reasonFor(note({ meta }))).toBe('invalid')
  })

  it('refuses ids of other forms', () => {
    expect(reasonFor(note({ id: 'shape:<b>' }), 'shape:<b>')).toBe('wrong-id')
    expect(reasonFor(note({ id: `shape:${'x'.repeat(65)}` }), `shape:${'x'.repeat(65)}`)).toBe('wrong-id')
  })

  it('refuses drawings with more points than a canvas can take', () => {
    expect(reasonFor(drawing(RECORD_LIMITS.points + 1), 'shape:d')).toBe('too-large')
  })

  it("refuses records of one person's session", () => {
    for (const typeName of ['instance', 'camera', 'instance_presence', 'pointer', 'instance_page_state']) {
      expect(reasonFor({ id: `${typeName}:a`, typeName, meta: {} }, `${typeName}:a`)).toBe('unknown-type')
    }
  })

  it.each([
    ['https://elsewhere.example/pixel.gif', 'unsafe-link'],
    ['//elsewhere.example/pixel.gif', 'unsafe-link'],
    ['/\\elsewhere.example', 'unsafe-link'],
    [`data:image/png;base64,${'A'.repeat(3000)}`, 'too-large'],
    ['data:image/svg+xml,<svg/>', 'unsafe-link'],
    ['/api/auth/sign-out', 'unsafe-link'],
    ['asset:../../secret', 'unsafe-link'],
    [`asset:${'G'.repeat(64)}`, 'unsafe-link'],
    ['data:image/png;base64,AAAA" onload="x', 'unsafe-link'],
    ['data:image/png;base64,AAAA', 'ok'],
    [`asset:${'0a'.repeat(32)}`, 'ok'],
    [null, 'ok'],
  ])('takes or refuses an image from %s', (src, reason) => {
    const props = { w: 1, h: 1, name: 'a', isAnimated: false, mimeType: 'image/png', src }
    expect(reasonFor({ id: 'asset:a', typeName: 'asset', type: 'image', props, meta: {} }, 'asset:a')).toBe(reason)
  })

  it('refuses previews of other sites', () => {
    const props = { title: '', description: '', image: '', favicon: '', src: null }
    const record = { id: 'asset:a', typeName: 'asset', type: 'bookmark', props, meta: {} }
    expect(reasonFor(record, 'asset:a')).toBe('unknown-type')
  })
})

describe('hasParentCycle', () => {
  const chain = (parents: Record<string, string>) => (id: string) =>
    parents[id] === undefined ? undefined : { parentId: parents[id] }

  it('sees shapes that are their own parent, near or far', () => {
    expect(hasParentCycle('shape:a', chain({ 'shape:a': 'shape:a' }))).toBe(true)
    expect(hasParentCycle('shape:a', chain({ 'shape:a': 'shape:b', 'shape:b': 'shape:c', 'shape:c': 'shape:b' }))).toBe(
      true,
    )
  })

  it('lets chains end at a page, at nothing, and not too late', () => {
    expect(hasParentCycle('shape:a', chain({ 'shape:a': 'shape:b', 'shape:b': 'page:p' }))).toBe(false)
    expect(hasParentCycle('shape:a', chain({ 'shape:a': 'shape:gone' }))).toBe(false)
    const long = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`shape:${i}`, `shape:${i + 1}`]))
    expect(hasParentCycle('shape:0', chain(long))).toBe(true)
    expect(hasParentCycle('shape:50', chain(long))).toBe(false)
  })
})

describe('the schema', () => {
  it('has no shapes that load other sites', () => {
    const types = Object.keys(boardShapeSchemas)
    expect(types).not.toContain('embed')
    expect(types).not.toContain('bookmark')
    expect(types).toContain('note')
    expect(Object.keys((serializedSchema() as { sequences: object }).sequences)).not.toContain('com.tldraw.shape.embed')
  })

  it('opens a board as it is, and throws where the store refuses', () => {
    const page: BoardRecord = { id: 'page:p', typeName: 'page', name: 'Tavle', index: 'a1', meta: {} }
    const document: BoardRecord = { id: 'document:document', typeName: 'document', gridSize: 10, name: '', meta: {} }
    expect(openInStore([document, page, note()]).length).toBe(3)
    expect(openInStore([document, note({ parentId: 'page:gone' })]).map(({ typeName }) => typeName)).toContain('page')
    expect(() => openInStore([document, page, note({}, { color: 'no' })])).toThrow()
  })
})
