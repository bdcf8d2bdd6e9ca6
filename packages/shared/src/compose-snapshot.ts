import type { SprintPlace } from './access.ts'
import type { BoardRecord } from './board-doc.ts'
import { metaOf } from './board-meta.ts'
import { SECTION_MARGIN } from './board-picture.ts'
import { BoardShapes } from './board-shapes.ts'
import type { Locale } from './locale.ts'
import { countPlaced, framesInOrder, nameOf, type PlacedSection, readPlaced } from './read-board.ts'
import { textOn } from './shape-words.ts'
import type { SnapshotChoice, SnapshotText } from './snapshot-api.ts'
import { blocksOf, readableBoard } from './snapshot-blocks.ts'
import type { SnapshotBoard, SnapshotContent, SnapshotPart } from './snapshot-content.ts'
import { type HideNames, type NamedPerson, nameHider } from './snapshot-names.ts'
import { type Overview, overviewOf } from './snapshot-overview.ts'
import { redactRecords, roleOfNote } from './snapshot-redaction.ts'
import { overviewAlt, pictureAlt, snapshotWord } from './snapshot-words.ts'

/** A board that a snapshot may show, with its records as they passed the schema. */
export type SourceBoard = {
  id: string
  /** Stands for the board in keys: the same in every snapshot, and nothing that leads to the board. */
  key: string
  title: string
  isRestricted: boolean
  records: readonly BoardRecord[]
  /** What votes that were shown gave its notes, by their ids; a vote that is open is not among it. */
  votes?: ReadonlyMap<string, number>
}

export type Composition = {
  locale: Locale
  madeAt: string
  madeBy: SprintPlace | 'owner' | 'colleague'
  sprint: SnapshotContent['sprint']
  choice: SnapshotChoice
  boards: readonly SourceBoard[]
  /** Whose names are not to be read. */
  people: readonly NamedPerson[]
}

export type ComposedSnapshot = {
  /** Without a number, and not compared yet. */
  content: SnapshotContent
  /** What each picture is drawn from: a section, by its frame, or with none the whole board. */
  pictures: { key: string; records: readonly BoardRecord[]; frame: string | null }[]
  /** Keys of everything that is on the boards, shown or not. */
  present: ReadonlySet<string>
}

const withMargin = (length: number): number => Math.round(length + 2 * SECTION_MARGIN)

/** The id of a section as a choice names it. */
export const partKeyOf = (boardId: string, frame: string | null): string => `${boardId}/${frame ?? ''}`

/** A snapshot as it would be now. Restricted boards are never in it, whatever the choice says. */
export function composeSnapshot(composition: Composition): ComposedSnapshot {
  const { choice, locale } = composition
  const hide = nameHider(composition.people, locale)
  const open = composition.boards.filter(({ isRestricted }) => !isRestricted)
  const boards = new Map(open.map((board) => [board.id, redactedBoard(board, choice, locale, hide)]))
  const parts: SnapshotPart[] = []
  const pictures: ComposedSnapshot['pictures'] = []
  for (const key of new Set(choice.parts)) {
    const [boardId = '', frame = ''] = key.split('/')
    const board = boards.get(boardId)
    const part = board?.part(frame)
    if (board === undefined || part === undefined) continue
    if (part.picture !== null) {
      part.picture.key = `p${pictures.length + 1}`
      pictures.push({ key: part.picture.key, records: board.records, frame })
    }
    parts.push(part)
  }
  const overviews = open.flatMap(({ id, key }) => {
    const board = boards.get(id)
    const own = parts.filter((part) => part.key.startsWith(`${key}/`))
    return board === undefined ? [] : board.overview(own)
  })
  const shownBoards = overviews.map(({ title, records, width, height }, i): SnapshotBoard => {
    const key = `b${i + 1}`
    pictures.push({ key, records, frame: null })
    return { title, picture: { key, alt: overviewAlt(title, locale), width, height } }
  })
  const content: SnapshotContent = {
    version: 1,
    number: null,
    locale,
    title: hide(choice.title),
    madeAt: composition.madeAt,
    madeBy: composition.madeBy,
    sprint: withoutNamesInSprint(composition.sprint, hide),
    status: hide(choice.status),
    question: hide(choice.question),
    parts,
    comparedWith: null,
    boards: shownBoards,
  }
  const present = open.flatMap(({ key, records }) => records.map(({ id }) => `${key}/${id}`))
  return { content, pictures, present: new Set(present) }
}

/** Every section of a board that a snapshot could show, in the order of reading, and how many texts it holds. */
export function sectionsToChoose(
  board: SourceBoard,
  locale: Locale,
): { key: string; part: string; title: string; texts: number }[] {
  const shapes = new BoardShapes(board.records)
  const placed = new Map(readPlaced(shapes, { part: 'board' }).map((each) => [each.frame?.id ?? '', each]))
  const frames: (BoardRecord | null)[] = framesInOrder(shapes)
  if (placed.has('')) frames.push(null)
  return frames.map((frame) => ({
    key: partKeyOf(board.id, frame?.id ?? null),
    part: partKeyOf(board.key, frame?.id ?? null),
    title: titleOf(frame, locale),
    texts: countPlaced(placed.get(frame?.id ?? '')),
  }))
}

