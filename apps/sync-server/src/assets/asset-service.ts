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

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** For so long what was sent waits for its board, in ms; shorter than the sweep lets it lie. */
export const SENT_MS = 60 * 60_000

/** The rules of pictures on boards. What takes a `GrantedAccess` acts on that board only. */
export function createAssetService(deps: {
  store: Pick<AssetStore, 'add' | 'find' | 'known' | 'placesOf' | 'send' | 'sentBy'>
  files: Pick<AssetFiles, 'put' | 'has' | 'open'>
  reencode: ReencodeImage
  access: Pick<AccessService, 'among'>
  now: () => Date
}) {
  const { store, files, reencode, access, now } = deps

  /** Its pixels, encoded anew and kept; `note` makes them known, or says that they may not be. */
  async function keep(sent: Uint8Array, note: (asset: StoredAsset) => Promise<boolean>): Promise<StoredAsset> {
    const { bytes, type, width, height } = await reencode(sent)
    const id = hashOf(bytes)
    const asset: StoredAsset = { id, type, bytes: bytes.byteLength, width, height }
    await files.put(id, bytes)
    if (!(await note(asset))) throw new AppError('conflict', 'the board takes no more pictures')
    // Whoever removed unheld pictures meanwhile looks for the row after they removed the file.
    if (!(await files.has(id))) await files.put(id, bytes)
    return asset
  }

  /** Those of these pictures that the person may see on some board. */
  async function seenOnBoards(identity: Identity, ids: readonly string[]): Promise<string[]> {
    const places = await store.placesOf(ids, identity.userId)
    const open = await access.among(
      identity,
      places.map(({ boardId }) => boardId),
      'board.view',
    )
    return places.filter(({ boardId }) => open.has(boardId)).map(({ id }) => id)
  }

  return {
    /**
     * Puts a picture on the board: its pixels, encoded anew.
     * @throws AppError `not_a_picture`, `picture_too_big`, `too_many_requests`; `conflict` when the board is full of
     * pictures or can no longer be edited.
     */
    async add(board: GrantedAccess, sent: Uint8Array): Promise<StoredAsset> {
      const place = { boardId: board.boardId, actorId: board.identity.userId }
      return await keep(sent, (asset) => store.add(asset, { ...place, now: now() }))
    },

    /**
     * Takes a picture for a board that this person is about to make from a file: its pixels, encoded anew. One that they
     * may see here already is taken as it lies here, so that going back to a backup takes nothing from it.
     * @param said the SHA-256 that the file says its bytes have
     * @throws AppError `bad_request` when they have another; `not_a_picture`, `picture_too_big`, `too_many_requests`.
     */
    async send(identity: Identity, sent: Uint8Array, said: string | undefined): Promise<StoredAsset> {
      if (said !== undefined && hashOf(sent) !== said) throw new AppError('bad_request', 'the bytes are damaged')
      const [seen] = said === undefined ? [] : await seenOnBoards(identity, [said])
      const lies = seen === undefined ? undefined : await store.known(seen)
      if (lies !== undefined) {
        // Its board may be gone before the new one is there, and the file with it: these are its bytes.
        await store.send(lies, identity.userId, now())
        if (!(await files.has(lies.id))) await files.put(lies.id, sent)
        return lies
      }
      return await keep(sent, async (asset) => {
        await store.send(asset, identity.userId, now())
        return true
      })
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
     * Those of these pictures that a new board of this person's may hold: what they sent a moment ago, and what they may
     * see on some board, since that they could also save and send. No more than a board takes.
     */
    async givenTo(identity: Identity, ids: readonly string[]): Promise<string[]> {
      const asked = ids.slice(0, ASSET_LIMITS.perBoard)
      const since = new Date(now().getTime() - SENT_MS)
      const sent = await store.sentBy(identity.userId, asked, since)
      return [...new Set([...sent, ...(await seenOnBoards(identity, asked))])]
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
