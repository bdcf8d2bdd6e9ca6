import type { BoardRecord } from './board-doc.ts'
import { metaOf } from './board-meta.ts'

/**
 * What *Remove all examples* does to a board. Examples are deleted, with the arrows' bindings to them; a shape that
 * stays and only carried an example (the emotion curve, the story) gets back its empty state.
 */
export function findExampleRemoval(records: Iterable<BoardRecord>): { remove: string[]; put: BoardRecord[] } {
  const all = [...records]
  const remove = new Set<string>()
  const put: BoardRecord[] = []
  for (const record of all) {
    const meta = metaOf(record)
    if (record.typeName !== 'shape' || meta.example !== true) continue
    if (meta.whenCleared) put.push(cleared(record, meta.whenCleared.props))
    else remove.add(record.id)
  }
  for (const record of all) {
    if (record.typeName !== 'binding') continue
    if (remove.has(String(record.fromId)) || remove.has(String(record.toId))) remove.add(record.id)
  }
  return { remove: [...remove], put }
}

function cleared(record: BoardRecord, props: Record<string, unknown>): BoardRecord {
  const { example: _example, whenCleared: _whenCleared, role: _role, ...meta } = record.meta ?? {}
  return { ...record, props: { ...record.props, ...props }, meta }
}
