import { boardSchema } from '@samtavle/shared/record-schema'
import { createTLStore, type Signal, type TLStore } from '@tldraw/tldraw'
import { boardAssets } from './board-assets.ts'

type Collaboration = { status: Signal<'online' | 'offline'>; mode: Signal<'readonly' | 'readwrite'> }

/** An empty store for a board; whether it may be written in and is connected is told by `collaboration`. */
export function createBoardStore(boardId: string, collaboration: Collaboration): TLStore {
  return createTLStore({ schema: boardSchema, assets: boardAssets(boardId), collaboration })
}
