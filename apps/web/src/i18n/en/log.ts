import type { Translated } from '../translated.ts'

export const log: Translated<'log'> = {
  title: 'Process log',
  purposeNow: 'Purpose right now',
  noPurposeYet: 'The purpose has not been written yet.',
  changedWhen: 'Changed {{when}}',
  seeLog: 'See the process log',
  hasChanged: 'What has changed',
  whatWhen: '{{what}} · {{when}}',
  from: 'From',
  to: 'To',
  nothing: 'nothing',
  type_purpose: 'Purpose',
  type_plan: 'Plan',
  type_team: 'Team',
  type_audience: 'Target group',
  type_solution: 'Solution',
  type_mandate: 'Mandate',
  'type_side-benefit': 'Unexpected side benefit',
  'type_no-change': 'No change',
  loadFailed: 'The log could not be fetched.',
}
