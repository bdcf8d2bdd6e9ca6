import { assetIdOf } from '@samtavle/shared/board-asset'
import type { TLAssetStore } from '@tldraw/tldraw'
import { api } from '../api-client.ts'

/**
 * Where the canvas gets the pictures of a board: from this server only, and only those that a record names by their
 * content. An address in a record would tell its server who looks at the board (SEC-43): such a picture stays empty.
 */
export function boardAssets(boardId: string): TLAssetStore {
  return {
    upload: () => Promise.reject(new Error('pictures are put on a board by the queue of uploads')),
    resolve: (asset) => {
      const src = asset.props.src
      const id = assetIdOf(src)
      if (id !== undefined) return api.boardAsset(boardId, id)
      return typeof src === 'string' && /^data:image\/(png|jpeg|gif|webp);base64,/.test(src) ? src : null
    },
  }
}
