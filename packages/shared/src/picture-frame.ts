import type { BoardRecord } from './board-doc.ts'
import { metaOf } from './board-meta.ts'
import { PLAIN } from './letter-measure.ts'
import { PALETTE } from './palette.ts'
import { boxOf } from './picture-geometry.ts'
import type { Pen } from './picture-pen.ts'
import { textOf } from './picture-scene.ts'
import { rectangleTag } from './picture-text.ts'
import { drawLines } from './picture-words.ts'
import { wrapText } from './text-measure.ts'

/** A section is a quiet sheet whose heading stands on it; any other frame has its name above it. */
const NAME_SIZE = 20
const ABOVE = 8
/** How far the name of a frame reaches above it. */
export const NAME_ROOM: number = NAME_SIZE * 1.35 + ABOVE

/** The name that is drawn above a frame; empty for none. */
export function nameAbove(record: BoardRecord): string {
  if (metaOf(record).section !== undefined) return ''
  return textOf(record.props?.name).replaceAll(/\s+/g, ' ').trim().slice(0, 500)
}

export function drawFrame(record: BoardRecord, pen: Pen): string {
  const { w, h } = boxOf(record, 0)
  const { section, line, text } = PALETTE[pen.theme]
  const sheet = rectangleTag(0, 0, w, h, `rx="4" fill="${section}" stroke="${line}"`)
  const name = nameAbove(record)
  if (name === '') return sheet
  const [words = ''] = wrapText(name, NAME_SIZE, Math.max(w, NAME_SIZE), 'medium', 1)
  return sheet + drawLines([words], { x: 0, y: -NAME_ROOM, size: NAME_SIZE, weight: PLAIN, fill: text }, pen)
}
