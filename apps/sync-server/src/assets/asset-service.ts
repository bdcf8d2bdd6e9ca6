import { createHash } from 'node:crypto'
import { ASSET_LIMITS, isAssetId } from '@samtavle/shared/board-asset'
import { AppError } from '@samtavle/shared/errors'
import type { Identity } from '../http/app-env.ts'
import type { AccessService, GrantedAccess } from '../sharing/access-service.ts'
import type { AssetFiles } from './asset-files.ts'
import type { AssetStore, StoredAsset } from './asset-store.ts'
import type { ReencodeImage } from './image-reencoder.ts'

export type AssetService = ReturnType<typeof createAssetService>

/** Never there, on another board, or malformed: one answer, so that it tells nobody which pictures exist. */
const noSuchAsset = (): AppError => new AppError('not_found', 'no such asset')

/** The rules of pictures on boards. What takes a `GrantedAccess` acts on that board only. */
export function createAssetService(deps: {
  store: Pick<AssetStore, 'add' | 'find' | 'placesOf'>
  files: Pick<AssetFiles, 'put' | 'has' | 'open'>
  reencode: ReencodeImage
  access: Pick<AccessService, 'among'>
  now: () => Date
}) {
  const { store, files, reencode, access, now } = deps
  return {
    /**
     * Puts a picture on the board: its pixels, encoded anew.
     * @throws AppError `not_a_picture`, `picture_too_big`, `too_many_requests`; `conflict` when the board is full of
     * pictures or can no longer be edited.
     */
    async add(board: GrantedAccess, sent: Uint8Array): Promise<StoredAsset> {
      const { bytes, type, width, height } = await reencode(sent)
      const id = createHash('sha256').update(bytes).digest('hex')
      const asset: StoredAsset = { id, type, bytes: bytes.byteLength, width, height }
      await files.put(id, bytes)
      const place = { boardId: board.boardId, actorId: board.identity.userId, now: now() }
      if (!(await store.add(asset, place))) throw new AppError('conflict', 'the board takes no more pictures')
      // Whoever removed unheld pictures meanwhile looks for the row after they removed the file.
      if (!(await files.has(id))) await files.put(id, bytes)
      return asset
    },

    /**
     * A picture that the board holds.
     * @throws AppError `not_found`.
     */
    async find(board: GrantedAccess, id: string): Promise<StoredAsset> {
      const asset = isAssetId(id) ? await store.find(board.boardId, id) : undefined
      if (asset === undefined) throw noSuchAsset()
      return asset
    },

    /**
     * Those of these pictures that the person may see on some board. What they may see they could also save and put on
     * a board of theirs.
     */
    async seenBy(identity: Identity, ids: readonly string[]): Promise<string[]> {
      const places = await store.placesOf(ids.slice(0, ASSET_LIMITS.perBoard), identity.userId)
      const open = await access.among(
        identity,
        places.map(({ boardId }) => boardId),
        'board.view',
      )
      return [...new Set(places.filter(({ boardId }) => open.has(boardId)).map(({ id }) => id))]
    },

    /**
     * The bytes of a picture that was found.
     * @throws AppError `not_found` when the file is gone.
     */
    async open({ id }: StoredAsset): Promise<ReadableStream<Uint8Array>> {
      const stream = await files.open(id)
      if (stream === undefined) throw noSuchAsset()
      return stream
    },
  }
}
