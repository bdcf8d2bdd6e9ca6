import { createHash } from 'node:crypto'
import { AppError } from '@samtavle/shared/errors'
import type { Theme } from '@samtavle/shared/palette'
import type { SnapshotAnswer, SnapshotChoice, SnapshotSummary } from '@samtavle/shared/snapshot-api'
import type { SnapshotContent } from '@samtavle/shared/snapshot-content'
import { type GrantedScope, type GrantedSnapshot, noSuchSnapshot } from './snapshot-access-service.ts'
import type { Draft, SnapshotComposer } from './snapshot-composer.ts'
import { type SnapshotRow, summaryOf } from './snapshot-rows.ts'
import type { SnapshotStore } from './snapshot-store.ts'

export type SnapshotService = ReturnType<typeof createSnapshotService>

const choiceOf = ({ choice }: SnapshotRow): SnapshotChoice => JSON.parse(choice) as SnapshotChoice
const draftOf = ({ of, madeBy, row }: GrantedSnapshot): Draft => {
  return { of, madeBy, day: row.day, choice: choiceOf(row) }
}
/** Names the state of a choice; the same in SQL, see `putChoice` of the store. */
const versionOf = (choice: string): string => createHash('sha256').update(choice).digest('hex')
const changedMeanwhile = () => new AppError('conflict', 'somebody changed or published this snapshot meanwhile')
const noDraft = () => new AppError('conflict', 'this snapshot is published, and stays as it is')

