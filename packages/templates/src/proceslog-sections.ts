import { type TemplateSection, words } from './template.ts'

/** The sections of T22, in the order in which they are read. */
export const PROCESLOG_SECTIONS: readonly TemplateSection[] = [
  {
    key: 'oprindelig',
    heading: words('Oprindeligt formål og plan', 'Original purpose and plan', 'Opprinnelig formål og plan'),
    question: words(
      'Hvad troede vi mandag kl. 10.30? (låst)',
      'What did we believe on Monday 10.30? (locked)',
      'Hva trodde vi mandag kl. 10.30? (låst)',
    ),
    kind: 'text (locked)',
    rect: { x: 0, y: 0, w: 1180, h: 660 },
  },
  {
    key: 'nu',
    heading: words('Formål og plan lige nu', 'Purpose and plan right now', 'Formål og plan akkurat nå'),
    question: words(
      'Hvad arbejder vi for i dag – i én sætning?',
      'What are we working for today – in one sentence?',
      'Hva arbeider vi for i dag – i én setning?',
    ),
    kind: 'text',
    rect: { x: 1220, y: 0, w: 1180, h: 660 },
  },
  {
    key: 'sidegevinst',
    heading: words('Uventede sidegevinster', 'Unexpected side benefits', 'Uventede tilleggsgevinster'),
    question: words(
      'Hvad viste løsningen sig også at kunne?',
      'What did the solution turn out to be able to do as well?',
      'Hva viste det seg at løsningen også kunne?',
    ),
    kind: 'notes',
    rect: { x: 2440, y: 0, w: 1260, h: 660 },
  },
  {
    key: 'moenster',
    heading: words('Hvad fortæller ændringerne?', 'What do the changes tell us?', 'Hva forteller endringene?'),
    question: words(
      'Blev vi klogere på borgeren, på os selv eller på reglerne?',
      'Did we get wiser about the citizen, about ourselves or about the rules?',
      'Ble vi klokere på innbyggeren, på oss selv eller på reglene?',
    ),
    kind: 'notes',
    rect: { x: 0, y: 2980, w: 1830, h: 520 },
  },
  {
    key: 'naestegang',
    heading: words(
      'Det husker vi til næste sprint',
      'What we remember for the next sprint',
      'Dette husker vi til neste sprint',
    ),
    question: words(
      'Hvad planlægger vi løsere – og hvad fastere?',
      'What do we plan more loosely – and what more firmly?',
      'Hva planlegger vi løsere – og hva fastere?',
    ),
    kind: 'notes',
    rect: { x: 1870, y: 2980, w: 1830, h: 520 },
  },
]
