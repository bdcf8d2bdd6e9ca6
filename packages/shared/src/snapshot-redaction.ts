import { arrowTies } from './arrow-ties.ts'
import type { BoardRecord } from './board-doc.ts'
import { type BoardMeta, metaOf } from './board-meta.ts'
import { BoardShapes } from './board-shapes.ts'
import { isNoteRole, type NoteRole, roleOfColour } from './note-role.ts'
import { textOf } from './picture-scene.ts'
import { findExampleRemoval } from './remove-examples.ts'
import { isRichText } from './rich-text-doc.ts'
import { type HideNames, hideNamesInText } from './snapshot-names.ts'

/** What of a board is left out of a snapshot, besides what is marked as internal on it. */
export type Redaction = {
  /** Ids of shapes; what stands in them goes too. */
  withoutShapes: ReadonlySet<string>
  withoutRoles: ReadonlySet<NoteRole>
  /** By the id of a section: notes of other roles that stand in it are left out. */
  onlyRoles: ReadonlyMap<string, ReadonlySet<NoteRole>>
  withExamples: boolean
  hideNames: HideNames
}

/** What a note is; a note whose record does not say it is what its colour says. */
export function roleOfNote(shape: BoardRecord): NoteRole | undefined {
  if (shape.type !== 'note') return undefined
  const { role } = metaOf(shape)
  return isNoteRole(role) ? role : roleOfColour(textOf(shape.props?.color))
}

/** What may be read of a note's source: a code such as B1, never a name. */
export const sourceCode = (source: string | undefined): string =>
  source !== undefined && /^\p{Lu}{1,3}\d{0,3}$/u.test(source) ? source : ''

/**
 * The records of a board of which nothing must be hidden any more: what a snapshot says and what its pictures show are
 * made of these, and of nothing else. An arrow goes with what it is tied to: its label belongs to both.
 */
export function redactRecords(records: readonly BoardRecord[], redaction: Redaction): BoardRecord[] {
  const kept = redaction.withExamples ? records : withoutExamples(records)
  const shapes = new BoardShapes(kept)
  const hidden = new Set(shapes.all.filter((shape) => isHidden(shapes, shape, redaction)).map(({ id }) => id))
  for (const [arrow, { start, end }] of arrowTies(kept)) {
    if ([start, end].some((tie) => tie !== undefined && hidden.has(tie.to))) hidden.add(arrow)
  }
  return kept.flatMap((record) => {
    switch (record.typeName) {
      case 'shape':
        return hidden.has(record.id) ? [] : [shown(record, redaction.hideNames)]
      case 'binding':
        return hidden.has(String(record.fromId)) || hidden.has(String(record.toId)) ? [] : [record]
      case 'asset':
        // The name of its file is somebody's.
        return [{ ...record, props: { ...record.props, name: '' }, meta: {} }]
      case 'page':
        return [{ ...record, name: '', meta: {} }]
      default:
        return []
    }
  })
}

function withoutExamples(records: readonly BoardRecord[]): BoardRecord[] {
  const { remove, put } = findExampleRemoval(records)
  const [removed, changed] = [new Set(remove), new Map(put.map((record) => [record.id, record]))]
  return records.filter(({ id }) => !removed.has(id)).map((record) => changed.get(record.id) ?? record)
}

function isHidden(shapes: BoardShapes, shape: BoardRecord, redaction: Redaction): boolean {
  const { withoutShapes, withoutRoles, onlyRoles } = redaction
  for (const above of shapes.lineage(shape)) {
    if (above.meta?.internal === true || withoutShapes.has(above.id)) return true
  }
  const role = roleOfNote(shape)
  if (shape.type !== 'note') return false
  const only = onlyRoles.get(shapes.frameOf(shape)?.id ?? '')
  if (role === undefined) return only !== undefined
  return withoutRoles.has(role) || (only !== undefined && !only.has(role))
}

const SHOWN_META = ['section', 'cell', 'role', 'part', 'field', 'order', 'example', 'fixed'] as const
/** Values of props that no reader sees as words. */
const NO_WORDS = new Set(['key', 'url', 'src', 'assetId', 'color', 'labelColor', 'type', 'attrs'])

function shown(record: BoardRecord, hide: HideNames): BoardRecord {
  const said = metaOf(record)
  const meta: BoardMeta = Object.fromEntries(
    SHOWN_META.filter((key) => said[key] !== undefined).map((key) => [key, said[key]]),
  )
  const source = sourceCode(said.source)
  if (source !== '') meta.source = source
  const props = Object.entries(record.props ?? {}).map(([key, value]) => [
    key,
    key === 'richText' && isRichText(value) ? hideNamesInText(value, hide) : withoutNames(key, value, hide),
  ])
  return { ...record, props: Object.fromEntries(props), meta }
}

function withoutNames(key: string, value: unknown, hide: HideNames): unknown {
  if (NO_WORDS.has(key)) return value
  if (typeof value === 'string') return hide(value)
  if (Array.isArray(value)) return value.map((each) => withoutNames(key, each, hide))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([own, each]) => [own, withoutNames(own, each, hide)]))
}
