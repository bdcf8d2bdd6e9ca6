import { STORYBOARD_EXAMPLES } from './storyboard-examples.ts'
import { STORYBOARD_SECTIONS } from './storyboard-sections.ts'
import { same, type Template, words } from './template.ts'

/** T13, storyboard. */
export const storyboard: Template = {
  id: 'storyboard',
  number: 'T13',
  name: same('Storyboard'),
  purpose: words(
    'Tegner løsningen som en lille historie i otte billeder, så alle ser det samme, før noget bygges.',
    'Draws the solution as a small story in eight pictures so that everybody sees the same thing before anything is built.',
    'Tegner løsningen som en liten historie i åtte bilder, slik at alle ser det samme før noe bygges.',
  ),
  when: words('Torsdag kl. 10.45–12.00', 'Thursday 10.45–12.00', 'Torsdag kl. 10.45–12.00'),
  who: words('To-tre personer pr. idé', 'Two or three people per idea', 'To–tre personer per idé'),
  duration: same('60–75 min'),
  minutes: { least: 60, most: 75 },
  people: { least: 2, most: 3 },
  group: 'create',
  phase: 'create',
  phaseName: words('Skab', 'Create', 'Skap'),
  toolType: 'sorts',
  size: { w: 4520, h: 1560 },
  sections: STORYBOARD_SECTIONS,
  grids: [],
  presentation: [
    'billede-1',
    'billede-2',
    'billede-3',
    'billede-4',
    'billede-5',
    'billede-6',
    'billede-7',
    'billede-8',
  ],
  examples: STORYBOARD_EXAMPLES,
  steps: [
    words(
      'Skriv slutningen (billede 7 og 8) først, så begyndelsen, så midten.',
      'Write the ending (pictures 7 and 8) first, then the beginning, then the middle.',
      'Skriv slutten (bilde 7 og 8) først, så begynnelsen, så midten.',
    ),
    words(
      'Tegn med streger og tændstikmænd; én sætning under hvert billede.',
      'Draw with lines and stick figures; one sentence under each picture.',
      'Tegn med streker og fyrstikkmennesker; én setning under hvert bilde.',
    ),
    words(
      'Tving det svære øjeblik frem i billede 6.',
      'Force the hard moment out in picture 6.',
      'Tving det vanskelige øyeblikket fram i bilde 6.',
    ),
    words(
      'Fortæl historien for en anden gruppe på to minutter, og saml spørgsmål.',
      'Tell the story to another group in two minutes and collect questions.',
      'Fortell historien til en annen gruppe på to minutter, og samle spørsmål.',
    ),
  ],
  handsOnTo: [
    {
      to: 'T14',
      slug: 'proevehandling',
      name: words('Prøvehandling og testplan', 'Trial action and test plan', 'Utprøving og testplan'),
      what: words(
        '»Det skal vi teste« bliver hypoteser.',
        '"What we must test" becomes hypotheses.',
        '«Dette må vi teste» blir hypoteser.',
      ),
    },
    {
      to: 'T18',
      slug: 'fremtidsfortaelling',
      name: words('Fremtidsfortælling', 'Future narrative', 'Framtidsfortelling'),
      what: words('Billederne 7 og 8.', 'Pictures 7 and 8.', 'Bildene 7 og 8.'),
    },
  ],
  short: null,
}
