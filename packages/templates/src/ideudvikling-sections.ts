import { type TemplateSection, words } from './template.ts'

const SHEET_QUESTION = words(
  'Tre rækker: 1. min idé · 2. byg videre · 3. byg videre igen',
  'Three rows: 1. my idea · 2. build on · 3. build on again',
  'Tre rader: 1. min idé · 2. bygg videre · 3. bygg videre igjen',
)
const ROWS = [
  words('1. Min idé', '1. My idea', '1. Min idé'),
  words('2. Byg videre', '2. Build on', '2. Bygg videre'),
  words('3. Byg videre igen', '3. Build on again', '3. Bygg videre igjen'),
]

/** A sheet for brainwriting, which goes round the table: one idea, and two that build on it. */
const sheet = (letter: string, x: number): TemplateSection => ({
  key: `ark-${letter.toLowerCase()}`,
  heading: words(
    `Stille idéskrivning – ark ${letter}`,
    `Brainwriting – sheet ${letter}`,
    `Stille idéskriving – ark ${letter}`,
  ),
  question: SHEET_QUESTION,
  kind: 'rows (3)',
  rect: { x, y: 340, w: 500, h: 900 },
  rows: ROWS,
})

const SKETCH_QUESTION = words(
  'Ét minut. Tegn – skriv højst fem ord.',
  'One minute. Draw – five words at most.',
  'Ett minutt. Tegn – skriv høyst fem ord.',
)
const sketch = (number: number, x: number): TemplateSection => ({
  key: `skitse-${number}`,
  heading: words(`Skitse ${number}`, `Sketch ${number}`, `Skisse ${number}`),
  question: SKETCH_QUESTION,
  kind: 'drawing',
  rect: { x, y: 1280, w: 365, h: 440 },
})

const CARD_QUESTION = words(
  'Navn · Hvad går den ud på? · For hvem, og hvilket behov? · Hvad skal der til? · Mindste test',
  'Name · What is it about? · For whom, and which need? · What does it take? · Smallest test',
  'Navn · Hva går den ut på? · For hvem, og hvilket behov? · Hva skal til? · Minste test',
)
const ideaCard = (number: number, x: number): TemplateSection => ({
  key: `idekort-${number}`,
  heading: words(`Idékort ${number}`, `Idea card ${number}`, `Idékort ${number}`),
  question: CARD_QUESTION,
  kind: 'card',
  rect: { x, y: 1760, w: 500, h: 1060 },
  card: 'idea',
})

/** The sections of T11, in the order in which they are read. */
export const IDEUDVIKLING_SECTIONS: readonly TemplateSection[] = [
  {
    key: 'hkv',
    heading: words('Hvordan kan vi …?', 'How might we …?', 'Hvordan kan vi …?'),
    question: words(
      'Det valgte spørgsmål – og de tre nye afsæt',
      'The chosen question – and the three new starting points',
      'Det valgte spørsmålet – og de tre nye innfallsvinklene',
    ),
    kind: 'text',
    rect: { x: 0, y: 0, w: 3200, h: 300 },
  },
  sheet('A', 0),
  sheet('B', 540),
  sheet('C', 1080),
  sheet('D', 1620),
  sheet('E', 2160),
  sheet('F', 2700),
  sketch(1, 0),
  sketch(2, 405),
  sketch(3, 810),
  sketch(4, 1215),
  sketch(5, 1620),
  sketch(6, 2025),
  sketch(7, 2430),
  sketch(8, 2835),
  ideaCard(1, 0),
  ideaCard(2, 540),
  ideaCard(3, 1080),
  ideaCard(4, 1620),
  ideaCard(5, 2160),
  ideaCard(6, 2700),
  {
    key: 'alle',
    heading: words('Alle idéer', 'All ideas', 'Alle ideer'),
    question: words(
      'Saml, navngiv og slå sammen. Ingen vurdering endnu.',
      'Gather, name and merge. No judging yet.',
      'Samle, gi navn og slå sammen. Ingen vurdering ennå.',
    ),
    kind: 'notes',
    rect: { x: 3240, y: 0, w: 1160, h: 2820 },
  },
]
