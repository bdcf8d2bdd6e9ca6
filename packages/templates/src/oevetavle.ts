import { OEVETAVLE_EXAMPLES } from './oevetavle-examples.ts'
import { OEVETAVLE_SECTIONS } from './oevetavle-sections.ts'
import { same, type Template, words } from './template.ts'

/** T01, practice board. */
export const oevetavle: Template = {
  id: 'oevetavle',
  number: 'T01',
  practice: true,
  name: words('Øvetavle', 'Practice board', 'Øvetavle'),
  purpose: words(
    'Giver alle deltagere fem minutter til at prøve de få greb, de skal bruge, før det gælder.',
    'Gives every participant five minutes with the few moves they will need, before it counts.',
    'Gir alle deltakere fem minutter til å prøve de få grepene de trenger, før det gjelder.',
  ),
  when: words(
    'Som det første i alle forløb; link sendes dagen før',
    'First thing in every programme; link is sent the day before',
    'Som det første i alle forløp; lenken sendes dagen før',
  ),
  who: words(
    'Alle deltagere, også borgere uden konto',
    'All participants, including citizens without an account',
    'Alle deltakere, også innbyggere uten konto',
  ),
  duration: same('5–10 min'),
  minutes: { least: 5, most: 10 },
  people: { least: 2, most: 50 },
  group: 'start',
  phase: 'all',
  phaseName: words('Alle', 'All', 'Alle'),
  toolType: null,
  size: { w: 2240, h: 1280 },
  sections: OEVETAVLE_SECTIONS,
  grids: [],
  examples: OEVETAVLE_EXAMPLES,
  steps: [
    words(
      'Del linket eller QR-koden på skærmen, og vent, til alle er inde.',
      'Put the link or QR code on the screen and wait until everybody is in.',
      'Del lenken eller QR-koden på skjermen, og vent til alle er inne.',
    ),
    words(
      'Vis ét greb ad gangen på storskærm; alle gør det samme bagefter.',
      'Show one move at a time on the big screen; everybody repeats it.',
      'Vis ett grep om gangen på storskjerm; alle gjør det samme etterpå.',
    ),
    words(
      'Find dem, der sidder fast, i deltagerlisten, og send en hjælper – gå ikke videre imens.',
      'Spot those who are stuck in the participant list and send a helper – do not carry on talking.',
      'Finn i deltakerlista dem som sitter fast, og send en hjelper – ikke gå videre imens.',
    ),
    words(
      'Slut med tjek ind: læs tre sedler højt, så alle ved, at det bliver brugt.',
      'Finish with the check-in: read three notes aloud so all know that notes get used.',
      'Avslutt med innsjekk: les tre lapper høyt, så alle vet at det blir brukt.',
    ),
  ],
  handsOnTo: [
    {
      to: 'T02',
      slug: 'grundlag',
      name: words('Kick-off og fundament', 'Kick-off and foundation', 'Kick-off og fundament'),
      what: words(
        'Intet indhold følger med. Sedlerne slettes automatisk ved dagens slutning.',
        'No content is carried over. The notes are deleted automatically at the end of the day.',
        'Ikke noe innhold følger med. Lappene slettes automatisk når dagen er slutt.',
      ),
    },
  ],
  short: null,
}
