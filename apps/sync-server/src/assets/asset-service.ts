import { createHash } from 'node:crypto'
import { ASSET_LIMITS, isAssetId } from '@samtavle/shared/board-asset'
import { AppError } from '@samtavle/shared/errors'
import type { Identity } from '../http/app-env.ts'
import type { AccessService, VisitorAccess } from '../sharing/access-service.ts'
import type { AssetFiles } from './asset-files.ts'
import type { AssetStore, StoredAsset } from './asset-store.ts'
import type { ReencodeImage } from './image-reencoder.ts'

export type AssetService = ReturnType<typeof createAssetService>

/** Never there, on another board, or malformed: one answer, so that it tells nobody which pictures exist. */
const noSuchAsset = (): AppError => new AppError('not_found', 'no such asset')

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** For so long after the last one what was sent waits for its board, in ms; shorter than the sweep lets it lie. */
export const SENT_MS = 60 * 60_000
/** Pictures that one statement asks about. */
const ASKED = 1_000

/** The rules of pictures on boards. What takes a board acts on that board only. */
export function createAssetService(deps: {
  store: Pick<AssetStore, 'add' | 'find' | 'known' | 'placesOf' | 'renewSent' | 'send' | 'sentBy'>
  files: Pick<AssetFiles, 'put' | 'has' | 'open' | 'remove'>
  reencode: ReencodeImage
  access: Pick<AccessService, 'among'>
  now: () => Date
}) {
  const { store, files, reencode, access, now } = deps

  /** Its pixels, encoded anew and kept; `note` makes them known, or says that they may not be: then `refusal` is thrown. */
  async function keep(
    sent: Uint8Array,
    note: (asset: StoredAsset) => Promise<boolean>,
    refusal: () => AppError,
  ): Promise<StoredAsset> {
    const { bytes, type, width, height } = await reencode(sent)
    const id = hashOf(bytes)
    const asset: StoredAsset = { id, type, bytes: bytes.byteLength, width, height }
    await files.put(id, bytes)
    if (!(await note(asset))) {
      await forget(asset, bytes)
      throw refusal()
    }
    // Whoever removed unheld pictures meanwhile looks for the row after they removed the file.
    if (!(await files.has(id))) await files.put(id, bytes)
    return asset
  }

  /** Takes away the file of a picture of which nobody has noted anything. */
  async function forget({ id }: StoredAsset, bytes: Uint8Array): Promise<void> {
    if ((await store.known(id)) !== undefined) return
    await files.remove(id)
    // As above: whoever noted it meanwhile has looked for the file already.
    if ((await store.known(id)) !== undefined) await files.put(id, bytes)
  }

  const since = (): Date => new Date(now().getTime() - SENT_MS)

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
    async add(board: Pick<VisitorAccess, 'boardId' | 'visitorId'>, sent: Uint8Array): Promise<StoredAsset> {
      const place = { boardId: board.boardId, actorId: board.visitorId }
      return await keep(
        sent,
        (asset) => store.add(asset, { ...place, now: now() }),
        () => new AppError('conflict', 'the board takes no more pictures'),
      )
    },

    /**
     * Takes a picture for a board that this person is about to make from a file: its pixels, encoded anew. One that they
     * may see on a board here is taken as it lies here: going back to a backup takes nothing from it while such a
     * board still holds it. All that they sent within the hour waits from now on.
     * @param said the SHA-256 that the file says its bytes have
     * @throws AppError `bad_request` when they have another; `not_a_picture`, `picture_too_big`; `too_many_requests`,
     * also when as many pictures of theirs wait as a board may hold.
     */
    async send(identity: Identity, sent: Uint8Array, said: string | undefined): Promise<StoredAsset> {
      if (said !== undefined && hashOf(sent) !== said) throw new AppError('bad_request', 'the bytes are damaged')
      await store.renewSent(identity.userId, since(), now())
      const note = (asset: StoredAsset) => store.send(asset, { userId: identity.userId, since: since(), now: now() })
      const refusal = () => new AppError('too_many_requests', 'too many pictures wait for a board')
      const [seen] = said === undefined ? [] : await seenOnBoards(identity, [said])
      const lies = seen === undefined ? undefined : await store.known(seen)
      if (lies !== undefined) {
        // Its board may be gone before the new one is there, and the file with it: these are its bytes.
        if (!(await note(lies))) throw refusal()
        if (!(await files.has(lies.id))) await files.put(lies.id, sent)
        return lies
      }
      return await keep(sent, note, refusal)
    },

    /**
     * A picture that the board holds.
     * @throws AppError `not_found`.
     */
    async find(board: Pick<VisitorAccess, 'boardId'>, id: string): Promise<StoredAsset> {
      const asset = isAssetId(id) ? await store.find(board.boardId, id) : undefined
      if (asset === undefined) throw noSuchAsset()
      return asset
    },

    /**
     * Those of these pictures that a new board of this person's may hold: what they sent a moment ago, and what they may
     * see on some board, since that they could also save and send. No more than a board takes.
     */
    async givenTo(identity: Identity, ids: readonly string[]): Promise<string[]> {
      const given = new Set<string>()
      for (let from = 0; from < ids.length && given.size < ASSET_LIMITS.perBoard; from += ASKED) {
        const asked = ids.slice(from, from + ASKED)
        const sent = await store.sentBy(identity.userId, asked, since())
        for (const id of [...sent, ...(await seenOnBoards(identity, asked))]) given.add(id)
      }
      return [...given].slice(0, ASSET_LIMITS.perBoard)
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
