import { type TemplateGrid, words } from './template.ts'

/** The day of T18: five times of day across, the citizen and the staff member down. */
export const FREMTIDSFORTAELLING_GRID: TemplateGrid = {
  key: 'dag',
  name: words('Dagen', 'The day', 'Dagen'),
  x: 0,
  y: 660,
  labelWidth: 360,
  headingHeight: 160,
  readBy: 'columns',
  columns: [
    { key: 'morgen', heading: words('Morgen', 'Morning', 'Morgen'), question: null, x: 360, w: 560 },
    { key: 'formiddag', heading: words('Formiddag', 'Late morning', 'Formiddag'), question: null, x: 920, w: 560 },
    { key: 'middag', heading: words('Middag', 'Midday', 'Midt på dagen'), question: null, x: 1480, w: 560 },
    { key: 'eftermiddag', heading: words('Eftermiddag', 'Afternoon', 'Ettermiddag'), question: null, x: 2040, w: 560 },
    { key: 'aften', heading: words('Aften', 'Evening', 'Kveld'), question: null, x: 2600, w: 560 },
  ],
  lanes: [
    {
      key: 'idag',
      heading: words('Borgeren i dag', 'The citizen today', 'Innbyggeren i dag'),
      question: words(
        'Hvad sker der på en dag som i dag?',
        'What happens on a day like today?',
        'Hva skjer på en dag som i dag?',
      ),
      y: 820,
      h: 260,
    },
    {
      key: 'borger',
      heading: words('Borgeren i 20XX', 'The citizen in 20XX', 'Innbyggeren i 20XX'),
      question: words(
        'Hvad sker der, når løsningen er blevet hverdag?',
        'What happens once the solution has become everyday life?',
        'Hva skjer når løsningen er blitt hverdag?',
      ),
      y: 1080,
      h: 480,
    },
    {
      key: 'medarbejder',
      heading: words('Medarbejderen i 20XX', 'The staff member in 20XX', 'Medarbeideren i 20XX'),
      question: words(
        'Hvad gør medarbejderen samme dag – og hvad gør hun ikke længere?',
        'What does the staff member do the same day – and what no longer?',
        'Hva gjør medarbeideren samme dag – og hva gjør hun ikke lenger?',
      ),
      y: 1560,
      h: 480,
    },
    {
      key: 'foeles',
      heading: words('Sådan føles det', 'How it feels', 'Slik føles det'),
      question: words(
        'Ét ord pr. tidspunkt fra hver af de to',
        'One word per time from each of the two',
        'Ett ord per tidspunkt fra hver av de to',
      ),
      y: 2040,
      h: 260,
    },
  ],
}
