import { type TemplateSection, words } from './template.ts'

/** The sections of T17, in the order in which they are read. */
export const BAEREDYGTIGHEDSPUSLESPIL_SECTIONS: readonly TemplateSection[] = [
  {
    key: 'projekt',
    heading: words('Projektet i midten', 'The project in the centre', 'Prosjektet i midten'),
    question: words(
      'Hvilken idé eller opgave kigger vi på?',
      'Which idea or task are we looking at?',
      'Hvilken idé eller oppgave ser vi på?',
    ),
    kind: 'notes',
    rect: { x: 900, y: 970, w: 600, h: 460 },
  },
  {
    key: 'relevant',
    heading: words('Relevant nu', 'Relevant now', 'Relevant nå'),
    question: words(
      'Hvilke brikker rammer projektet?',
      'Which pieces hit the project?',
      'Hvilke brikker treffer prosjektet?',
    ),
    kind: 'notes',
    rect: { x: 2500, y: 0, w: 720, h: 760 },
  },
  {
    key: 'senere',
    heading: words('Tjek senere', 'Check later', 'Sjekk senere'),
    question: words('Hvad skal vi undersøge?', 'What must we look into?', 'Hva må vi undersøke?'),
    kind: 'notes',
    rect: { x: 2500, y: 800, w: 720, h: 760 },
  },
  {
    key: 'ikke',
    heading: words('Ikke relevant', 'Not relevant', 'Ikke relevant'),
    question: words('Hvorfor ikke? Ét ord er nok.', 'Why not? One word is enough.', 'Hvorfor ikke? Ett ord er nok.'),
    kind: 'notes',
    rect: { x: 2500, y: 1600, w: 720, h: 800 },
  },
  {
    key: 'ideer',
    heading: words('Idéer til at gøre det bedre', 'Ideas to improve it', 'Ideer til å gjøre det bedre'),
    question: words(
      'Hvordan kan projektet ændres, så brikken bliver en styrke?',
      'How can the project change so that the piece becomes a strength?',
      'Hvordan kan prosjektet endres så brikken blir en styrke?',
    ),
    kind: 'notes',
    rect: { x: 3260, y: 0, w: 940, h: 1180 },
  },
  {
    key: 'modstrid',
    heading: words('Modstrid', 'Conflicts', 'Motstrid'),
    question: words(
      'Hvor trækker to brikker mod hinanden, og hvad vælger vi?',
      'Where do two pieces pull against each other, and what do we choose?',
      'Hvor trekker to brikker mot hverandre, og hva velger vi?',
    ),
    kind: 'notes',
    rect: { x: 3260, y: 1220, w: 940, h: 560 },
  },
  {
    key: 'aftaler',
    heading: words('Aftaler', 'Agreements', 'Avtaler'),
    question: words(
      'Hvad ændrer vi i løsningen i dag?',
      'What do we change in the solution today?',
      'Hva endrer vi i løsningen i dag?',
    ),
    kind: 'notes',
    rect: { x: 3260, y: 1820, w: 940, h: 580 },
  },
]
