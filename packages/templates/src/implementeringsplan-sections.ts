import { type TemplateSection, words } from './template.ts'

/** The sections of T19, in the order in which they are read. */
export const IMPLEMENTERINGSPLAN_SECTIONS: readonly TemplateSection[] = [
  {
    key: 'loesning',
    heading: words('Løsningen i to sætninger', 'The solution in two sentences', 'Løsningen i to setninger'),
    question: words(
      'Hvad er den, og hvilken forskel gør den?',
      'What is it, and what difference does it make?',
      'Hva er den, og hvilken forskjell gjør den?',
    ),
    kind: 'notes',
    rect: { x: 0, y: 0, w: 720, h: 480 },
  },
  {
    key: 'kerne',
    heading: words('Kernen – må ikke ændres', 'The core – must not be changed', 'Kjernen – må ikke endres'),
    question: words(
      'Hvad skal være ens alle steder, for at det virker?',
      'What must be the same everywhere for it to work?',
      'Hva må være likt overalt for at det skal virke?',
    ),
    kind: 'notes',
    rect: { x: 0, y: 520, w: 720, h: 480 },
  },
  {
    key: 'tilpas',
    heading: words('Må tilpasses', 'May be adapted', 'Kan tilpasses'),
    question: words(
      'Hvad må hvert team gøre på sin egen måde?',
      'What may each team do its own way?',
      'Hva kan hvert team gjøre på sin egen måte?',
    ),
    kind: 'notes',
    rect: { x: 0, y: 1040, w: 720, h: 480 },
  },
  {
    key: 'holdop',
    heading: words('Det holder vi op med', 'What we stop doing', 'Dette slutter vi med'),
    question: words(
      'Hvad gør vi ikke længere, så der bliver tid?',
      'What do we no longer do, so that there is time?',
      'Hva gjør vi ikke lenger, slik at det blir tid?',
    ),
    kind: 'notes',
    rect: { x: 0, y: 1560, w: 720, h: 640 },
  },
  {
    key: 'ejer',
    heading: words('Ejer og sponsor', 'Owner and sponsor', 'Eier og sponsor'),
    question: words(
      'Hvem overtager ansvaret, og hvem bakker op i ledelsen?',
      'Who takes over responsibility, and who backs it in management?',
      'Hvem tar over ansvaret, og hvem i ledelsen støtter opp?',
    ),
    kind: 'notes',
    rect: { x: 3640, y: 0, w: 720, h: 480 },
  },
  {
    key: 'risici',
    heading: words('Risici', 'Risks', 'Risikoer'),
    question: words(
      'Hvad kan gå galt, hvordan opdager vi det, og hvad gør vi?',
      'What can go wrong, how do we notice, and what do we do?',
      'Hva kan gå galt, hvordan oppdager vi det, og hva gjør vi?',
    ),
    kind: 'notes',
    rect: { x: 3640, y: 520, w: 720, h: 760 },
  },
  {
    key: 'moede',
    heading: words('Næste møde', 'Next meeting', 'Neste møte'),
    question: words('Dato, deltagere, spørgsmål', 'Date, participants, question', 'Dato, deltakere, spørsmål'),
    kind: 'notes',
    rect: { x: 3640, y: 1320, w: 720, h: 400 },
  },
  {
    key: 'overlevering',
    heading: words('Overlevering', 'Handover', 'Overlevering'),
    question: words(
      'Hvilke tavler, breve, kort og aftaler gives videre – og til hvem?',
      'Which boards, letters, cards and agreements are handed over – and to whom?',
      'Hvilke tavler, brev, kort og avtaler gis videre – og til hvem?',
    ),
    kind: 'notes',
    rect: { x: 3640, y: 1760, w: 720, h: 440 },
  },
]
