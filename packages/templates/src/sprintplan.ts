import { PLAN_BEFORE } from './sprintplan-before.ts'
import { PLAN_CLOSING } from './sprintplan-closing.ts'
import { SPRINTPLAN_GRID } from './sprintplan-grid.ts'
import { PLAN_MIDWEEK } from './sprintplan-midweek.ts'
import { type Template, words } from './template.ts'

/** T03, sprint plan – Monday to Monday. */
export const sprintplan: Template = {
  id: 'sprintplan',
  number: 'T03',
  name: words('Sprintplan – mandag til mandag', 'Sprint plan – Monday to Monday', 'Sprintplan – mandag til mandag'),
  purpose: words(
    'Viser hele ugen på én side: mål, tider, tavler, deltagere og det, lederen får at se hver dag.',
    'Shows the whole week on one page: goals, times, boards, people and what the manager sees each day.',
    'Viser hele uken på én side: mål, tider, tavler, deltakere og det lederen får se hver dag.',
  ),
  when: words(
    'Forberedes af facilitator før sprintet; åbnes hver morgen kl. 8.30',
    'Prepared by the facilitator before the sprint; opened every morning at 8.30',
    'Forberedes av fasilitator før sprinten; åpnes hver morgen kl. 8.30',
  ),
  who: words(
    'Facilitator forbereder; hele teamet bruger; leder læser',
    'Facilitator prepares; the whole team uses; manager reads',
    'Fasilitator forbereder; hele teamet bruker; leder leser',
  ),
  duration: words(
    '45 min forberedelse + 10 min hver morgen',
    '45 min preparation + 10 min every morning',
    '45 min forberedelse + 10 min hver morgen',
  ),
  minutes: { least: 45, most: 45 },
  people: { least: 1, most: 12 },
  group: 'start',
  phase: 'all',
  phaseName: words('Alle', 'All', 'Alle'),
  toolType: null,
  size: { w: 4300, h: 2460 },
  sections: [],
  grids: [SPRINTPLAN_GRID],
  prefilled: [...PLAN_BEFORE, ...PLAN_MIDWEEK, ...PLAN_CLOSING],
  examples: [],
  steps: [
    words(
      'Vælg startmandag; datoer, ugenummer og helligdage udfyldes automatisk.',
      'Choose the starting Monday; dates, week number and public holidays are filled in automatically.',
      'Velg startmandag; datoer, ukenummer og helligdager fylles ut automatisk.',
    ),
    words(
      'Ret dagsprogrammet til opgaven, og knyt tavler til hver dag.',
      'Adapt the day plan to the task and attach boards to each day.',
      'Tilpass dagsprogrammet til oppgaven, og knytt tavler til hver dag.',
    ),
    words(
      'Send planen til team og leder som øjebliksbillede senest torsdag før.',
      'Send the plan to team and manager as a snapshot no later than the Thursday before.',
      'Send planen til team og leder som øyeblikksbilde senest torsdagen før.',
    ),
    words(
      'Hver morgen: læs dagens mål højt, flyt det, der ikke blev nået, og før ændringer i procesloggen.',
      'Every morning: read the goal aloud, move what was not reached, and record changes in the process log.',
      'Hver morgen: les dagens mål høyt, flytt det dere ikke rakk, og før endringer i prosessloggen.',
    ),
  ],
  handsOnTo: [
    {
      to: 'T22',
      slug: 'proceslog',
      name: words('Proceslog – ændringer undervejs', 'Process-change log', 'Prosesslogg'),
      what: words(
        'Hver flytning eller sletning i planen efter start foreslås som linje i loggen.',
        'Every move or deletion in the plan after start is proposed as a log line.',
        'Hver flytting eller sletting i planen etter start foreslås som linje i loggen.',
      ),
    },
    {
      to: 'T23',
      slug: 'styregruppestatus',
      name: words('Status på én side', 'One-page status', 'Status på én side'),
      what: words(
        'Dagens mål og øjebliksbillede vises på lederens side.',
        'Goal of the day and snapshot are shown on the manager page.',
        'Dagens mål og øyeblikksbilde vises på lederens side.',
      ),
    },
  ],
  short: null,
}
