/** Notes that were sent on, taken back. */
export const sentNotes = {
  takenBack_one: '{{count}} seddel er taget tilbage.',
  takenBack_other: '{{count}} sedler er taget tilbage.',
  stays_one: '{{count}} bliver liggende på den anden tavle, fordi nogen har arbejdet videre med den.',
  stays_other: '{{count}} bliver liggende på den anden tavle, fordi nogen har arbejdet videre med dem.',
  notTakenBack: 'Sedlerne er ikke taget tilbage.',
} as const
