import { AppError } from '@samtavle/shared/errors'
import type { Answer } from '@samtavle/shared/snapshot-api'
import type { SnapshotContent } from '@samtavle/shared/snapshot-content'
import { createAttemptLimit } from '../src/accounts/sign-in-limits.ts'
import { createReaderFeature } from '../src/reader/reader-features.ts'
import type { GivenAnswer, LinkResolver, ReadingLink, SnapshotState } from '../src/reader/reader-ports.ts'

export type MemoryLink = Omit<ReadingLink, 'linkId'> & { isGone?: boolean; passcode?: string; needsAccount?: boolean }

/** Links, snapshots and answers in memory, and how often the frozen content was asked for. */
export function createMemoryReader() {
  const links = new Map<string, MemoryLink>()
  const snapshots = new Map<string, SnapshotState & { content: SnapshotContent }>()
  const answers: (GivenAnswer & { snapshotId: string; words: string })[] = []
  const asked = { contents: 0, pictures: 0, openings: 0 }
  const wrong = createAttemptLimit({ limit: 3, windowMs: 60_000, now: Date.now })
  const isClosed = { now: false }
  const resolver: LinkResolver = {
    async resolve(token, passcode, _address, principal) {
      const link = links.get(token)
      if (link === undefined) return undefined
      if (link.isGone === true) return 'gone'
      if (link.needsAccount === true && principal?.kind !== 'user') return 'sign-in'
      if (link.passcode !== undefined && passcode === undefined) return 'passcode'
      if (link.passcode !== undefined) {
        wrong.check(token)
        if (link.passcode !== passcode) {
          wrong.record(token)
          return 'passcode'
        }
      }
      const { snapshotId, mayAnswer } = link
      return { linkId: `link of ${token}`, snapshotId, mayAnswer }
    },
    async opened(_linkId, times) {
      asked.openings += times
    },
  }
  return {
    links,
    snapshots,
    answers,
    asked,
    /** Whether answers are refused. */
    isClosed,
    ports: (now: () => Date) => ({
      links: resolver,
      snapshots: {
        async stateOf(id: string) {
          return snapshots.get(id)
        },
        async contentOf(id: string) {
          asked.contents += 1
          return snapshots.get(id)?.content
        },
        async pictureOf(_id: string, key: string, theme: string) {
          asked.pictures += 1
          const [back, ink] = theme === 'dark' ? ['#151F1F', '#E7EFEE'] : ['#FFFFFF', '#10201F']
          return `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="540"><rect width="960" height="540" fill="${back}"/><text x="40" y="90" font-size="48" fill="${ink}">${key}</text></svg>`
        },
      },
      answers: {
        async latest(id: string) {
          return answers.findLast(({ snapshotId }) => snapshotId === id)
        },
        async give(snapshotId: string, answer: { answer: Answer; words: string }) {
          if (isClosed.now) throw new AppError('forbidden', 'the sprint is archived')
          answers.push({ snapshotId, ...answer, at: now() })
        },
      },
    }),
  }
}

/** The feature on these, with the limits that the server gives it. */
export function memoryReaderFeature(
  memory: ReturnType<typeof createMemoryReader>,
  options: Pick<Parameters<typeof createReaderFeature>[0], 'webRoot' | 'logger'> & {
    now?: () => Date
    embedOrigins?: readonly string[]
    isLimited?: boolean
    readSession?: Parameters<typeof createReaderFeature>[0]['readSession']
  },
) {
  const { now = () => new Date(), embedOrigins = [], isLimited = false, webRoot, logger } = options
  const { readSession = async () => null } = options
  const windowMs = 60_000
  const limit = (most: number) =>
    createAttemptLimit({ limit: isLimited ? most : 1_000_000, windowMs, now: () => now().getTime() })
  return createReaderFeature({
    ...memory.ports(now),
    limits: { answers: limit(3), links: limit(5) },
    ...{ readSession, webRoot, logger, now, embedOrigins, timeZone: 'Europe/Copenhagen', https: false },
  })
}
