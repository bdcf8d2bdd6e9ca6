import type { BoardRecord } from '@samtavle/shared/board-doc'
import { drawBoard, drawSection } from '@samtavle/shared/board-picture'
import { BoardShapes } from '@samtavle/shared/board-shapes'
import type { Locale } from '@samtavle/shared/locale'
import type { Theme } from '@samtavle/shared/palette'
import { OVERVIEW_SHAPES, shapesOfSections } from '@samtavle/shared/snapshot-overview'

/**
 * One section of a board as an SVG: its frame and what stands in it. What only lies on it, or stands in a section of its
 * own inside it, belongs to no section that was chosen and stays out, as it does of the text. The records have passed the redaction:
 * all that is among them may be seen.
 */
export function drawPart(records: readonly BoardRecord[], frame: string, theme: Theme, locale: Locale): string {
  const shapes = new BoardShapes(records)
  const section = shapes.get(frame)
  if (section === undefined) throw new Error('there is no such section to draw')
  const inside = shapesOfSections(shapes, records, new Set([frame]))
  const page = shapes.pageIdOf(section)
  const drawn = records.filter((record) => record.typeName !== 'shape' || inside.has(record))
  const title = typeof section.props?.name === 'string' ? section.props.name : ''
  // On its own page, wherever it stood: a frame in a group is drawn without the group.
  const moved = drawn.map((record) =>
    record.id === frame ? { ...record, parentId: page, x: 0, y: 0, rotation: 0 } : record,
  )
  const picture = drawSection(moved, frame, { theme, locale, title })
  if (picture === undefined) throw new Error('there is no such section to draw')
  return picture.svg
}

/** A whole board as an SVG, of which only what a snapshot shows is left (`overviewOf`). */
export function drawOverview(records: readonly BoardRecord[], theme: Theme, locale: Locale): string {
  return drawBoard(records, { theme, locale, mostShapes: OVERVIEW_SHAPES }).svg
}
