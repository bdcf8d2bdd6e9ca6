import { arrowTies } from './arrow-ties.ts'
import type { BoardRecord } from './board-doc.ts'
import { metaOf } from './board-meta.ts'
import { boardPictureSize } from './board-picture.ts'
import { BoardShapes } from './board-shapes.ts'
import { sceneOf } from './picture-scene.ts'

/** Shapes that one overview draws at the most; of more there is none, rather than a part of it. */
export const OVERVIEW_SHAPES = 10_000

/** Shapes that lie in no section are of the section with this name. */
const OUTSIDE = ''
/** What templates draw between their sections. */
const BACKDROP = new Set(['stripe', 'lane', 'question', 'guide-line', 'dividing-line'])

/**
 * The shapes of these sections, and nothing else: what stands in a section of its own inside one of them is of that other
 * one. An arrow between two things is of the section where it begins, as it is said there, and is drawn where its own
 * place or its end is shown too.
 * @param sections ids of frames; an empty one for what lies in none
 */
export function shapesOfSections(
  shapes: BoardShapes,
  records: readonly BoardRecord[],
  sections: ReadonlySet<string>,
): Set<BoardRecord> {
  const ties = arrowTies(records)
  const sectionOf = (shape: BoardRecord) => (shape.type === 'frame' ? shape : shapes.frameOf(shape))?.id ?? OUTSIDE
  const isIn = (shape: BoardRecord | undefined) => shape !== undefined && sections.has(sectionOf(shape))
  return new Set(
    shapes.all.filter((shape) => {
      const { start, end } = ties.get(shape.id) ?? {}
      const [from, to] = [shapes.get(start?.to ?? ''), shapes.get(end?.to ?? '')]
      if (from === undefined || to === undefined) return isIn(shape)
      return isIn(from) && (isIn(shape) || isIn(to))
    }),
  )
}

/** A board with only these sections left, where they lie on it. */
export type Overview = { records: BoardRecord[]; width: number; height: number }

/**
 * What the picture of a whole board is drawn from. Where every section is shown, what the template has drawn between
 * them is shown too: lanes and stripes, and nothing that somebody wrote.
 * @param records what is left of the board after the redaction
 * @returns undefined where the picture would say no more than that of its only section, or would be too much
 */
export function overviewOf(records: readonly BoardRecord[], sections: ReadonlySet<string>): Overview | undefined {
  if (sections.size < 2 && !sections.has(OUTSIDE)) return undefined
  const shapes = new BoardShapes(records)
  const shown = shapesOfSections(shapes, records, sections)
  if (isEverySectionIn(shapes, sections)) {
    for (const shape of shapes.all) if (isBackdrop(shapes, shape)) shown.add(shape)
  }
  if (shown.size === 0 || shown.size > OVERVIEW_SHAPES) return undefined
  const { byId } = sceneOf(records, undefined, Number.POSITIVE_INFINITY)
  const drawn = records.flatMap((record): BoardRecord[] => {
    if (record.typeName !== 'shape') return [record]
    if (!shown.has(record)) return []
    const parent = shapes.get(String(record.parentId))
    if (parent === undefined || shown.has(parent)) return [record]
    // What it stands in is not shown: it stays where it is, on the page.
    const { x, y, angle } = byId.get(record.id)?.transform ?? { x: 0, y: 0, angle: 0 }
    return [{ ...record, parentId: shapes.pageIdOf(record), x, y, rotation: angle }]
  })
  return { records: drawn, ...boardPictureSize(drawn, OVERVIEW_SHAPES) }
}

/** The strip with name and date above a template is a form for whoever prints it. */
const isEverySectionIn = (shapes: BoardShapes, sections: ReadonlySet<string>): boolean =>
  shapes.all.every((shape) => shape.type !== 'frame' || sections.has(shape.id) || metaOf(shape).section === 'titelfelt')

const isBackdrop = (shapes: BoardShapes, shape: BoardRecord): boolean =>
  BACKDROP.has(metaOf(shape).part ?? '') && shape.type !== 'frame' && shapes.frameOf(shape) === undefined
