import type { Translated } from '../translated.ts'

export const sentNotes: Translated<'sentNotes'> = {
  takenBack_one: '{{count}} note has been taken back.',
  takenBack_other: '{{count}} notes have been taken back.',
  stays_one: '{{count}} stays on the other board, because somebody has gone on with it.',
  stays_other: '{{count}} stay on the other board, because somebody has gone on with them.',
  notTakenBack: 'The notes have not been taken back.',
}
