import type { AgendaDay } from '@samtavle/shared/agenda'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { metaOf } from '@samtavle/shared/board-meta'
import { BoardShapes } from '@samtavle/shared/board-shapes'
import { partKeyOf } from '@samtavle/shared/compose-snapshot'
import type { NoteRole } from '@samtavle/shared/note-role'
import { framesInOrder } from '@samtavle/shared/read-board'
import type { SnapshotChoice } from '@samtavle/shared/snapshot-api'
import { SNAPSHOT_WORDS } from '@samtavle/shared/snapshot-limits'
import { askedOn, type Draw, drawsOfDay } from '@samtavle/templates/programmes/manager-sees'

/** A board of the sprint, with its key in the agenda. */
export type PresetBoard = { id: string; key: string; records: readonly BoardRecord[] }

/** A choice that shows nothing yet. */
export const emptyChoice = (title: string): SnapshotChoice => ({
  title: title.slice(0, SNAPSHOT_WORDS.title),
  status: '',
  question: '',
  parts: [],
  withoutShapes: [],
  withoutRoles: [],
  withExamples: false,
  withPictures: true,
})

/** Keys of the boards that a day draws on, so that only those are read. */
export function boardsOfDay(programmeId: string, day: AgendaDay, keys: readonly string[]): string[] {
  const draws = drawsOfDay(programmeId, day).flat()
  return keys.filter((key) => draws.some(({ board }) => isOf(key, board)))
}

/** `T14-2` is another board of `T14`. */
const isOf = (key: string, board: string): boolean => key === board || key.startsWith(`${board}-`)

/** The snapshot of a day as its programme has it: what each sentence draws on, in the order of the sentences. */
export function presetChoice(programmeId: string, day: AgendaDay, boards: readonly PresetBoard[]): SnapshotChoice {
  const roles = new Map<string, Set<NoteRole> | 'all'>()
  for (const draw of drawsOfDay(programmeId, day).flat()) {
    for (const key of partsOf(draw, boards)) {
      const before = roles.get(key)
      const more = draw.roles === undefined || before === 'all' ? 'all' : new Set([...(before ?? []), ...draw.roles])
      roles.set(key, more)
    }
  }
  const parts = [...roles.keys()].slice(0, SNAPSHOT_WORDS.parts)
  const only = parts.flatMap((key) => {
    const own = roles.get(key)
    return own === undefined || own === 'all' ? [] : [[key, [...own]] as [string, NoteRole[]]]
  })
  return {
    ...emptyChoice(day.managerSees?.title ?? day.title),
    question: askedOn(day).slice(0, SNAPSHOT_WORDS.question),
    parts,
    ...(only.length > 0 && { onlyRoles: Object.fromEntries(only) }),
  }
}

/** The sections that a sentence names, as they lie on the boards; those that the short version lacks are not there. */
function partsOf({ board, sections }: Draw, boards: readonly PresetBoard[]): string[] {
  return boards
    .filter(({ key }) => isOf(key, board))
    .flatMap(({ id, records }) => {
      const frames = framesInOrder(new BoardShapes(records))
      return sections.flatMap((named) =>
        frames.filter((frame) => isNamed(frame, named)).map((frame) => partKeyOf(id, frame.id)),
      )
    })
}

function isNamed(frame: BoardRecord, named: string): boolean {
  const { section, cell } = metaOf(frame)
  return section !== undefined && (named === section || named === `${section}/${cell}`)
}

/** The whole of one board, in the order of reading. */
export function wholeBoardChoice(title: string, board: Pick<PresetBoard, 'id' | 'records'>): SnapshotChoice {
  const shapes = new BoardShapes(board.records)
  const isLoose = shapes.all.some(
    (shape) => shape.type !== 'frame' && shapes.frameOf(shape) === undefined && metaOf(shape).part === undefined,
  )
  const frames = framesInOrder(shapes).filter((frame) => metaOf(frame).section !== 'titelfelt')
  const parts = [...frames.map(({ id }) => partKeyOf(board.id, id)), ...(isLoose ? [partKeyOf(board.id, null)] : [])]
  return { ...emptyChoice(title), parts: parts.slice(0, SNAPSHOT_WORDS.parts) }
}
