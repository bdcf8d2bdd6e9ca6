import type { Answer } from '@samtavle/shared/snapshot-api'
import type { SnapshotChange, SnapshotContent } from '@samtavle/shared/snapshot-content'

type Told = { title: string; text: string }

/** Everything that the pages below `/s/` say by themselves. */
export type ReaderWords = {
  skip: string
  print: string
  /** How a snapshot is called by its number, and one that has none yet. */
  snapshot: (number: number) => string
  preview: string
  casePage: string
  about: string
  frozen: (by: string) => string
  frozenEnd: string
  madeBy: Record<SnapshotContent['madeBy'], string>
  contents: string
  status: string
  decision: string
  toAnswer: string
  question: string
  purpose: string
  purposeChanged: string
  from: string
  to: string
  because: string
  newSince: (snapshot: string) => string
  nothingNew: (snapshot: string) => string
  change: Record<Exclude<SnapshotChange, 'same'>, string>
  changes: Record<Exclude<SnapshotChange, 'same'>, (count: number) => string>
  before: string
  example: string
  votes: (count: number) => string
  notReached: string
  fromBoard: (board: string) => string
  emptyCell: string
  enlarge: (title: string) => string
  /** Heading of the boards that are shown as wholes, by how many there are. */
  overview: (boards: number) => string
  overviewLead: string
  zoom: { in: string; out: string; whole: string; close: string; help: string }
  end: (snapshot: string) => string
  checksum: string
  answers: Record<Answer, string>
  answerLegend: string
  oneLine: string
  optional: string
  send: string
  becomes: string
  answered: (answer: string) => string
  replaces: string
  thanks: {
    title: string
    text: string
    answer: string
    sent: string
    stands: string
    back: string
    again: string
  }
  errors: {
    title: string
    choose: string
    tooLong: (letters: number) => string
    tooMany: (minutes: number) => string
    closed: string
  }
  gone: Told
  missing: Told
  failed: Told
  askSender: string
  signIn: Told & { button: string; none: string }
  passcode: Told & { label: string; open: string; wrong: string; slowed: (minutes: number) => string }
}
