import { randomUUID } from 'node:crypto'
import { AppError } from '@samtavle/shared/errors'
import { isUuid } from '@samtavle/shared/ids'
import type {
  createShareLinkRequest,
  LinkKind,
  ShareLinks,
  updateShareLinkRequest,
  Wall,
} from '@samtavle/shared/share-link-api'
import type { z } from 'zod'
import { createSecret, hashSecret } from '../accounts/secret.ts'
import type { LiveRightsService } from '../sharing/live-rights-service.ts'
import type { LinkRow, LinkStore, LinkTarget } from './link-store.ts'
import { createWallCode } from './wall-code.ts'

/** Something that somebody may share, and why not just now. The right to it has been asked for. */
export type Shareable = LinkTarget & { userId: string; hindrance: ShareLinks['hindrance'] }

export type LinkService = ReturnType<typeof createLinkService>

const DAY = 24 * 60 * 60_000
/** For how long a link may be made: into a live board shorter than to what is only read. */
export const LONGEST_MS: Record<LinkKind, number> = { board: 31 * DAY, sprint: 366 * DAY, snapshot: 366 * DAY }
/** A code on a wall outlives the longest block of a day, and is worth nothing the next one. */
export const WALL_MS = 4 * 60 * 60_000
/** Open links to one thing. */
const LINKS_MAX = 50

/** A link of the target that is not open, or no link at all: one answer. */
const noSuchLink = (): AppError => new AppError('not_found', 'no such share link')

/** The rules of share links, for those who look after them. Open sockets follow every change within its request. */
export function createLinkService(deps: {
  store: Pick<LinkStore, 'addDoor' | 'change' | 'create' | 'list' | 'withdraw'>
  live: Pick<LiveRightsService, 'tellGuests'>
  hashPasscode: (passcode: string) => Promise<string>
  /** Address of the installation as people reach it, without a slash at the end. */
  publicAddress: () => string
  now: () => Date
}) {
  const { store, live, hashPasscode, publicAddress, now } = deps

  /** Behind the # it stays out of addresses, logs and Referer headers; a snapshot's page works without scripts. */
  const addressOf = (kind: LinkKind, secret: string): string =>
    `${publicAddress()}${kind === 'snapshot' ? '/s/' : '/j#'}${secret}`

  function endOf(kind: LinkKind, expiresAt: string): Date {
    const end = new Date(expiresAt)
    const ms = end.getTime() - now().getTime()
    if (ms <= 0 || ms > LONGEST_MS[kind]) throw new AppError('bad_request', 'expiresAt: in the past, or too far away')
    return end
  }

  return {
    async list(target: Shareable): Promise<ShareLinks> {
      return { links: (await store.list(target, now())).map(toShareLink), hindrance: target.hindrance }
    },

    /**
     * Makes a link. Its secret is in this answer and nowhere else.
     * @throws AppError `conflict` where nothing may be shared by link; `bad_request` for what its kind does not know.
     */
    async create(
      target: Shareable,
      request: z.infer<typeof createShareLinkRequest>,
    ): Promise<{ id: string; link: string }> {
      const { kind, id: targetId, userId } = target
      const { right, name = '', passcode, usesMax = null, mayAnswer = false, needsAccount = false } = request
      if (target.hindrance !== null) throw new AppError('conflict', `not shared by link: ${target.hindrance}`)
      if (kind !== 'board' && right !== 'view') throw new AppError('bad_request', 'right: only a board can be edited')
      if (kind !== 'snapshot' && mayAnswer) throw new AppError('bad_request', 'mayAnswer: only a snapshot asks')
      if (kind !== 'snapshot' && needsAccount) throw new AppError('bad_request', 'needsAccount: only a snapshot has it')
      if (kind === 'snapshot' && usesMax !== null)
        throw new AppError('bad_request', 'usesMax: a snapshot is not joined')
      const expiresAt = endOf(kind, request.expiresAt)
      const open = await store.list(target, now())
      if (open.length >= LINKS_MAX) throw new AppError('conflict', 'there are as many links as there may be')
      const id = randomUUID()
      const secret = createSecret()
      const passcodeHash = passcode === undefined ? null : await hashPasscode(passcode)
      await store.create({
        ...{ id, kind, targetId, right, name, mayAnswer, needsAccount, passcodeHash, usesMax, expiresAt },
        ...{ secretHash: hashSecret(secret), createdBy: userId, createdAt: now() },
      })
      return { id, link: addressOf(kind, secret) }
    },

    /**
     * Gives a link another right, or more time; less time is what withdrawing is for.
     * @throws AppError `not_found`, `bad_request`.
     */
    async change(target: Shareable, linkId: string, change: z.infer<typeof updateShareLinkRequest>): Promise<void> {
      const { right } = change
      if (target.kind !== 'board' && right !== undefined && right !== 'view') throw new AppError('bad_request', 'right')
      const expiresAt = change.expiresAt === undefined ? undefined : endOf(target.kind, change.expiresAt)
      if (!isUuid(linkId) || !(await store.change(target, linkId, { right, expiresAt }, now()))) throw noSuchLink()
      await live.tellGuests({ linkId })
    },

    /**
     * Closes a link for good. Whoever came by it is out when this resolves.
     * @throws AppError `not_found`.
     */
    async withdraw(target: Shareable, linkId: string): Promise<void> {
      const withdrawn = isUuid(linkId) && (await store.withdraw(target, linkId, now()))
      // Also when it was so already: an earlier attempt may have been committed without the rooms hearing of it.
      if (isUuid(linkId)) await live.tellGuests({ linkId })
      if (!withdrawn) throw noSuchLink()
    },

    /**
     * Another way in by the link for the wall of a room: a code to be typed and a secret to be scanned.
     * @throws AppError `not_found`.
     */
    async wall(target: Shareable, linkId: string): Promise<Wall> {
      const open = isUuid(linkId) ? (await store.list(target, now())).some(({ id }) => id === linkId) : false
      if (!open) throw noSuchLink()
      const secret = createSecret()
      const code = createWallCode()
      const end = new Date(now().getTime() + WALL_MS)
      const hashes = { secretHash: hashSecret(secret), codeHash: hashSecret(code) }
      const expiresAt = await store.addDoor({ linkId, ...hashes, snapshotId: null, expiresAt: end }, now())
      if (expiresAt === undefined) throw noSuchLink()
      const address = `${publicAddress().replace(/^https?:\/\//, '')}/j`
      return { code, link: addressOf(target.kind, secret), address, expiresAt: expiresAt.toISOString() }
    },
  }
}

function toShareLink(row: LinkRow): ShareLinks['links'][number] {
  const { id, name, right, mayAnswer, needsAccount, uses, usesMax, createdBy } = row
  const { passcodeHash, createdAt, expiresAt, lastUsedAt } = row
  return {
    ...{ id, name, right, mayAnswer, needsAccount, uses, usesMax, createdBy },
    hasPasscode: passcodeHash !== null,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }
}
