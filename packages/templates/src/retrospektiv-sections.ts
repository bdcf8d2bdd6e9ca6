import { type TemplateSection, words } from './template.ts'

/** The sections of T24, in the order in which they are read. */
export const RETROSPEKTIV_SECTIONS: readonly TemplateSection[] = [
  {
    key: 'godt',
    heading: words('Det gik godt', 'What went well', 'Det gikk bra'),
    question: words('Hvad skal vi være stolte af?', 'What should we be proud of?', 'Hva bør vi være stolte av?'),
    kind: 'notes (anonymous)',
    rect: { x: 0, y: 0, w: 980, h: 620 },
  },
  {
    key: 'svaert',
    heading: words('Det var svært', 'What was hard', 'Det var vanskelig'),
    question: words(
      'Hvornår gik vi i stå, og hvad manglede vi?',
      'When did we stall, and what did we lack?',
      'Når stoppet det opp, og hva manglet vi?',
    ),
    kind: 'notes (anonymous)',
    rect: { x: 1010, y: 0, w: 980, h: 620 },
  },
  {
    key: 'laert',
    heading: words('Det lærte jeg', 'What I learned', 'Det lærte jeg'),
    question: words(
      'Hvad gør jeg anderledes i mit eget arbejde?',
      'What will I do differently in my own work?',
      'Hva gjør jeg annerledes i mitt eget arbeid?',
    ),
    kind: 'notes (anonymous)',
    rect: { x: 2020, y: 0, w: 980, h: 620 },
  },
  {
    key: 'stop',
    heading: words('Stop', 'Stop', 'Stopp'),
    question: words('Hvad holder vi op med?', 'What do we stop?', 'Hva slutter vi med?'),
    kind: 'notes (anonymous)',
    rect: { x: 0, y: 660, w: 980, h: 620 },
  },
  {
    key: 'start',
    heading: words('Begynd', 'Start', 'Begynn'),
    question: words('Hvad begynder vi på?', 'What do we start?', 'Hva begynner vi med?'),
    kind: 'notes (anonymous)',
    rect: { x: 1010, y: 660, w: 980, h: 620 },
  },
  {
    key: 'fortsaet',
    heading: words('Fortsæt', 'Continue', 'Fortsett'),
    question: words('Hvad holder vi fast i?', 'What do we keep?', 'Hva holder vi fast ved?'),
    kind: 'notes (anonymous)',
    rect: { x: 2020, y: 660, w: 980, h: 620 },
  },
  {
    key: 'aftaler',
    heading: words('Aftaler', 'Agreements', 'Avtaler'),
    question: words('Hvem gør hvad inden hvornår?', 'Who does what by when?', 'Hvem gjør hva innen når?'),
    kind: 'notes',
    rect: { x: 0, y: 1320, w: 1990, h: 620 },
  },
  {
    key: 'tak',
    heading: words('Tak', 'Thanks', 'Takk'),
    question: words(
      'Hvem vil du sige tak til – og for hvad?',
      'Whom do you want to thank – and for what?',
      'Hvem vil du si takk til – og for hva?',
    ),
    kind: 'notes',
    rect: { x: 2020, y: 1320, w: 980, h: 620 },
  },
]
