import { randomInt, randomUUID } from 'node:crypto'
import { AppError } from '@samtavle/shared/errors'
import type { Locale } from '@samtavle/shared/locale'
import { PRESENCE_COLOURS } from '@samtavle/shared/presence-colour'
import type { Door, LinkFound } from '@samtavle/shared/share-link-api'
import { createSecret, hashSecret } from '../accounts/secret.ts'
import type { GuessLimits } from './guess-limits.ts'
import type { GuestStore } from './guest-store.ts'
import type { FoundLink, LinkStore } from './link-store.ts'
import type { SharedSnapshots } from './shared-snapshots.ts'
import { readWallCode } from './wall-code.ts'

export type JoinService = ReturnType<typeof createJoinService>

/** For how long the address of a snapshot is good that somebody got by a code or from the page of a sprint. */
export const SNAPSHOT_DOOR_MS = 12 * 60 * 60_000

/** What a guest is called who gave no name, before a number. */
const GUEST = { da: 'Gæst', en: 'Guest', nb: 'Gjest' } as const satisfies Record<Locale, string>

/** Unknown, expired, withdrawn, used up, and what it led to is closed: one answer. */
const expired = (): AppError => new AppError('link_expired', 'the link expired, was withdrawn or is used up')

/** What the browser holds already, and where it asks from. */
export type Caller = { session: Buffer | undefined; address: string }

/** Coming in by a share link. */
export function createJoinService(deps: {
  links: Pick<LinkStore, 'addDoor' | 'openByCode' | 'openBySecret'>
  guests: Pick<GuestStore, 'join' | 'passes'>
  snapshots: Pick<SharedSnapshots, 'find'>
  limits: GuessLimits
  verifyPasscode: (hash: string, passcode: string) => Promise<boolean>
  now: () => Date
}) {
  const { links, guests, snapshots, limits, verifyPasscode, now } = deps

  async function find({ secret, code }: Door, address: string): Promise<FoundLink | undefined> {
    const attempt = secret === undefined ? limits.code(address) : limits.secret(address)
    const typed = code === undefined ? undefined : readWallCode(code)
    let link: FoundLink | undefined
    if (secret !== undefined) link = await links.openBySecret(hashSecret(secret), now())
    else if (typed !== undefined) link = await links.openByCode(hashSecret(typed), now())
    if (link !== undefined) attempt.found()
    return link
  }

  /**
   * The link behind a door, with the right passcode where it has one.
   * @throws AppError `link_expired`, `passcode_needed`, `too_many_requests`.
   */
  async function enter(door: Door, { session, address }: Caller): Promise<FoundLink & { title: string }> {
    const link = await find(door, address)
    if (link === undefined) throw expired()
    const isKnown = async () =>
      session !== undefined && (await guests.passes(session, now())).some(({ linkId }) => linkId === link.id)
    if (link.usesMax !== null && link.uses >= link.usesMax && !(await isKnown())) throw expired()
    const snapshot = link.kind === 'snapshot' ? await snapshots.find(link.targetId) : undefined
    if (link.kind === 'snapshot' && snapshot?.isOpen !== true) throw expired()
    if (link.passcodeHash !== null) {
      if (door.passcode === undefined || door.passcode.trim() === '') throw new AppError('passcode_needed')
      const attempt = limits.passcode(link.id, address)
      if (!(await verifyPasscode(link.passcodeHash, door.passcode.trim()))) {
        throw new AppError('passcode_needed', 'another passcode')
      }
      attempt.found()
    }
    return { ...link, title: snapshot?.title ?? link.title ?? '' }
  }

  return {
    /** What a link leads to. */
    async lookUp(door: Door, caller: Caller): Promise<LinkFound> {
      const { kind, title, right, needsAccount, createdBy, expiresAt } = await enter(door, caller)
      // What is for people with an account is not named to whoever may have none.
      const shown = needsAccount ? '' : title
      return { kind, title: shown, needsAccount, right, invitedBy: createdBy, expiresAt: expiresAt.toISOString() }
    },

    /**
     * Comes in. Answers where to go, and the token of the browser's new session with its length in seconds; none for a
     * snapshot, which is opened by its address alone.
     */
    async join(
      door: Door & { name?: string | undefined; locale?: Locale | undefined },
      caller: Caller,
    ): Promise<{ to: string; session: { token: string; seconds: number } | null }> {
      const link = await enter(door, caller)
      if (link.kind === 'snapshot') return { to: await this.snapshotAddress(link.id, null), session: null }
      const token = createSecret()
      const joined = await guests.join(
        {
          linkId: link.id,
          guestId: randomUUID(),
          name: door.name ?? null,
          word: GUEST[door.locale ?? 'da'],
          colour: PRESENCE_COLOURS[randomInt(PRESENCE_COLOURS.length)] ?? 1,
          before: caller.session ?? null,
          session: hashSecret(token),
        },
        now(),
      )
      // Used up, withdrawn or over since it was found.
      if (joined === undefined) throw expired()
      const seconds = Math.ceil((joined.until.getTime() - now().getTime()) / 1000)
      const place = link.kind === 'board' ? 'boards' : 'sprints'
      return { to: `/guest/${place}/${link.targetId}`, session: { token, seconds } }
    },

    /**
     * An address of a snapshot for somebody whom its link, or that of its sprint, let in; good for half a day.
     * @param snapshotId null for the one that the link itself leads to
     */
    async snapshotAddress(linkId: string, snapshotId: string | null): Promise<string> {
      const secret = createSecret()
      const expiresAt = new Date(now().getTime() + SNAPSHOT_DOOR_MS)
      const door = { linkId, secretHash: hashSecret(secret), codeHash: null, snapshotId, expiresAt }
      if ((await links.addDoor(door, now())) === undefined) throw expired()
      return `/s/${secret}`
    },
  }
}
