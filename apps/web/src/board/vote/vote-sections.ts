import { metaOf } from '@samtavle/shared/board-meta'
import { sheetsInOrder } from '@samtavle/shared/reading-order'
import { wordsOn } from '@samtavle/shared/shape-words'
import { Box, type Editor, type TLShapeId } from '@tldraw/tldraw'
import { isSection } from '../section-place.ts'
import { votableNotes } from './votable-notes.ts'

/** A section that can be voted in; `notes` is how many can get dots. */
export type VoteSection = { frame: TLShapeId; name: string; notes: number; box: Box }

/** From this part of the window on, a section is what one looks at. */
const MAIN_PART = 0.4

/** The strip at the top of the built-in templates: nobody writes notes there. */
const HEADER = 'titelfelt'

/** Sections, and frames with notes in them, in reading order. */
export function voteSections(editor: Editor): VoteSection[] {
  const counts = new Map<string | null, number>()
  for (const { frame, notes } of votableNotes(editor, null)) counts.set(frame, notes.length)
  const frames = editor
    .getCurrentPageShapes()
    .filter((shape) => shape.type === 'frame' && metaOf(shape).section !== HEADER)
    .filter((shape) => isSection(shape) || counts.has(shape.id))
    .map((shape) => ({
      id: shape.id,
      box: editor.getShapePageBounds(shape) ?? new Box(),
      order: typeof metaOf(shape).order === 'number' ? metaOf(shape).order : undefined,
      section: { frame: shape.id, name: wordsOn(shape), notes: counts.get(shape.id) ?? 0 },
    }))
  return sheetsInOrder(frames).map(({ section, box }) => ({ ...section, box }))
}

/**
 * The section that a vote is most likely about: that of the selected notes, the one that fills the window, else of
 * those in view the one with the most notes. Null when no section in view has any.
 * @param selected the section of each selected shape
 */
export function likelySection(
  sections: readonly VoteSection[],
  view: Box,
  selected: readonly string[],
): VoteSection | null {
  const [chosen, ...others] = new Set(selected)
  const section = others.length === 0 ? sections.find(({ frame }) => frame === chosen) : undefined
  if (section !== undefined) return section
  const seen = sections
    .filter(({ notes, box }) => notes > 0 && box.collides(view))
    .map((section) => ({ section, part: sharedArea(section.box, view) / Math.max(1, view.w * view.h) }))
  const main = seen.find(({ part }) => part >= MAIN_PART)
  if (main !== undefined) return main.section
  return [...seen].sort((a, b) => b.section.notes - a.section.notes)[0]?.section ?? null
}

function sharedArea(a: Box, b: Box): number {
  const w = Math.min(a.maxX, b.maxX) - Math.max(a.minX, b.minX)
  const h = Math.min(a.maxY, b.maxY) - Math.max(a.minY, b.minY)
  return Math.max(0, w) * Math.max(0, h)
}
