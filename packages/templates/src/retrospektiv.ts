import { RETROSPEKTIV_EXAMPLES } from './retrospektiv-examples.ts'
import { RETROSPEKTIV_SECTIONS } from './retrospektiv-sections.ts'
import { same, type Template, words } from './template.ts'

/** T24, retrospective. */
export const retrospektiv: Template = {
  id: 'retrospektiv',
  number: 'T24',
  name: words('Retrospektiv', 'Retrospective', 'Retrospektiv'),
  purpose: words(
    'Ser tilbage på samarbejdet og processen og lander to-tre aftaler, der bliver husket næste gang.',
    'Looks back on collaboration and process and lands two or three agreements that will be remembered next time.',
    'Ser tilbake på samarbeidet og prosessen og lander to–tre avtaler som blir husket neste gang.',
  ),
  when: words(
    'Anden mandag kl. 15.00; også efter hver træningsdag',
    'Second Monday 15.00; also after each training day',
    'Andre mandag kl. 15.00; også etter hver treningsdag',
  ),
  who: words(
    'Sprintteam og facilitator; lederen kun efter aftale',
    'Sprint team and facilitator; the manager only by agreement',
    'Sprintteam og fasilitator; lederen bare etter avtale',
  ),
  duration: same('30–45 min'),
  minutes: { least: 30, most: 45 },
  people: { least: 3, most: 12 },
  group: 'steering',
  phase: 'all',
  phaseName: words('Afslutning', 'Closing', 'Avslutning'),
  toolType: 'closes',
  size: { w: 3000, h: 1940 },
  sections: RETROSPEKTIV_SECTIONS,
  grids: [],
  examples: RETROSPEKTIV_EXAMPLES,
  steps: [
    words(
      'Læs procesloggen højt som fælles hukommelse.',
      'Read the process log aloud as shared memory.',
      'Les prosessloggen høyt som felles hukommelse.',
    ),
    words(
      'Skriv i stilhed; sedler er anonyme, til de vises.',
      'Write in silence; notes are anonymous until revealed.',
      'Skriv i stillhet; lappene er anonyme til de vises.',
    ),
    words(
      'Stem på de tre, der betyder mest, og tal kun om dem.',
      'Vote for the three that matter most and talk only about those.',
      'Stem på de tre som betyr mest, og snakk bare om dem.',
    ),
    words(
      'Lav to-tre aftaler med navn på rolle og dato; slut med tak.',
      'Make two or three agreements with role and date; end with thanks.',
      'Lag to–tre avtaler med navn på rolle og dato; slutt med takk.',
    ),
  ],
  handsOnTo: [
    {
      to: 'T03',
      slug: 'sprintplan',
      name: words('Sprintplan – mandag til mandag', 'Sprint plan – Monday to Monday', 'Sprintplan – mandag til mandag'),
      what: words(
        'Aftaler vises øverst, når facilitator forbereder næste sprint.',
        'Agreements are shown at the top when the facilitator prepares the next sprint.',
        'Avtaler vises øverst når fasilitator forbereder neste sprint.',
      ),
    },
    {
      to: 'T25',
      slug: 'traeningslog',
      name: words('Træningslog', 'Training log', 'Treningslogg'),
      what: words(
        '»Det lærte jeg« kan sendes til egen log.',
        '"What I learned" can be sent to one\'s own log.',
        '«Det lærte jeg» kan sendes til egen logg.',
      ),
    },
  ],
  short: {
    duration: same('15 min'),
    minutes: { least: 15, most: 15 },
    sections: ['godt', 'svaert', 'aftaler'],
    columns: [],
    lanes: [],
  },
}
