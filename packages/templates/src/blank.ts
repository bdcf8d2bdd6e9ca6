import type { BoardRecord } from '@samtavle/shared/board-doc'

/** The records of an empty board: tldraw's document and one page. `newId` gives the part of the id after the colon. */
export function blankBoardRecords(options: { name: string; newId: () => string }): BoardRecord[] {
  return [
    { id: 'document:document', typeName: 'document', gridSize: 10, name: '', meta: {} },
    { id: `page:${options.newId()}`, typeName: 'page', name: options.name, index: 'a1', meta: {} },
  ]
}
