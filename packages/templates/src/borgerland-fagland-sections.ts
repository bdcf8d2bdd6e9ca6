import { type TemplateSection, words } from './template.ts'

/** The sections of T08, in the order in which they are read. */
export const BORGERLAND_FAGLAND_SECTIONS: readonly TemplateSection[] = [
  {
    key: 'forskydninger',
    heading: words('De tre største kløfter', 'The three biggest gaps', 'De tre største kløftene'),
    question: words(
      'Hvor er afstanden mellem borgerland og fagland størst?',
      'Where is the distance between the two lands greatest?',
      'Hvor er avstanden mellom innbyggerland og fagland størst?',
    ),
    kind: 'notes',
    rect: { x: 0, y: 1800, w: 1460, h: 520 },
  },
  {
    key: 'loefter',
    heading: words(
      'Det gør vi anderledes fra i morgen',
      'What we do differently from tomorrow',
      'Dette gjør vi annerledes fra i morgen',
    ),
    question: words(
      'Hvilken lille ting kan hver af os ændre uden at spørge nogen?',
      'Which small thing can each of us change without asking anybody?',
      'Hvilken liten ting kan hver av oss endre uten å spørre noen?',
    ),
    kind: 'notes',
    rect: { x: 1500, y: 1800, w: 1460, h: 520 },
  },
]
