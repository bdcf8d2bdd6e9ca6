import { type Template, words } from './template.ts'
import { TRAENINGSLOG_EXAMPLES } from './traeningslog-examples.ts'
import { TRAENINGSLOG_GRID } from './traeningslog-grid.ts'

/** T25, training log. */
export const traeningslog: Template = {
  id: 'traeningslog',
  number: 'T25',
  name: words('Træningslog', 'Training log', 'Treningslogg'),
  purpose: words(
    'Følger én deltager eller et makkerpar gennem 4–5 træningsdage og afprøvningerne imellem.',
    'Follows one participant or pair through 4–5 training days and the try-outs in between.',
    'Følger én deltaker eller et makkerpar gjennom 4–5 treningsdager og utprøvingene imellom.',
  ),
  when: words(
    'Træningsforløb på 10–17 uger; åbnes hver træningsdag og ved hver afprøvning',
    'Training course of 10–17 weeks; opened every training day and at each try-out',
    'Treningsforløp på 10–17 uker; åpnes hver treningsdag og ved hver utprøving',
  ),
  who: words(
    'Deltager, makker, underviser (servicedesigner); leder læser det, deltageren deler',
    'Participant, partner, trainer (service designer); manager reads what the participant shares',
    'Deltaker, makker, kursholder (tjenestedesigner); leder leser det deltakeren deler',
  ),
  duration: words('15 min pr. gang', '15 min per visit', '15 min per gang'),
  minutes: { least: 15, most: 15 },
  people: { least: 1, most: 3 },
  group: 'steering',
  phase: 'all',
  phaseName: words('Træningsforløb', 'Training course', 'Treningsforløp'),
  toolType: 'sorts',
  size: { w: 5040, h: 2620 },
  sections: [],
  grids: [TRAENINGSLOG_GRID],
  examples: TRAENINGSLOG_EXAMPLES,
  steps: [
    words(
      'Vælg egen udfordring på dag 1, og skriv den, som en borger ville.',
      'Choose your own challenge on day 1 and write it the way a citizen would.',
      'Velg egen utfordring på dag 1, og skriv den slik en innbygger ville gjort.',
    ),
    words(
      'Slut hver træningsdag med én afprøvning, der kan nås inden næste gang.',
      'End each training day with one try-out that can be done before next time.',
      'Avslutt hver treningsdag med én utprøving som kan gjøres før neste gang.',
    ),
    words(
      'Skriv »Det skete« samme dag som afprøvningen – gerne fra telefonen.',
      'Write "What happened" on the day of the try-out – preferably from the phone.',
      'Skriv «Dette skjedde» samme dag som utprøvingen – gjerne fra telefonen.',
    ),
    words(
      'Åbn næste træningsdag med makkersamtale over loggen i 20 minutter.',
      'Open the next training day with a 20-minute partner talk over the log.',
      'Åpne neste treningsdag med en makkersamtale om loggen i 20 minutter.',
    ),
    words(
      'Dag 5: vælg tre felter, der vises til lederne.',
      'Day 5: choose three cells to be shown to managers.',
      'Dag 5: velg tre felt som vises til lederne.',
    ),
  ],
  handsOnTo: [
    {
      to: 'T14',
      slug: 'proevehandling',
      name: words('Prøvehandling og testplan', 'Trial action and test plan', 'Utprøving og testplan'),
      what: words(
        'Hver afprøvning kan foldes ud til et prøvehandlingskort.',
        'Each try-out can be unfolded into a trial action card.',
        'Hver utprøving kan foldes ut til et utprøvingskort.',
      ),
    },
    {
      to: 'T24',
      slug: 'retrospektiv',
      name: words('Retrospektiv', 'Retrospective', 'Retrospektiv'),
      what: words(
        '»Det lærte jeg« på tværs af holdet.',
        '"What I learned" across the group.',
        '«Det lærte jeg» på tvers av gruppen.',
      ),
    },
  ],
  short: null,
}
