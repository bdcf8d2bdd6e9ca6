import { can, type Principal } from '@samtavle/shared/access'
import { hashSecret } from '../accounts/secret.ts'
import type { GuessLimits } from './guess-limits.ts'
import type { LinkStore } from './link-store.ts'
import type { SharedSnapshots } from './shared-snapshots.ts'

/** What the address of a snapshot opens. */
export type OpenedSnapshot = { snapshotId: string; linkId: string; mayAnswer: boolean }

export type SnapshotLinkService = ReturnType<typeof createSnapshotLinkService>

/** A secret of ours; anything else in an address is not worth asking the database about. */
const SECRET = /^[A-Za-z0-9_-]{20,100}$/

/** Opens snapshots by what stands in their address, for the page that is made without scripts. */
export function createSnapshotLinkService(deps: {
  links: Pick<LinkStore, 'anyBySecret' | 'countOpening'>
  snapshots: Pick<SharedSnapshots, 'find'>
  limits: Pick<GuessLimits, 'passcode'>
  verifyPasscode: (hash: string, passcode: string) => Promise<boolean>
  now: () => Date
}) {
  const { links, snapshots, limits, verifyPasscode, now } = deps
  return {
    /**
     * The snapshot of an address; undefined for an unknown one, `sign-in` when it is for people with an account and this is
     * none, `passcode` when another one is needed. `gone`: it was
     * withdrawn or its time is over, which is told only to whoever would have got in.
     * @param address where the caller asks from, for slowing down who guesses at passcodes
     * @throws AppError `too_many_requests`.
     */
    async resolve(
      token: string,
      passcode?: string,
      address?: string,
      principal: Principal = { kind: 'anonymous' },
    ): Promise<OpenedSnapshot | 'gone' | 'passcode' | 'sign-in' | undefined> {
      const link = SECRET.test(token) ? await links.anyBySecret(hashSecret(token), now()) : undefined
      if (link === undefined) return undefined
      const snapshotId = link.kind === 'snapshot' ? link.targetId : link.snapshotId
      if (snapshotId === null) return undefined
      const snapshot = await snapshots.find(snapshotId)
      const isOpen = link.isOpen && snapshot?.isOpen === true
      // Before the passcode: whoever has no account need not guess at it.
      const { needsAccount } = link
      if (!can(principal, 'snapshot-page.view', { kind: 'snapshot-page', isShared: true, needsAccount }))
        return isOpen ? 'sign-in' : undefined
      if (link.passcodeHash !== null && !link.isPassed) {
        if (passcode === undefined || passcode.trim() === '') return isOpen ? 'passcode' : undefined
        const attempt = limits.passcode(link.id, address)
        if (!(await verifyPasscode(link.passcodeHash, passcode.trim()))) return isOpen ? 'passcode' : undefined
        attempt.found()
      }
      return isOpen ? { snapshotId, linkId: link.id, mayAnswer: link.mayAnswer } : 'gone'
    },

    /** Counts that a snapshot was opened by a link, so many times; false when the link has ended meanwhile. */
    async opened(linkId: string, times = 1): Promise<boolean> {
      return await links.countOpening(linkId, now(), times)
    },
  }
}
