import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { AgendaDay } from '@samtavle/shared/agenda'
import { type BoardRecord, readAllRecords } from '@samtavle/shared/board-doc'
import { changedPurpose, comparedContent } from '@samtavle/shared/compare-snapshots'
import {
  type Composition,
  composeSnapshot,
  type SourceBoard,
  sectionsToChoose,
  textsToChoose,
} from '@samtavle/shared/compose-snapshot'
import type { Theme } from '@samtavle/shared/palette'
import { checkRecord, hasParentCycle } from '@samtavle/shared/record-schema'
import type { SnapshotChoice, SnapshotSection } from '@samtavle/shared/snapshot-api'
import type { SnapshotContent } from '@samtavle/shared/snapshot-content'
import * as Y from 'yjs'
import { withDocument } from '../rooms/stored-document.ts'
import { drawOverview, drawPart } from './draw-part.ts'
import { emptyChoice, type PresetBoard, presetChoice, wholeBoardChoice } from './preset-choice.ts'

/** A board as it is stored. */
export type StoredBoard = Omit<SourceBoard, 'records'> & { generation: number; payloads: Uint8Array[] }

/** What one snapshot is made of; plain data, so that it can be handed to a thread. */
export type FreezeJob = {
  composition: Omit<Composition, 'boards'>
  /** The newest version of the purpose, and why it became that. */
  purpose: { words: string; version: number; why: string } | null
  boards: readonly StoredBoard[]
  /** The content of the snapshot before, as it is stored. */
  previous: string | null
  want:
    | { kind: 'preview' }
    | { kind: 'words' }
    | { kind: 'picture'; key: string; theme: Theme }
    /** Also the boards as they are now, and every picture. */
    | { kind: 'everything' }
}

/** Bytes of something, gzipped; sum and length are of what was zipped. */
export type Zipped = { payload: Uint8Array; sha256: Uint8Array; bytes: number }

export type Frozen = {
  /** JSON, which begins as `CONTENT_BEGINS` says. */
  content: string
  /** How many sections it shows. */
  parts: number
  /** For a preview. */
  sections: SnapshotSection[]
  sources: (Zipped & { boardId: string; generation: number })[]
  pictures: (Zipped & { key: string; theme: Theme })[]
  /** Records that no canvas would show, and that were left out. */
  invalid: number
}

/** What a new draft is made of: a day of a sprint, or a whole board. */
export type ChoiceJob = {
  boards: readonly (StoredBoard & { sprintKey: string })[]
  of: { programmeId: string; day: AgendaDay } | { title: string }
}

const THEMES: readonly Theme[] = ['light', 'dark']
/** How a content begins that has no number yet. */
export const CONTENT_BEGINS = '{"version":1,"number":null,'
/** The same content with its number. */
export const numberedContent = (content: string, number: number): string =>
  `{"version":1,"number":${number},${content.slice(CONTENT_BEGINS.length)}`

/** Reads, composes, compares, draws and zips: seconds of work for a large board, so never on the main loop. */
export function freeze({ composition, purpose, boards, previous, want }: FreezeJob): Frozen {
  const before = previous === null ? null : (JSON.parse(previous) as SnapshotContent)
  let invalid = 0
  const sources: Frozen['sources'] = []
  const read = boards.map(({ payloads, generation, ...board }): SourceBoard => {
    return withDocument({ payloads }, (doc) => {
      if (want.kind === 'everything' && !board.isRestricted) {
        sources.push({ ...zipped(Y.encodeStateAsUpdate(doc)), boardId: board.id, generation })
      }
      const { records, invalid: left } = validRecords(doc)
      invalid += left
      return { ...board, records }
    })
  })
  const sprint = composition.sprint && { ...composition.sprint, purpose: changedPurpose(purpose, before) }
  const composed = composeSnapshot({ ...composition, sprint, boards: read })
  const { locale } = composition
  const pictures = composed.pictures.flatMap(({ key, records, frame }) =>
    THEMES.filter((theme) => isWanted(want, key, theme)).map((theme) => {
      const svg = frame === null ? drawOverview(records, theme, locale) : drawPart(records, frame, theme, locale)
      return { ...zipped(new TextEncoder().encode(svg)), key, theme }
    }),
  )
  const sections = want.kind === 'preview' ? read.flatMap((board) => sectionsOfBoard(board, composition)) : []
  const { version, number, ...rest } = comparedContent(composed.content, before, composed.present)
  return {
    content: JSON.stringify({ version, number, ...rest }),
    parts: rest.parts.length,
    sections,
    sources,
    pictures,
    invalid,
  }
}

/** What a new draft shows. */
export function choose({ boards, of }: ChoiceJob): SnapshotChoice {
  const read = boards.map(({ payloads, id, sprintKey }): PresetBoard => {
    return { id, key: sprintKey, records: withDocument({ payloads }, validRecords).records }
  })
  if ('day' in of) return presetChoice(of.programmeId, of.day, read)
  const [board] = read
  return board === undefined ? emptyChoice(of.title) : wholeBoardChoice(of.title, board)
}

/** What the thread is asked for. */
export type Task = { kind: 'freeze'; job: FreezeJob } | { kind: 'choose'; job: ChoiceJob }

export const runTask = (task: Task): Frozen | SnapshotChoice =>
  task.kind === 'freeze' ? freeze(task.job) : choose(task.job)

/** What a canvas would show of a document: anybody may have written anything there. */
function validRecords(doc: Y.Doc): { records: BoardRecord[]; invalid: number } {
  const all = new Map(readAllRecords(doc).map((record) => [record.id, record]))
  const records = [...all.values()].filter(
    (record) => checkRecord(record, record.id).ok && !hasParentCycle(record.id, (id) => all.get(id)),
  )
  return { records, invalid: all.size - records.length }
}

const isWanted = (want: FreezeJob['want'], key: string, theme: Theme): boolean =>
  want.kind === 'everything' || (want.kind === 'picture' && want.key === key && want.theme === theme)

function sectionsOfBoard(board: SourceBoard, composition: FreezeJob['composition']): SnapshotSection[] {
  const hindrance = board.isRestricted ? 'restricted' : null
  const texts = textsToChoose(board, composition)
  return sectionsToChoose(board, composition.locale).map((section) => {
    const items = texts.get(section.key) ?? []
    return { ...section, boardId: board.id, board: board.title, hindrance, items }
  })
}

function zipped(bytes: Uint8Array): Zipped {
  return { payload: gzipSync(bytes), sha256: createHash('sha256').update(bytes).digest(), bytes: bytes.byteLength }
}
