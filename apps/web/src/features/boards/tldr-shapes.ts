import type { BoardRecord } from '@samtavle/shared/board-doc'
import { structuredShape } from '@samtavle/shared/plain-shapes'
import { checkRecord } from '@samtavle/shared/record-schema'
import { isRichText, type RichTextNode } from '@samtavle/shared/rich-text-doc'
import { pageAddress } from '../../link-address.ts'
import { LINK_CARD, linkCardProps } from '../../link-card-props.ts'

/** What of a file does not come along: pictures and films, addresses that lead nowhere, and whatever else. */
export type TldrLeftOut = { pictures: number; links: number; others: number }

/** A shape as it may lie on a board; undefined, and counted, for one that may not. */
export function boardShape(
  shape: BoardRecord,
  assets: ReadonlyMap<string, BoardRecord>,
  leftOut: TldrLeftOut,
): BoardRecord | undefined {
  if (shape.type === 'bookmark' || shape.type === 'embed') {
    const url = pageAddress(String(shape.props?.url ?? ''))
    const card = url && linkCard(shape, url)
    if (card !== undefined && checkRecord(card, card.id).ok) return card
    leftOut.links += 1
    return undefined
  }
  if (shape.type === 'image' || shape.type === 'video') {
    const asset = assets.get(String(shape.props?.assetId))
    const shown = asset !== undefined && typeof asset.props?.src === 'string' && checkRecord(asset, asset.id).ok
    if (shape.type === 'image' && shown && checkRecord(shape, shape.id).ok) return withoutAddress(shape)
    leftOut.pictures += 1
    return undefined
  }
  const own = structuredShape(shape)
  if (own !== undefined && checkRecord(own, own.id).ok) return own
  const safe = withSafeText(withoutAddress(shape), leftOut)
  if (checkRecord(safe, safe.id).ok) return safe
  leftOut.others += 1
  return undefined
}

function linkCard(shape: BoardRecord, url: URL): BoardRecord {
  const { w, h } = shape.props ?? {}
  const middle = (at: unknown, size: unknown, own: number) =>
    Number(at) + (typeof size === 'number' ? Math.max(0, (size - own) / 2) : 0)
  const props = { ...linkCardProps(url), growY: 0, scale: 1, url: '' }
  const place = { x: middle(shape.x, w, LINK_CARD.w), y: middle(shape.y, h, LINK_CARD.h), rotation: 0 }
  return { ...shape, ...place, type: 'geo', props }
}

/** A shape may carry an address of its own, which opens with a click: only one that leads to a page. */
function withoutAddress(shape: BoardRecord): BoardRecord {
  const { url } = shape.props ?? {}
  if (url === undefined || url === '' || (typeof url === 'string' && pageAddress(url) !== undefined)) return shape
  return { ...shape, props: { ...shape.props, url: '' } }
}

/** The words stay; a link that would run or carry something is no link any more. */
function withSafeText(shape: BoardRecord, leftOut: TldrLeftOut): BoardRecord {
  const { richText } = shape.props ?? {}
  if (!isRichText(richText) || checkRecord(shape, shape.id).ok) return shape
  const before = leftOut.links
  const clean = (node: RichTextNode): RichTextNode => {
    const marks = Array.isArray(node.marks) ? node.marks.filter((mark) => !isUnsafe(mark, leftOut)) : undefined
    const content = Array.isArray(node.content) ? node.content.map(clean) : undefined
    return { ...node, ...(marks && { marks }), ...(content && { content }) }
  }
  const props = { ...shape.props, richText: clean(richText as RichTextNode) }
  const safe = { ...shape, props }
  if (!checkRecord(safe, safe.id).ok) leftOut.links = before
  return safe
}

function isUnsafe(mark: unknown, leftOut: TldrLeftOut): boolean {
  const { type, attrs } = (mark ?? {}) as { type?: unknown; attrs?: { href?: unknown } }
  if (type !== 'link' || (typeof attrs?.href === 'string' && /^(https?|mailto|tel):/i.test(attrs.href))) return false
  leftOut.links += 1
  return true
}