/** Letters by which a text is recognised in a list. */
const RECOGNISED = 160

/**
 * By section that is chosen, what is written there and may be shown: everything that the snapshot says, and what is left
 * out one by one. What is internal, an example or of a role that is left out is not among it.
 */
export function textsToChoose(
  board: SourceBoard,
  { choice, locale, people }: Pick<Composition, 'choice' | 'locale' | 'people'>,
): Map<string, SnapshotText[]> {
  const chosen = new Set(choice.parts)
  if (board.isRestricted || !choice.parts.some((key) => key.startsWith(`${board.id}/`))) return new Map()
  const { records } = redactedBoard(board, { ...choice, withoutShapes: [] }, locale, nameHider(people, locale))
  const sections = readPlaced(new BoardShapes(records), { part: 'board' })
  return new Map(
    sections.flatMap(({ frame, cells }): [string, SnapshotText[]][] => {
      const key = partKeyOf(board.id, frame?.id ?? null)
      const shapes = new Set(cells.flatMap(({ placed }) => placed.map(({ shape }) => shape)))
      const texts = [...shapes].map((shape) => ({
        id: `${board.id}/${shape.id}`,
        text: textOn(shape).trim().slice(0, RECOGNISED),
        role: roleOfNote(shape) ?? null,
      }))
      return chosen.has(key) ? [[key, texts]] : []
    }),
  )
}

const titleOf = (frame: BoardRecord | null, locale: Locale): string =>
  frame === null ? snapshotWord('outside', locale) : nameOf(frame) || snapshotWord('unnamed', locale)

/** A board without what is hidden, and its sections in words. */
function redactedBoard(board: SourceBoard, choice: SnapshotChoice, locale: Locale, hideNames: HideNames) {
  const ofBoard = (key: string) => (key.startsWith(`${board.id}/`) ? [key.slice(board.id.length + 1)] : [])
  const onlyRoles = Object.entries(choice.onlyRoles ?? {})
  const records = redactRecords(board.records, {
    withoutShapes: new Set(choice.withoutShapes.flatMap(ofBoard)),
    withoutRoles: new Set(choice.withoutRoles),
    onlyRoles: new Map(onlyRoles.flatMap(([key, roles]) => ofBoard(key).map((frame) => [frame, new Set(roles)]))),
    withExamples: choice.withExamples,
    hideNames,
  })
  const shapes = new BoardShapes(records)
  const readable = readableBoard(board.key, shapes, records, { locale, votes: board.votes ?? new Map() })
  const placed = new Map<string, PlacedSection>()
  for (const section of readPlaced(shapes, { part: 'board' })) placed.set(section.frame?.id ?? '', section)

  return {
    records,
    /** The board as a whole, where more of it is shown than one section that has a picture already. */
    overview(own: readonly SnapshotPart[]): (Overview & { title: string })[] {
      if (!choice.withPictures || own.every(({ notReached }) => notReached)) return []
      const overview = overviewOf(records, new Set(own.map(({ key }) => key.slice(board.key.length + 1))))
      return overview === undefined ? [] : [{ ...overview, title: hideNames(board.title) }]
    },
    /** Undefined for a section that is not there, or hidden. */
    part(frameId: string): SnapshotPart | undefined {
      const frame = frameId === '' ? null : shapes.get(frameId)
      if (frame === undefined || (frame !== null && frame.type !== 'frame')) return undefined
      const blocks = blocksOf(readable, frame, placed.get(frameId))
      const title = titleOf(frame, locale)
      const size = frame === null ? undefined : shapes.box(frame)
      const hasPicture = choice.withPictures && blocks.length > 0 && size !== undefined
      return {
        key: partKeyOf(board.key, frame?.id ?? null),
        board: hideNames(board.title),
        title,
        lead: leadOf(shapes, frame),
        notReached: blocks.length === 0,
        blocks,
        picture: hasPicture
          ? { key: '', alt: pictureAlt(title, locale), width: withMargin(size.w), height: withMargin(size.h) }
          : null,
      }
    },
  }
}

/** The question of a section. */
function leadOf(shapes: BoardShapes, frame: BoardRecord | null): string {
  const question = shapes.all.find((shape) => shape.parentId === frame?.id && metaOf(shape).part === 'question')
  return question === undefined ? '' : textOn(question).trim()
}

function withoutNamesInSprint(sprint: SnapshotContent['sprint'], hide: HideNames): SnapshotContent['sprint'] {
  if (sprint === null) return null
  const { title, challenge, day, purpose } = sprint
  return {
    title: hide(title),
    challenge: hide(challenge),
    day: day && { ...day, title: hide(day.title) },
    purpose: purpose && {
      ...purpose,
      words: hide(purpose.words),
      ...(purpose.why !== undefined && { why: hide(purpose.why) }),
      changed: purpose.changed && { before: hide(purpose.changed.before), why: hide(purpose.changed.why) },
    },
  }
}
