import { words } from '../template.ts'
import { clock, lunch, manager, pause, work, wrapUp } from './block.ts'
import type { Programme } from './programme.ts'

/** Domain guide, 5.4: a sprint in one day, 8.30–15.00. */
export const MINI_SPRINT: Programme = {
  id: 'mini-sprint',
  name: words('Mini-innovationssprint', 'Mini sprint', 'Minisprint'),
  purpose: words(
    'En hel dag fra udfordring til én prøvehandling, der er klar i morgen.',
    'A whole day from a challenge to one trial action that is ready tomorrow.',
    'En hel dag fra utfordring til én utprøving som er klar i morgen.',
  ),
  duration: words('1 dag, 6½ time', '1 day, 6½ hours', '1 dag, 6½ time'),
  startsOnMonday: false,
  warning: words(
    'Tre borgere skal være inviteret eller kunne ringes op kl. 9.15.',
    'Three citizens must be invited, or can be phoned at 9.15.',
    'Tre innbyggere må være invitert eller kunne ringes opp kl. 9.15.',
  ),
  days: [
    {
      key: 'day',
      offset: 0,
      title: words('Mini-innovationssprint', 'Mini sprint', 'Minisprint'),
      goal: words(
        'Én prøvehandling er klar i morgen',
        'One trial action is ready for tomorrow',
        'Én utprøving er klar i morgen',
      ),
      phases: ['understand', 'create'],
      startsAt: clock(8, 30),
      blocks: [
        work(
          'challenge',
          45,
          ['T01', 'T02'],
          words(
            'Øvetavle, udfordring og mandat',
            'Practice board, challenge and mandate',
            'Øvetavle, utfordring og mandat',
          ),
        ),
        work(
          'conversations',
          75,
          ['T05'],
          words('Tre samtaler med borgere', 'Three citizen conversations', 'Tre samtaler med innbyggere'),
          {
            note: words('Inviterede eller pr. telefon', 'Invited, or phoned', 'Inviterte eller på telefon'),
          },
        ),
        pause('break', 10),
        work('insights', 20, ['T05'], words('Indsigter', 'Insights', 'Innsikter')),
        work('space', 60, ['T09'], words('Ét mulighedsrum', 'One opportunity space', 'Ett mulighetsrom')),
        lunch('lunch'),
        work('habits', 20, ['T10'], words('Vanebryder', 'Habit breaker', 'Vanebryter')),
        work('ideas', 40, ['T11'], words('Idéudvikling', 'Idea generation', 'Idéutvikling')),
        work('choose', 15, ['T12'], words('Vælg', 'Choose', 'Velg')),
        work('trial', 45, ['T14'], words('Prøvehandling', 'Trial action', 'Utprøving')),
        manager(
          'manager',
          clock(14, 30),
          ['T23', 'T20'],
          words(
            'Beslutning, og dato for første læringsloop',
            'Decision, and date of the first learning loop',
            'Beslutning, og dato for første læringssløyfe',
          ),
          words('Del med lederen', 'Share with the manager', 'Del med lederen'),
        ),
        wrapUp(
          'wrap-up',
          15,
          ['T23'],
          undefined,
          words('Øjebliksbillede 14.45', 'Snapshot at 14.45', 'Øyeblikksbilde 14.45'),
        ),
      ],
      handsOver: [
        words(
          'Én prøvehandling med status »Klar«',
          'One trial action in status "Ready"',
          'Én utprøving med status «Klar»',
        ),
      ],
      managerSees: {
        title: words('Mini-innovationssprint: Prøvehandling', 'Mini sprint: Trial action', 'Minisprint: Utprøving'),
        items: [
          words(
            'Udfordringen med en borgers ord',
            "The challenge in a citizen's words",
            'Utfordringen med en innbyggers ord',
          ),
          words('Det valgte mulighedsrum', 'The chosen opportunity space', 'Det valgte mulighetsrommet'),
          words(
            'Prøvehandlingens hypotese, tegn og stopregel',
            'Hypothesis, signs and stop rule of the trial action',
            'Utprøvingens hypotese, tegn og stoppregel',
          ),
          words('Dato for første læringsloop', 'Date of the first learning loop', 'Dato for første læringssløyfe'),
        ],
      },
    },
  ],
  boards: [
    { key: 'T01', phase: 'foundation' },
    { key: 'T02', phase: 'foundation', short: true },
    { key: 'T05', phase: 'understand' },
    { key: 'T09', phase: 'understand', short: true },
    { key: 'T10', phase: 'create', short: true },
    { key: 'T11', phase: 'create', short: true },
    { key: 'T12', phase: 'create' },
    { key: 'T14', phase: 'create' },
    { key: 'T23', phase: 'create' },
    { key: 'T20', phase: 'work' },
  ],
}
