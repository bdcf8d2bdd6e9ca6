import { assetIdOf } from './board-asset.ts'
import { type BoardRecord, UNSAFE_KEYS } from './board-doc.ts'
import { areBoardStepsSound } from './board-steps.ts'
import type { RichTextNode } from './rich-text-doc.ts'

/**
 * Bounds that tldraw's own validators do not set. A record beyond them is accepted by the canvas and then hangs or
 * breaks it for everybody on the board, so that it is refused before it gets there. Pure, no tldraw.
 */
export const RECORD_LIMITS = {
  /** |x|, |y| and every coordinate inside a shape, in canvas px. */
  coordinate: 1_000_000,
  /** Width, height and growth of a shape, in canvas px. */
  size: 100_000,
  scale: 100,
  /** All strings of a record together, in UTF-16 units. */
  textLength: 20_000,
  depth: 32,
  /** Points of a drawing, all segments together. */
  points: 20_000,
  /** Values in a record; a drawing of the largest size stays under it. */
  values: 100_000,
  /** Length of an address that carries its own data. */
  dataAddress: 2048,
  /** Parents above a shape. */
  parents: 64,
} as const

export type RecordRefusal =
  | 'not-a-record'
  | 'wrong-id'
  | 'unknown-type'
  | 'too-large'
  | 'out-of-bounds'
  | 'bad-text'
  | 'unsafe-link'
  | 'invalid'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Why a record is beyond the bounds of a board, whatever its schema says; undefined when it is not. */
export function checkLimits(record: BoardRecord): RecordRefusal | undefined {
  const refusal = checkExtent(record)
  if (refusal !== undefined || record.typeName === 'asset') return refusal ?? checkAsset(record)
  if (record.typeName === 'document') return areBoardStepsSound(record.meta) ? undefined : 'invalid'
  if (record.typeName !== 'shape') return undefined
  const { richText } = record.props ?? {}
  return checkGeometry(record) ?? (richText === undefined ? undefined : checkRichText(richText))
}

/** Depth, number of values, length of texts, and numbers that are numbers; undefined when all is well. */
export function checkExtent(value: unknown): RecordRefusal | undefined {
  let values = 0
  let text = 0
  const walk = (item: unknown, depth: number): RecordRefusal | undefined => {
    values++
    if (depth > RECORD_LIMITS.depth || values > RECORD_LIMITS.values) return 'too-large'
    if (typeof item === 'number') return Number.isFinite(item) ? undefined : 'out-of-bounds'
    if (typeof item === 'string') {
      text += item.length
      return text > RECORD_LIMITS.textLength ? 'too-large' : undefined
    }
    if (typeof item !== 'object' || item === null) return undefined
    for (const key of Object.keys(item)) {
      if (UNSAFE_KEYS.has(key)) return 'invalid'
      if (!Array.isArray(item)) text += key.length
      const refusal = walk((item as Record<string, unknown>)[key], depth + 1)
      if (refusal) return refusal
    }
    return undefined
  }
  return walk(value, 0)
}

const SIZES = new Set(['w', 'h', 'growY', 'fontSizeAdjustment'])
const COORDINATES = new Set(['x', 'y', 'bend', 'elbowMidPoint'])

/** Coordinates, sizes and the number of points of a shape. */
function checkGeometry(record: BoardRecord): RecordRefusal | undefined {
  const props = record.props ?? {}
  if (!within(record.x, RECORD_LIMITS.coordinate) || !within(record.y, RECORD_LIMITS.coordinate)) return 'out-of-bounds'
  let points = 0
  const walk = (item: unknown): RecordRefusal | undefined => {
    if (typeof item !== 'object' || item === null) return undefined
    if (isObject(item) && 'x' in item && 'y' in item && ++points > RECORD_LIMITS.points) return 'too-large'
    for (const [key, value] of Object.entries(item)) {
      if (key === 'richText') continue
      if (SIZES.has(key) && !within(value, RECORD_LIMITS.size)) return 'out-of-bounds'
      if (COORDINATES.has(key) && !within(value, RECORD_LIMITS.coordinate)) return 'out-of-bounds'
      if (key === 'scale' && !within(value, RECORD_LIMITS.scale)) return 'out-of-bounds'
      const refusal = walk(value)
      if (refusal) return refusal
    }
    return undefined
  }
  return walk(props)
}

function within(value: unknown, limit: number): boolean {
  return typeof value !== 'number' || Math.abs(value) <= limit
}

/** What may stand in what, in the text editor that tldraw 3.15 sets up. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  doc: ['paragraph', 'heading', 'bulletList', 'orderedList'],
  paragraph: ['text', 'hardBreak'],
  heading: ['text', 'hardBreak'],
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  listItem: ['paragraph', 'heading', 'bulletList', 'orderedList'],
  hardBreak: [],
  text: [],
}
const MARKS = new Set(['bold', 'italic', 'strike', 'code', 'link', 'highlight'])
const NEVER_EMPTY = new Set(['bulletList', 'orderedList', 'listItem'])

/** Nodes and marks that the editor knows, in places where it allows them; undefined when all is well. */
function checkRichText(richText: unknown): RecordRefusal | undefined {
  if (!isObject(richText) || richText.type !== 'doc') return 'bad-text'
  return checkNode(richText as RichTextNode)
}

function checkNode(node: RichTextNode): RecordRefusal | undefined {
  const allowed = Object.hasOwn(CHILDREN, node.type) ? CHILDREN[node.type] : undefined
  if (!allowed) return 'bad-text'
  if (node.type === 'text') return checkTextNode(node)
  if (node.content !== undefined && !Array.isArray(node.content)) return 'bad-text'
  const children = node.content ?? []
  if (children.length === 0 && NEVER_EMPTY.has(node.type)) return 'bad-text'
  for (const child of children) {
    if (!isObject(child) || !allowed.includes(child.type)) return 'bad-text'
    const refusal = checkNode(child)
    if (refusal) return refusal
  }
  return undefined
}

function checkTextNode(node: RichTextNode): RecordRefusal | undefined {
  if (typeof node.text !== 'string' || node.text === '') return 'bad-text'
  if (node.marks === undefined) return undefined
  if (!Array.isArray(node.marks)) return 'bad-text'
  for (const mark of node.marks) {
    if (!isObject(mark) || !MARKS.has(mark.type)) return 'bad-text'
    if (mark.type === 'link' && !isSafeLink(mark.attrs?.href)) return 'unsafe-link'
  }
  return undefined
}

/** False for addresses that run or carry something instead of leading somewhere. */
function isSafeLink(href: unknown): boolean {
  if (href === undefined || href === null) return true
  if (typeof href !== 'string') return false
  // Browsers drop white space and control characters when they read the scheme.
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href.replace(/[\p{Cc}\p{Z}]/gu, ''))?.[1]?.toLowerCase()
  return scheme === undefined || scheme === 'http' || scheme === 'https' || scheme === 'mailto' || scheme === 'tel'
}

/**
 * Pictures are named by their content or, the smallest, lie in the record. An address, of whatever server, would be asked
 * by everybody who looks at the board.
 */
function checkAsset(record: BoardRecord): RecordRefusal | undefined {
  if (record.type === 'bookmark') return 'unknown-type'
  const src = record.props?.src
  if (src === null || src === undefined) return undefined
  if (typeof src !== 'string') return 'invalid'
  if (assetIdOf(src) !== undefined) return undefined
  if (src.startsWith('data:') && src.length > RECORD_LIMITS.dataAddress) return 'too-large'
  return /^data:image\/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+=*$/.test(src) ? undefined : 'unsafe-link'
}
