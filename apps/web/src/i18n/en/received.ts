import type { Translated } from '../translated.ts'

export const received: Translated<'received'> = {
  title: 'Learning loops you have received',
  intro: 'They were handed over to you from sprints that you are not in.',
  page: 'Learning loop',
  back: 'Sprints',
  onlyThis:
    'You are the receiving owner of this learning loop. You can write rounds down and move them. The rest of the sprint stays with its team.',
  fromSprint: 'From the sprint {{sprint}}',
  ended: 'Ended',
  noRound: 'No round is planned',
  loadFailed: 'The learning loop could not be loaded.',
  ownerReceives:
    '{{name}} is not in the sprint and becomes the receiving owner: sees this learning loop only, is reminded of its rounds, writes them down and moves them.',
  ownerLeft:
    '{{name}} is not in the sprint any more and cannot see the learning loop. The facilitator is reminded of its rounds.',
  receiver: 'receiving owner',
  notInSprint: 'not in the sprint',
  trial: 'Trial action behind it',
  trialHint: 'The owner can read what it has taught you, even without being in the sprint.',
  noTrial: 'None',
  otherTrial: 'The one that is chosen now',
  trialTitle: 'What the trial action has taught us',
  hypothesis: 'Hypothesis: {{words}}',
  nothingLearned: 'What it has taught you has not been written down yet.',
  trialLines: 'From the log of the trial action',
}
