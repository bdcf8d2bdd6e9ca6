import { BAEREDYGTIGHEDSPUSLESPIL_EXAMPLES } from './baeredygtighedspuslespil-examples.ts'
import { PUZZLE_PIECES } from './baeredygtighedspuslespil-pieces.ts'
import { BAEREDYGTIGHEDSPUSLESPIL_SECTIONS } from './baeredygtighedspuslespil-sections.ts'
import { same, type Template, words } from './template.ts'

/** T17, sustainability puzzle. */
export const baeredygtighedspuslespil: Template = {
  id: 'baeredygtighedspuslespil',
  number: 'T17',
  name: words('Bæredygtighedspuslespil', 'Sustainability puzzle', 'Bærekraftspuslespill'),
  purpose: words(
    'Går projektet hele vejen rundt – socialt, økonomisk og miljømæssigt – og finder forbedringer, teamet ellers havde overset.',
    'Walks all the way round the project – socially, economically and environmentally – and finds improvements the team would otherwise have missed.',
    'Går hele veien rundt prosjektet – sosialt, økonomisk og miljømessig – og finner forbedringer teamet ellers ville ha oversett.',
  ),
  when: words(
    'Torsdag kl. 9.45–10.30, før noget bygges; tidligt i et projekt',
    'Thursday 9.45–10.30, before anything is built; early in a project',
    'Torsdag kl. 9.45–10.30, før noe bygges; tidlig i et prosjekt',
  ),
  who: words(
    'Sprintteam med mindst tre fagligheder; spilleder og referent',
    'Sprint team with at least three professions; game master and note-taker',
    'Sprintteam med minst tre faggrupper; spilleder og referent',
  ),
  duration: same('45 min'),
  minutes: { least: 45, most: 45 },
  people: { least: 3, most: 8 },
  group: 'create',
  phase: 'create',
  phaseName: words('Skab', 'Create', 'Skap'),
  toolType: 'sorts',
  size: { w: 4200, h: 2400 },
  sections: BAEREDYGTIGHEDSPUSLESPIL_SECTIONS,
  grids: [],
  puzzle: {
    centre: { x: 1200, y: 1200 },
    radius: 950,
    size: { w: 300, h: 200 },
    firstAngle: -80,
    pieces: PUZZLE_PIECES,
  },
  examples: BAEREDYGTIGHEDSPUSLESPIL_EXAMPLES,
  steps: [
    words(
      'Sæt projektet i midten, og vælg spilleder og referent.',
      'Put the project in the centre and choose game master and note-taker.',
      'Sett prosjektet i midten, og velg spilleder og referent.',
    ),
    words(
      'Tag brikkerne efter tur: læs spørgsmålet, og afgør på to minutter, om den er relevant.',
      'Take the pieces in turn: read the question, decide in two minutes whether it is relevant.',
      'Ta brikkene etter tur: les spørsmålet, og avgjør på to minutter om brikken er relevant.',
    ),
    words(
      'Læg brikken under relevant, senere eller ikke relevant – ingen brik må springes over.',
      'Place the piece under relevant, later or not relevant – no piece may be skipped.',
      'Legg brikken under relevant, senere eller ikke relevant – ingen brikke skal hoppes over.',
    ),
    words(
      'Find idéer til de relevante; skriv modstrid ned i stedet for at skjule den.',
      'Find ideas for the relevant ones; write conflicts down rather than hide them.',
      'Finn ideer til de relevante; skriv ned motstrid i stedet for å skjule den.',
    ),
    words(
      'Vælg to-tre ændringer, der laves i dag.',
      'Choose two or three changes to be made today.',
      'Velg to–tre endringer som gjøres i dag.',
    ),
  ],
  handsOnTo: [
    {
      to: 'T13',
      slug: 'storyboard',
      name: same('Storyboard'),
      what: words(
        'Aftaler indarbejdes i løsningen.',
        'Agreements are worked into the solution.',
        'Avtaler arbeides inn i løsningen.',
      ),
    },
    {
      to: 'T21',
      slug: 'gevinstoverblik',
      name: words('Gevinstoverblik', 'Benefits overview', 'Gevinstoversikt'),
      what: words(
        'Relevante brikker bliver mulige gevinster eller ulemper.',
        'Relevant pieces become possible benefits or drawbacks.',
        'Relevante brikker blir mulige gevinster eller ulemper.',
      ),
    },
    {
      to: 'T19',
      slug: 'implementeringsplan',
      name: words('Implementeringsplan', 'Implementation plan', 'Implementeringsplan'),
      what: words('»Tjek senere«.', '"Check later".', '«Sjekk senere».'),
    },
  ],
  short: null,
}
