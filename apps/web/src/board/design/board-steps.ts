import type { BoardRecord } from '@samtavle/shared/board-doc'
import {
  type BoardStep,
  readBoardSteps,
  readBoardTime,
  type StepDraft,
  withBoardSteps,
} from '@samtavle/shared/board-steps'
import { checkLimits } from '@samtavle/shared/record-limits'
import type { TemplateTime } from '@samtavle/shared/template-about'
import { type Editor, TLDOCUMENT_ID, type TLDocument, type TLStore, useValue } from '@tldraw/tldraw'
import { designStep } from './design-edits.ts'

export type StepsOnBoard = { steps: readonly BoardStep[]; time: TemplateTime | undefined }

const NONE: StepsOnBoard = { steps: [], time: undefined }
const known = new WeakMap<TLDocument, StepsOnBoard>()

/** The steps that were written on a board, and their time; the same while nobody changes them. */
export function useBoardSteps(store: TLStore | null): StepsOnBoard {
  return useValue('steps on the board', () => readSteps(store), [store])
}

function readSteps(store: TLStore | null): StepsOnBoard {
  const document = store?.get(TLDOCUMENT_ID)
  if (document === undefined) return NONE
  const before = known.get(document)
  if (before !== undefined) return before
  const read = { steps: readBoardSteps(document.meta), time: readBoardTime(document.meta) }
  known.set(document, read)
  return read
}

/** Writes other steps on the board. @returns false when they are more than a board may hold: then nothing is written */
export function putBoardSteps(editor: Editor, steps: readonly BoardStep[], time: TemplateTime | undefined): boolean {
  const document = editor.store.get(TLDOCUMENT_ID)
  if (document === undefined) return false
  const next = { ...document, meta: withBoardSteps(document.meta, steps, time) } as TLDocument
  if (checkLimits(next as unknown as BoardRecord) !== undefined) return false
  designStep(editor, 'steps', () => editor.store.put([next]))
  return true
}

/** Steps in the order of a list, with places on the board: those that they had, when these still say the order. */
export function placedSteps(drafts: readonly StepDraft[], before: readonly BoardStep[]): BoardStep[] {
  const orders = new Map(before.map(({ id, order }) => [id, order]))
  let last = -1
  let isAscending = true
  const placed = drafts.map(({ id, title, text, minutes }) => {
    const order = orders.get(id) ?? Math.floor(last) + 1
    isAscending &&= order > last
    last = order
    return { id, title, text, minutes, order }
  })
  return isAscending ? placed : placed.map((step, order) => ({ ...step, order }))
}
