import { createHash } from 'node:crypto'
import type { Principal } from '@samtavle/shared/access'
import type { SnapshotContent } from '@samtavle/shared/snapshot-content'
import type { AnswerState } from './answer-form.ts'
import { createKeptPages } from './kept-pages.ts'
import { documentText } from './markup.ts'
import { pictureNamed, picturesBelow } from './part-pictures.ts'
import type { ReaderFiles } from './reader-files.ts'
import type { AnswerBox, GivenAnswer, LinkResolver, ReadingLink, SnapshotReader } from './reader-ports.ts'
import { createSharedQuestions } from './shared-questions.ts'
import { snapshotPage } from './snapshot-page.ts'

/** Longer than any secret of ours: not worth asking about. */
const LONGEST_TOKEN = 200
/** Frozen contents that stay in memory, because pictures and forms of the same snapshot ask for them again. */
const KEPT_CONTENTS = 50

/** A snapshot that may be read now, through this link. */
export type OpenSnapshot = { link: ReadingLink; sha256: string; content: SnapshotContent; token: string }
export type NotOpen = 'gone' | 'missing' | 'passcode' | 'sign-in'

/** Something that the browser may hold: `version` names its bytes, `make` makes them unless they are kept. */
export type KeptAnswer = { version: string; make: () => Promise<Uint8Array> }

export type ReaderService = ReturnType<typeof createReaderService>

const versionOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22)

/** What may be read through which link, and the finished pages of it. */
export function createReaderService(deps: {
  links: LinkResolver
  snapshots: SnapshotReader
  answers: AnswerBox
  files: ReaderFiles
  timeZone: string
}) {
  const { links, snapshots, answers, files, timeZone } = deps
  const kept = createKeptPages()
  const contents = new Map<string, SnapshotContent>()
  const openings = createSharedQuestions<OpenSnapshot | NotOpen>()
  const givenAnswers = createSharedQuestions<GivenAnswer | undefined>()
  const latest = (snapshotId: string) => givenAnswers(snapshotId, () => answers.latest(snapshotId))

  async function contentOf(snapshotId: string, sha256: string): Promise<SnapshotContent | undefined> {
    const key = `${snapshotId} ${sha256}`
    const content = contents.get(key) ?? (await snapshots.contentOf(snapshotId))
    if (content === undefined) return undefined
    contents.delete(key)
    contents.set(key, content)
    const oldest = contents.keys().next().value
    if (contents.size > KEPT_CONTENTS && oldest !== undefined) contents.delete(oldest)
    return content
  }

  /**
   * Asked anew every time, so that what is withdrawn can no longer be read, whatever is kept.
   * @throws AppError `too_many_requests` when too many passcodes were tried
   */
  async function open(
    token: string,
    by: { unlocked?: ReadingLink | undefined; passcode?: string; address?: string; principal?: Principal } = {},
  ): Promise<OpenSnapshot | NotOpen> {
    if (token.length > LONGEST_TOKEN) return 'missing'
    const isAlike = by.unlocked === undefined && by.passcode === undefined && by.principal === undefined
    return isAlike ? await openings(token, () => openAnew(token, by)) : await openAnew(token, by)
  }

  async function openAnew(token: string, by: Parameters<typeof open>[1] & object): Promise<OpenSnapshot | NotOpen> {
    const resolved = await links.resolve(token, by.passcode, by.address, by.principal)
    // Whoever gave the passcode before need not do it again, as long as the link would ask for it.
    const link = resolved === 'passcode' && by.unlocked !== undefined ? by.unlocked : resolved
    if (link === undefined) return by.unlocked === undefined ? 'missing' : 'gone'
    if (typeof link === 'string') return link
    const state = await snapshots.stateOf(link.snapshotId)
    if (state?.status === 'withdrawn' || state?.status === 'expired') return 'gone'
    if (state?.status !== 'published' || state.sha256 === null) return 'missing'
    const content = await contentOf(link.snapshotId, state.sha256)
    return content === undefined ? 'missing' : { link, sha256: state.sha256, content, token }
  }

  const pathOf = (token: string): string => `/s/${encodeURIComponent(token)}`

  function render(
    { sha256, content, token }: OpenSnapshot,
    answer: AnswerState | null,
    isCase = false,
  ): Promise<string> {
    return documentText(
      snapshotPage({ content, sha256, pictureAt: picturesBelow(pathOf(token)), answer, isCase, timeZone, files }),
    )
  }

  function answerState(
    snapshot: OpenSnapshot,
    given: GivenAnswer | undefined,
    rest: Pick<AnswerState, 'typed' | 'problems'> = { typed: undefined, problems: [] },
  ): AnswerState {
    return { action: `${pathOf(snapshot.token)}/answer`, given, ...rest }
  }

  return {
    open,
    pathOf,

    /** The page as everybody sees it who has this link. */
    async page(snapshot: OpenSnapshot): Promise<KeptAnswer> {
      const { link, sha256, token } = snapshot
      const given = link.mayAnswer ? await latest(link.snapshotId) : undefined
      const about = link.mayAnswer ? `asked ${given?.answer ?? ''} ${given?.at.toISOString() ?? ''}` : 'read'
      const version = versionOf(files.version, link.snapshotId, sha256, token, about)
      const make = () => render(snapshot, link.mayAnswer ? answerState(snapshot, given) : null)
      return { version, make: () => kept.get(version, make) }
    },

    /** The same without anything that is asked: for showing to everybody, also inside the pages of other sites. */
    casePage(snapshot: OpenSnapshot): KeptAnswer {
      const { link, sha256, token } = snapshot
      const version = versionOf(files.version, link.snapshotId, sha256, token, 'case')
      return { version, make: () => kept.get(version, () => render(snapshot, null, true)) }
    },

    /** The page with what somebody typed and why it was not taken. */
    async pageWithProblems(snapshot: OpenSnapshot, rest: Pick<AnswerState, 'typed' | 'problems'>): Promise<string> {
      return await render(snapshot, answerState(snapshot, await answers.latest(snapshot.link.snapshotId), rest))
    },

    /** A picture by the name of its file; undefined for what is none of this snapshot. */
    async picture({ link, sha256, content }: OpenSnapshot, name: string): Promise<KeptAnswer | undefined> {
      const named = pictureNamed(content, name)
      if (named === undefined) return undefined
      const { key, theme } = named
      const version = versionOf('picture', link.snapshotId, sha256, key, theme)
      const make = async () => {
        const svg = await snapshots.pictureOf(link.snapshotId, key, theme)
        if (svg === undefined) throw new Error('a frozen picture is missing')
        return svg
      }
      return { version, make: () => kept.get(version, make) }
    },

    latestAnswer: ({ link }: OpenSnapshot) => answers.latest(link.snapshotId),
    give: ({ link }: OpenSnapshot, answer: Parameters<AnswerBox['give']>[1]) => answers.give(link.snapshotId, answer),
  }
}
