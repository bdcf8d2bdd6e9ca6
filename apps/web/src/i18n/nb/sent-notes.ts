import type { Translated } from '../translated.ts'

export const sentNotes: Translated<'sentNotes'> = {
  takenBack_one: '{{count}} lapp er tatt tilbake.',
  takenBack_other: '{{count}} lapper er tatt tilbake.',
  stays_one: '{{count}} blir liggende på den andre tavlen, fordi noen har arbeidet videre med den.',
  stays_other: '{{count}} blir liggende på den andre tavlen, fordi noen har arbeidet videre med dem.',
  notTakenBack: 'Lappene er ikke tatt tilbake.',
}
