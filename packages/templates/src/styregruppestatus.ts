import { STYREGRUPPESTATUS_EXAMPLES } from './styregruppestatus-examples.ts'
import { STYREGRUPPESTATUS_SECTIONS } from './styregruppestatus-sections.ts'
import { same, type Template, words } from './template.ts'

/** T23, one-page status. */
export const styregruppestatus: Template = {
  id: 'styregruppestatus',
  number: 'T23',
  name: words('Status på én side', 'One-page status', 'Status på én side'),
  purpose: words(
    'Giver leder og styregruppe overblik på to minutter og beder tydeligt om de beslutninger, der mangler.',
    'Gives manager and steering group an overview in two minutes and asks clearly for the decisions needed.',
    'Gir leder og styringsgruppe oversikt på to minutter og ber tydelig om de beslutningene som mangler.',
  ),
  when: words(
    'Ved hver dags slutning i sprintet (udfyldes halvt automatisk); ved hver faseovergang i projekter',
    'At the end of each sprint day (half filled automatically); at each phase gate in projects',
    'Ved slutten av hver dag i sprinten (fylles ut halvautomatisk); ved hver faseovergang i prosjekter',
  ),
  who: words(
    'Facilitator eller projektleder skriver; leder og styregruppe læser',
    'Facilitator or project manager writes; manager and steering group read',
    'Fasilitator eller prosjektleder skriver; leder og styringsgruppe leser',
  ),
  duration: same('15 min'),
  minutes: { least: 15, most: 15 },
  people: { least: 1, most: 3 },
  group: 'steering',
  phase: 'all',
  phaseName: words('Alle', 'All', 'Alle'),
  toolType: 'closes',
  size: { w: 3400, h: 2400 },
  sections: STYREGRUPPESTATUS_SECTIONS,
  grids: [],
  smallestText: 26,
  examples: STYREGRUPPESTATUS_EXAMPLES,
  steps: [
    words(
      'Hent automatisk: formål, ændringer, prøvehandlinger, citat, næste møde.',
      'Fetch automatically: purpose, changes, trial actions, quote, next meeting.',
      'Hent automatisk: formål, endringer, utprøvinger, sitat, neste møte.',
    ),
    words(
      'Skriv status med ord – farven er kun til hjælp.',
      'Write the status in words – the colour is only an aid.',
      'Skriv status med ord – fargen er bare til hjelp.',
    ),
    words(
      'Formulér højst to beslutninger med anbefaling og alternativ.',
      'Phrase at most two decisions with recommendation and alternative.',
      'Formuler høyst to beslutninger med anbefaling og alternativ.',
    ),
    words(
      'Frys som øjebliksbillede, og del linket; lederens svar skrives som beslutning.',
      "Freeze as a snapshot and share the link; the manager's answer is recorded as a decision.",
      'Frys som øyeblikksbilde, og del lenken; lederens svar skrives som beslutning.',
    ),
  ],
  handsOnTo: [
    {
      to: 'T22',
      slug: 'proceslog',
      name: words('Proceslog – ændringer undervejs', 'Process-change log', 'Prosesslogg'),
      what: words(
        'Lederens beslutninger bliver loglinjer.',
        "The manager's decisions become log lines.",
        'Lederens beslutninger blir logglinjer.',
      ),
    },
    {
      to: 'T03',
      slug: 'sprintplan',
      name: words('Sprintplan – mandag til mandag', 'Sprint plan – Monday to Monday', 'Sprintplan – mandag til mandag'),
      what: words('Ændret plan for næste dag.', 'Changed plan for the next day.', 'Endret plan for neste dag.'),
    },
  ],
  short: null,
}