/** Drafts, publishing them, and what can still be done with what was published. */
export function createSnapshotService(deps: { store: SnapshotStore; composer: SnapshotComposer; now: () => Date }) {
  const { store, composer, now } = deps
  /** The end of the last publishing of each sprint or board: each is compared with the one before it. */
  const turns = new Map<string, Promise<unknown>>()

  async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
    const own = (turns.get(name) ?? Promise.resolve()).catch(() => {}).then(work)
    turns.set(name, own)
    try {
      return await own
    } finally {
      if (turns.get(name) === own) turns.delete(name)
    }
  }

  async function summary({ of, row }: GrantedSnapshot): Promise<SnapshotSummary> {
    const [fresh, answers] = await Promise.all([store.find(row.id), store.answers(of)])
    if (fresh === undefined) throw noSuchSnapshot()
    return summaryOf(fresh, answers, now())
  }

  async function addDraft({ of, identity }: GrantedScope, day: string | null, choice: SnapshotChoice): Promise<string> {
    const { title } = choice
    const made = { prepared: false, madeBy: identity.userId, at: now() }
    return await store.addDraft({ ...of, ...made, day, title, choice: JSON.stringify(choice) })
  }

  return {
    async list({ of, mayMake }: GrantedScope): Promise<{ snapshots: SnapshotSummary[]; mayMake: boolean }> {
      const [rows, answers] = await Promise.all([store.list(of), store.answers(of)])
      const seen = mayMake ? rows : rows.filter(({ status }) => status !== 'draft')
      return { snapshots: seen.map((row) => summaryOf(row, answers, now())), mayMake }
    },

    /** A draft from what the programme shows of a day; of no day, one that shows nothing yet. */
    async createForSprint(granted: GrantedScope, day: string | null): Promise<string> {
      const choice = day === null ? await composer.nothingOf(granted.of) : await composer.presetOf(granted.of, day)
      return await addDraft(granted, day, choice)
    },

    /** A draft of all of a board. */
    async createForBoard(granted: GrantedScope, boardId: string): Promise<string> {
      return await addDraft(granted, null, await composer.wholeBoard(granted.of, boardId))
    },

    async read(granted: GrantedSnapshot): Promise<SnapshotAnswer> {
      const { row, of, mayMake, mayAnswer } = granted
      const about = { ...of, mayMake, mayAnswer: mayAnswer && row.status !== 'draft' }
      if (row.status !== 'draft') {
        const content = await store.content(row.id)
        if (content === undefined) throw new Error('a published snapshot has no content')
        const frozen = { content: JSON.parse(content) as SnapshotContent, choice: null, sections: null, version: null }
        return { snapshot: await summary(granted), ...about, ...frozen }
      }
      const { content, sections } = await composer.preview(draftOf(granted))
      const answer = { snapshot: await summary(granted), content: JSON.parse(content) as SnapshotContent }
      if (row.prepared) await store.noteSeen(row.id)
      return { ...answer, ...about, choice: choiceOf(row), version: versionOf(row.choice), sections }
    },

    /** What its page is made of: the frozen content, or that of a draft as it would be now. */
    async pageOf(granted: GrantedSnapshot): Promise<{ content: SnapshotContent; sha256: string }> {
      const { row } = granted
      const isDraft = row.status === 'draft'
      const content = isDraft ? (await composer.everyWord(draftOf(granted))).content : await store.content(row.id)
      if (content === undefined) throw new Error('a published snapshot has no content')
      const sha256 = row.sha256 ?? createHash('sha256').update(content).digest()
      return { content: JSON.parse(content) as SnapshotContent, sha256: Buffer.from(sha256).toString('hex') }
    },

    /** A picture of it, gzipped: the frozen one, or as it would be now. @throws AppError `not_found` */
    async picture(
      granted: GrantedSnapshot,
      key: string,
      theme: Theme,
    ): Promise<{ payload: Uint8Array; sha256: Uint8Array }> {
      const { row } = granted
      const picture =
        row.status === 'draft'
          ? await composer.picture(draftOf(granted), key, theme)
          : await store.picture(row.id, key, theme)
      if (picture === undefined) throw new AppError('not_found', 'no such picture')
      return picture
    },

    /**
     * Answers the version that the choice has now.
     * @param was the version that was changed; without it, whatever is there
     * @throws AppError `conflict` when it is published, or is another version by now
     */
    async putChoice({ row }: GrantedSnapshot, choice: SnapshotChoice, was?: string): Promise<{ version: string }> {
      const text = JSON.stringify(choice)
      if (!(await store.putChoice(row.id, choice.title, text, was ?? null))) throw changedMeanwhile()
      return { version: versionOf(text) }
    },

    /** @throws AppError `conflict` when it is published. */
    async remove({ row }: GrantedSnapshot): Promise<void> {
      if (!(await store.removeDraft(row.id))) throw noDraft()
    },

    /**
     * Freezes the draft as the boards are now, and gives it its number.
     * @throws AppError `bad_request` when it shows nothing, or ends before it begins; `conflict` when it is published, or
     * somebody changed it meanwhile.
     */
    async publish(granted: GrantedSnapshot, expiresAt: Date | null, version?: string): Promise<SnapshotSummary> {
      const { of, row, identity } = granted
      if (row.status !== 'draft') throw noDraft()
      if (version !== undefined && version !== versionOf(row.choice)) throw changedMeanwhile()
      if (expiresAt !== null && expiresAt <= now()) throw new AppError('bad_request', 'expiresAt: in the past')
      return await inTurn(of.sprintId ?? of.boardId, async () => {
        const frozen = await composer.everything(draftOf(granted))
        if (frozen.parts === 0) throw new AppError('bad_request', 'parts: there is nothing to show')
        const { id, choice } = row
        const done = await store.publish(of, { id, choice, frozen, publishedBy: identity.userId, at: now(), expiresAt })
        if (!done) throw changedMeanwhile()
        return await summary(granted)
      })
    },

    /** Twice is once. @throws AppError `conflict` for a draft. */
    async withdraw(granted: GrantedSnapshot): Promise<SnapshotSummary> {
      if (!(await store.withdraw(granted.row.id, now()))) throw new AppError('conflict', 'a draft cannot be withdrawn')
      return await summary(granted)
    },

    /** *Endelig*. Twice is once. @throws AppError `conflict` for a draft, and for one that was withdrawn. */
    async markFinal(granted: GrantedSnapshot): Promise<SnapshotSummary> {
      if (!(await store.markFinal(granted.row.id, now())))
        throw new AppError('conflict', 'only what is published can be final')
      return await summary(granted)
    },
  }
}
