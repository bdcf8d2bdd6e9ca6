import { type TemplateSection, words } from './template.ts'

/** The sections of T13, in the order in which they are read. */
export const STORYBOARD_SECTIONS: readonly TemplateSection[] = [
  {
    key: 'titel',
    heading: words('Løsningen kort', 'The solution in brief', 'Kort om løsningen'),
    question: words(
      'Hvad hedder den, og hvem handler historien om?',
      'What is it called, and who is the story about?',
      'Hva heter den, og hvem handler historien om?',
    ),
    kind: 'notes',
    rect: { x: 0, y: 0, w: 720, h: 700 },
  },
  {
    key: 'rekvisitter',
    heading: words('Det skal vi bruge', 'What we need', 'Dette trenger vi'),
    question: words(
      'Hvilke ting, breve, ord og steder skal findes for at vise historien?',
      'Which things, letters, words and places must exist to show the story?',
      'Hvilke ting, brev, ord og steder må finnes for å vise historien?',
    ),
    kind: 'notes',
    rect: { x: 0, y: 740, w: 720, h: 820 },
  },
  {
    key: 'billede-1',
    heading: words('1. Før', '1. Before', '1. Før'),
    question: words(
      'Hvor er vi, og hvordan har hovedpersonen det?',
      'Where are we, and how is the main character?',
      'Hvor er vi, og hvordan har hovedpersonen det?',
    ),
    kind: 'drawing + caption',
    rect: { x: 760, y: 0, w: 720, h: 760 },
  },
  {
    key: 'billede-2',
    heading: words('2. Noget sker', '2. Something happens', '2. Noe skjer'),
    question: words('Hvad sætter det hele i gang?', 'What sets it all off?', 'Hva setter det hele i gang?'),
    kind: 'drawing + caption',
    rect: { x: 1520, y: 0, w: 720, h: 760 },
  },
  {
    key: 'billede-3',
    heading: words('3. Første møde', '3. First contact', '3. Første møte'),
    question: words(
      'Hvordan møder borgeren løsningen første gang?',
      'How does the citizen first meet the solution?',
      'Hvordan møter innbyggeren løsningen første gang?',
    ),
    kind: 'drawing + caption',
    rect: { x: 2280, y: 0, w: 720, h: 760 },
  },
  {
    key: 'billede-4',
    heading: words('4. Borgeren gør', '4. The citizen acts', '4. Innbyggeren gjør'),
    question: words(
      'Hvad gør og siger borgeren?',
      'What does the citizen do and say?',
      'Hva gjør og sier innbyggeren?',
    ),
    kind: 'drawing + caption',
    rect: { x: 3040, y: 0, w: 720, h: 760 },
  },
  {
    key: 'billede-5',
    heading: words('5. Medarbejderen gør', '5. The staff member acts', '5. Medarbeideren gjør'),
    question: words(
      'Hvad gør medarbejderen anderledes end i dag?',
      'What does the staff member do differently from today?',
      'Hva gjør medarbeideren annerledes enn i dag?',
    ),
    kind: 'drawing + caption',
    rect: { x: 760, y: 800, w: 720, h: 760 },
  },
  {
    key: 'billede-6',
    heading: words('6. Det svære øjeblik', '6. The hard moment', '6. Det vanskelige øyeblikket'),
    question: words(
      'Hvor kan det gå galt, og hvad sker der så?',
      'Where can it go wrong, and what happens then?',
      'Hvor kan det gå galt, og hva skjer da?',
    ),
    kind: 'drawing + caption',
    rect: { x: 1520, y: 800, w: 720, h: 760 },
  },
  {
    key: 'billede-7',
    heading: words('7. Det lykkes', '7. It works', '7. Det lykkes'),
    question: words('Hvad er blevet lettere?', 'What has become easier?', 'Hva er blitt lettere?'),
    kind: 'drawing + caption',
    rect: { x: 2280, y: 800, w: 720, h: 760 },
  },
  {
    key: 'billede-8',
    heading: words('8. Bagefter', '8. Afterwards', '8. Etterpå'),
    question: words(
      'Hvad fortæller borgeren til naboen?',
      'What does the citizen tell the neighbour?',
      'Hva forteller innbyggeren til naboen?',
    ),
    kind: 'drawing + caption',
    rect: { x: 3040, y: 800, w: 720, h: 760 },
  },
  {
    key: 'spoergsmaal',
    heading: words('Det skal vi teste', 'What we must test', 'Dette må vi teste'),
    question: words(
      'Hvilke billeder er vi mest usikre på?',
      'Which pictures are we least sure of?',
      'Hvilke bilder er vi mest usikre på?',
    ),
    kind: 'notes',
    rect: { x: 3800, y: 0, w: 720, h: 1560 },
  },
]
