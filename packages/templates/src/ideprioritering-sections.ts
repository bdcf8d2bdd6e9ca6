import { type TemplateSection, words } from './template.ts'

/** The sections of T12, in the order in which they are read. */
export const IDEPRIORITERING_SECTIONS: readonly TemplateSection[] = [
  {
    key: 'alle',
    heading: words('Idéerne', 'The ideas', 'Ideene'),
    question: words(
      'Er to idéer i virkeligheden én? Forstår alle dem ens?',
      'Are two ideas really one? Does everybody understand them the same way?',
      'Er to ideer egentlig én? Forstår alle dem likt?',
    ),
    kind: 'notes',
    rect: { x: 0, y: 0, w: 940, h: 1500 },
  },
  {
    key: 'matrix',
    heading: words('Værdi og realisering', 'Value and ease', 'Verdi og gjennomførbarhet'),
    question: words(
      'Lodret: værdi for borgeren (lille → stor). Vandret: hvor let kan den realiseres (svær → let)?',
      'Vertical: value to the citizen (small → large). Horizontal: how easily can it be realised (hard → easy)?',
      'Loddrett: verdi for innbyggeren (liten → stor). Vannrett: hvor lett kan den gjennomføres (vanskelig → lett)?',
    ),
    kind: 'matrix',
    rect: { x: 980, y: 0, w: 1600, h: 1500 },
  },
  {
    key: 'udforsk',
    heading: words('Udforskes', 'Explore', 'Utforskes'),
    question: words(
      'Hvilke en-to idéer bygger vi i dag?',
      'Which one or two ideas do we build today?',
      'Hvilke en–to ideer bygger vi i dag?',
    ),
    kind: 'notes',
    rect: { x: 2620, y: 0, w: 720, h: 480 },
  },
  {
    key: 'overvej',
    heading: words('Overvejes', 'Consider', 'Vurderes'),
    question: words('Hvad mangler vi at vide?', 'What do we still need to know?', 'Hva mangler vi å vite?'),
    kind: 'notes',
    rect: { x: 2620, y: 510, w: 720, h: 480 },
  },
  {
    key: 'afvis',
    heading: words('Afvises nu', 'Rejected for now', 'Avvises nå'),
    question: words(
      'Hvorfor ikke nu – og hvem skal have idéen i stedet?',
      'Why not now – and who should have the idea instead?',
      'Hvorfor ikke nå – og hvem skal ha ideen i stedet?',
    ),
    kind: 'notes',
    rect: { x: 2620, y: 1020, w: 720, h: 480 },
  },
  {
    key: 'kriterier',
    heading: words('Kriterier', 'Criteria', 'Kriterier'),
    question: words(
      'Hvad vejer tungest: borgerens behov, medarbejdernes hverdag, mandatet, økonomien, klimaet?',
      "What weighs most: the citizen's need, the staff's day, the mandate, money, the climate?",
      'Hva veier tyngst: innbyggerens behov, de ansattes hverdag, mandatet, økonomien, klimaet?',
    ),
    kind: 'notes',
    rect: { x: 3380, y: 0, w: 720, h: 730 },
  },
  {
    key: 'beslutning',
    heading: words('Beslutning og begrundelse', 'Decision and reason', 'Beslutning og begrunnelse'),
    question: words(
      'Hvad vælger vi, hvem besluttede, og hvad ville få os til at ombestemme os?',
      'What do we choose, who decided, and what would make us change our minds?',
      'Hva velger vi, hvem bestemte, og hva ville få oss til å ombestemme oss?',
    ),
    kind: 'notes',
    rect: { x: 3380, y: 770, w: 720, h: 730 },
  },
]
