import { words } from '../template.ts'
import { clock, pause, work, wrapUp } from './block.ts'
import type { Programme } from './programme.ts'

/** Domain guide, 5.8: three gatherings of four hours within two months. */
export const EXPRESS: Programme = {
  id: 'express',
  name: words('Ekspresforløb', 'Express run', 'Ekspressforløp'),
  purpose: words(
    'Tre halve dage inden for to måneder: fra opgave til prøvehandling og plan.',
    'Three half days within two months: from a task to a trial action and a plan.',
    'Tre halve dager innen to måneder: fra oppgave til utprøving og plan.',
  ),
  duration: words('3 halve dage på 6 uger', '3 half days in 6 weeks', '3 halve dager på 6 uker'),
  startsOnMonday: false,
  warning: words(
    'Teamet taler med borgere mellem gangene; sæt tid af til det.',
    'The team talks to citizens between the gatherings; set time aside for it.',
    'Teamet snakker med innbyggere mellom gangene; sett av tid til det.',
  ),
  days: [
    {
      key: 'day1',
      offset: 0,
      title: words('Opgaven og vores antagelser', 'The task and our assumptions', 'Oppgaven og antakelsene våre'),
      goal: words(
        'Vi er enige om opgaven og ved, hvem vi skal tale med',
        'We agree on the task and know whom to talk to',
        'Vi er enige om oppgaven og vet hvem vi skal snakke med',
      ),
      phases: ['foundation', 'understand'],
      startsAt: clock(8),
      blocks: [
        work(
          'e1-foundation',
          90,
          ['T02'],
          words('Kick-off og fundament', 'Kick-off and foundation', 'Kick-off og fundament'),
        ),
        pause('e1-break'),
        work(
          'e1-lands',
          75,
          ['T08'],
          words('Borgerland–fagland', 'Citizen land–professional land', 'Innbyggerland–fagland'),
        ),
        pause('e1-break-2', 10),
        work(
          'e1-task',
          40,
          ['T05'],
          words('Interviewopgave til næste gang', 'Interview task until next time', 'Intervjuoppgave til neste gang'),
        ),
        wrapUp('e1-wrap-up', 10, []),
      ],
      handsOver: [
        words(
          'Samtaler med borgere inden næste gang',
          'Conversations with citizens before next time',
          'Samtaler med innbyggere før neste gang',
        ),
      ],
      managerSees: {
        title: words('Første gang: Fundamentet', 'First gathering: The foundation', 'Første gang: Fundamentet'),
        items: [
          words(
            'Udfordringen med en borgers ord',
            "The challenge in a citizen's words",
            'Utfordringen med en innbyggers ord',
          ),
          words('Mål, mandat og antagelser', 'Goal, mandate and assumptions', 'Mål, mandat og antakelser'),
        ],
      },
    },
    {
      key: 'day2',
      offset: 21,
      title: words(
        'Indsigter, mulighedsrum og idéer',
        'Insights, opportunity space and ideas',
        'Innsikter, mulighetsrom og ideer',
      ),
      goal: words(
        'Ét mulighedsrum er valgt, og vi har idéer til det',
        'One opportunity space is chosen, and we have ideas for it',
        'Ett mulighetsrom er valgt, og vi har ideer til det',
      ),
      phases: ['understand', 'create'],
      startsAt: clock(8),
      blocks: [
        work(
          'e2-insights',
          75,
          ['T05'],
          words('Indsigter fra samtalerne', 'Insights from the conversations', 'Innsikter fra samtalene'),
        ),
        pause('e2-break'),
        work('e2-space', 75, ['T09'], words('Mulighedsrum', 'Opportunity space', 'Mulighetsrom')),
        pause('e2-break-2', 10),
        work('e2-ideas', 55, ['T11'], words('Idéudvikling', 'Idea generation', 'Idéutvikling')),
        wrapUp('e2-wrap-up', 10, []),
      ],
      handsOver: [
        words('Idékort går til prioriteringen', 'Idea cards go to prioritisation', 'Idékort går til prioriteringen'),
      ],
      managerSees: {
        title: words('Anden gang: Mulighedsrum', 'Second gathering: Opportunity space', 'Andre gang: Mulighetsrom'),
        items: [
          words('Tre indsigter', 'Three insights', 'Tre innsikter'),
          words(
            'Det valgte mulighedsrum med begrundelse',
            'The chosen opportunity space with reasons',
            'Det valgte mulighetsrommet med begrunnelse',
          ),
        ],
      },
    },
    {
      key: 'day3',
      offset: 42,
      title: words('Prøvehandling og plan', 'Trial action and plan', 'Utprøving og plan'),
      goal: words(
        'Én prøvehandling er klar og har en plan',
        'One trial action is ready and has a plan',
        'Én utprøving er klar og har en plan',
      ),
      phases: ['create', 'work'],
      startsAt: clock(8),
      blocks: [
        work('e3-choose', 60, ['T12'], words('Idéprioritering', 'Idea prioritisation', 'Idéprioritering')),
        work(
          'e3-trial',
          60,
          ['T14'],
          words('Prøvehandling og testplan', 'Trial action and test plan', 'Utprøving og testplan'),
        ),
        pause('e3-break', 20),
        work('e3-plan', 90, ['T19'], words('Implementeringsplan', 'Implementation plan', 'Implementeringsplan')),
        wrapUp('e3-wrap-up', 10, []),
      ],
      handsOver: [words('Planen til den nye ejer', 'The plan to the receiving owner', 'Planen til den nye eieren')],
      managerSees: {
        title: words(
          'Tredje gang: Prøvehandling og plan',
          'Third gathering: Trial action and plan',
          'Tredje gang: Utprøving og plan',
        ),
        items: [
          words('Hypotese, tegn og stopregel', 'Hypothesis, signs and stop rule', 'Hypotese, tegn og stoppregel'),
          words('Planen for de første 30 dage', 'The plan for days 0–30', 'Planen for de første 30 dagene'),
        ],
      },
    },
  ],
  boards: [
    { key: 'T02', phase: 'foundation' },
    { key: 'T08', phase: 'understand' },
    { key: 'T05', phase: 'understand' },
    { key: 'T09', phase: 'understand', short: true },
    { key: 'T11', phase: 'create', short: true },
    { key: 'T12', phase: 'create' },
    { key: 'T14', phase: 'create' },
    { key: 'T19', phase: 'work' },
  ],
}
