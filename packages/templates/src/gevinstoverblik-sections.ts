import { type TemplateSection, words } from './template.ts'

/** The sections of T21, in the order in which they are read. */
export const GEVINSTOVERBLIK_SECTIONS: readonly TemplateSection[] = [
  {
    key: 'uventet',
    heading: words('Uventede sidegevinster', 'Unexpected side benefits', 'Uventede tilleggsgevinster'),
    question: words(
      'Hvad fik vi med, som ingen havde planlagt?',
      'What did we get that nobody had planned?',
      'Hva fikk vi med på kjøpet som ingen hadde planlagt?',
    ),
    kind: 'notes',
    rect: { x: 0, y: 1500, w: 1180, h: 640 },
  },
  {
    key: 'ulemper',
    heading: words('Ulemper og omkostninger', 'Drawbacks and costs', 'Ulemper og kostnader'),
    question: words(
      'Hvem bliver det sværere for? Hvad koster det?',
      'For whom does it get harder? What does it cost?',
      'Hvem blir det vanskeligere for? Hva koster det?',
    ),
    kind: 'notes',
    rect: { x: 1220, y: 1500, w: 1180, h: 640 },
  },
  {
    key: 'spredning',
    heading: words('Kan andre bruge det?', 'Can others use it?', 'Kan andre bruke det?'),
    question: words(
      'Hvem skal høre om det, og hvad skal de have med?',
      'Who should hear about it, and what should they take along?',
      'Hvem bør høre om det, og hva bør de få med seg?',
    ),
    kind: 'notes',
    rect: { x: 2440, y: 1500, w: 1220, h: 640 },
  },
]
