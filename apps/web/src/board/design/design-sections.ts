import { HEADER_SECTION, metaOf } from '@samtavle/shared/board-meta'
import { designedWords, wordsOfMeta } from '@samtavle/shared/designed-words'
import { type Locale, NO_WORDS } from '@samtavle/shared/locale'
import { sheetsInOrder } from '@samtavle/shared/reading-order'
import { wordsOn } from '@samtavle/shared/shape-words'
import { Box, type Editor, type TLFrameShape, type TLTextShape, useComputed, useValue } from '@tldraw/tldraw'
import { isFixed } from '../board-meta.ts'
import { LABEL_PARTS, type LabelPart, type SectionWords } from './section-labels.ts'

/** `unsettled`: nobody said; a template that is made of the board locks it. */
export type SectionLock = 'locked' | 'free' | 'unsettled'

/** A section as its designer sees it. */
export type DesignSection = {
  id: TLFrameShape['id']
  frame: TLFrameShape
  box: Box
  order: number | undefined
  lock: SectionLock
  words: SectionWords
  labels: Readonly<Partial<Record<LabelPart, TLTextShape>>>
  /** Every text that stands in it, its labels too. */
  texts: readonly TLTextShape[]
}

/** The sections of the board in reading order; the same as long as nothing of them changes. */
export function useDesignSections(editor: Editor, locale: Locale): readonly DesignSection[] {
  const sections = useComputed('designed sections', () => designSections(editor, locale), { isEqual }, [editor, locale])
  return useValue(sections)
}

/** The sections of the page in reading order. */
export function designSections(editor: Editor, locale: Locale): DesignSection[] {
  const frames = editor
    .getCurrentPageShapes()
    .filter((shape): shape is TLFrameShape => shape.type === 'frame' && metaOf(shape).section !== HEADER_SECTION)
  const sections = frames.map((frame) => {
    const box = editor.getShapePageBounds(frame) ?? new Box()
    const { order } = metaOf(frame)
    return {
      ...readSection(editor, frame, locale),
      id: frame.id,
      frame,
      box,
      order: isOrder(order) ? order : undefined,
    }
  })
  return sheetsInOrder(sections)
}

/** Places up to this one come before every section: that of the header, where there is one. */
export function headerOrder(editor: Editor): number | undefined {
  const header = editor
    .getCurrentPageShapes()
    .find((shape) => metaOf(shape).section === HEADER_SECTION && shape.type === 'frame')
  const order = header && metaOf(header).order
  return isOrder(order) ? order : undefined
}

/** What a peer wrote may be anything. */
const isOrder = (order: unknown): order is number => typeof order === 'number' && Number.isFinite(order)

function readSection(
  editor: Editor,
  frame: TLFrameShape,
  locale: Locale,
): Pick<DesignSection, 'lock' | 'words' | 'labels' | 'texts'> {
  const texts = editor
    .getSortedChildIdsForParent(frame.id)
    .map((id) => editor.getShape(id))
    .filter((shape): shape is TLTextShape => shape?.type === 'text')
  const labels: Partial<Record<LabelPart, TLTextShape>> = {}
  for (const part of LABEL_PARTS) {
    // In the column of a grid its own heading says the column's cell, as the frame does; names of rows say others.
    const label = texts.find((text) => metaOf(text).part === part && metaOf(text).cell === metaOf(frame).cell)
    if (label !== undefined) labels[part] = label
  }
  const said = (part: LabelPart) => {
    const label = labels[part]
    return label === undefined ? NO_WORDS : designedWords(label, locale)
  }
  const heading = labels.heading === undefined ? nameOf(frame, locale) : said('heading')
  const words = { heading, question: said('question'), hint: said('hint') }
  return { lock: lockOf(frame), words, labels, texts }
}

/** A frame that somebody drew has a name and no heading; tldraw calls it "Frame" where it has none. */
function nameOf(frame: TLFrameShape, locale: Locale) {
  return wordsOfMeta(frame) === undefined && wordsOn(frame) === '' ? NO_WORDS : designedWords(frame, locale)
}

function lockOf(frame: TLFrameShape): SectionLock {
  if (isFixed(frame)) return 'locked'
  return metaOf(frame).fixed === false ? 'free' : 'unsettled'
}

function isEqual(a: readonly DesignSection[], b: readonly DesignSection[]): boolean {
  return a.length === b.length && a.every((section, i) => isSameSection(section, b[i]))
}

function isSameSection(a: DesignSection, b: DesignSection | undefined): boolean {
  if (b === undefined || a.frame !== b.frame || !a.box.equals(b.box) || a.texts.length !== b.texts.length) return false
  return a.texts.every((text, i) => text === b.texts[i])
}
