import type { Principal } from '@samtavle/shared/access'
import type { Answer, SnapshotSummary } from '@samtavle/shared/snapshot-api'
import type { SnapshotContent } from '@samtavle/shared/snapshot-content'

/** What a link leads to, for somebody who may follow it now. */
export type ReadingLink = {
  /** Names the link without being able to use it. */
  linkId: string
  snapshotId: string
  /** Whether the question of the snapshot may be answered through it. */
  mayAnswer: boolean
}

/** Who knows the secrets of links; asked at every request, so that a withdrawn one ends at once. */
export type LinkResolver = {
  /**
   * @param address where the caller asks from, for slowing down who guesses at passcodes
   * @returns `gone` for a link that was withdrawn or has expired, `passcode` for an open one while the right passcode is
   * missing, `sign-in` for one that is for people with an account, undefined for what was never a link or must not be told from one
   * @throws AppError `too_many_requests` when too many passcodes were tried
   */
  resolve(
    token: string,
    passcode?: string,
    address?: string,
    principal?: Principal,
  ): Promise<ReadingLink | 'gone' | 'passcode' | 'sign-in' | undefined>
  /** Counts that a snapshot was opened by this link, so many times. */
  opened(linkId: string, times: number): Promise<unknown>
}

/** What may change about a published snapshot, and what names its content for ever. */
export type SnapshotState = Pick<SnapshotSummary, 'status' | 'sha256'>

/** A picture is drawn in both themes. */
export type PictureTheme = 'light' | 'dark'

/** Snapshots as they were frozen. */
export type SnapshotReader = {
  stateOf(snapshotId: string): Promise<SnapshotState | undefined>
  /** The frozen content; asked once in a while, because the same hash is the same content. */
  contentOf(snapshotId: string): Promise<SnapshotContent | undefined>
  /** A frozen picture as SVG. */
  pictureOf(snapshotId: string, key: string, theme: PictureTheme): Promise<string | undefined>
}

export type GivenAnswer = { answer: Answer; at: Date }

/** Where answers go: each becomes a line of the log and stays in it. */
export type AnswerBox = {
  /** The last answer to a snapshot, without its line: that is for the team, and others may hold the same link. */
  latest(snapshotId: string): Promise<GivenAnswer | undefined>
  /** @throws AppError `forbidden` or `gone` when answers are no longer taken */
  give(snapshotId: string, answer: { answer: Answer; words: string }): Promise<void>
}
