import { type TemplateGrid, words } from './template.ts'

/** The grid of T08, read column by column. */
export const BORGERLAND_FAGLAND_GRID: TemplateGrid = {
  key: 'land',
  name: words('Borgerland og fagland', 'Citizen land and professional land', 'Innbyggerland og fagland'),
  x: 0,
  y: 0,
  labelWidth: 360,
  headingHeight: 200,
  readBy: 'columns',
  columns: [
    {
      key: 'borgerland',
      heading: words('Borgerland', 'Citizen land', 'Innbyggerland'),
      question: words(
        'Sådan ser det ud fra stuen, skolegården, arbejdspladsen',
        'What it looks like from the living room, the schoolyard, the workplace',
        'Slik ser det ut fra stua, skolegården, arbeidsplassen',
      ),
      x: 360,
      w: 940,
    },
    {
      key: 'moedet',
      heading: words('Mødet', 'The meeting place', 'Møtet'),
      question: words(
        'Hvor gnider det – og hvor kan vi mødes?',
        'Where does it chafe – and where can we meet?',
        'Hvor gnisser det – og hvor kan vi møtes?',
      ),
      x: 1300,
      w: 720,
    },
    {
      key: 'fagland',
      heading: words('Fagland', 'Professional land', 'Fagland'),
      question: words(
        'Sådan ser det ud fra kontoret, vagtplanen, lovgivningen',
        'What it looks like from the office, the rota, the law',
        'Slik ser det ut fra kontoret, vaktplanen, lovgivningen',
      ),
      x: 2020,
      w: 940,
    },
  ],
  lanes: [
    {
      key: 'hverdag',
      heading: words('Hverdag og opgaver', 'Everyday life and tasks', 'Hverdag og oppgaver'),
      question: words('Hvad fylder i dagen?', 'What fills the day?', 'Hva fyller dagen?'),
      y: 200,
      h: 260,
    },
    {
      key: 'sprog',
      heading: words('Ord vi bruger', 'Words we use', 'Ord vi bruker'),
      question: words('Hvad kalder vi det samme?', 'What do we call the same thing?', 'Hva kaller vi det samme?'),
      y: 460,
      h: 260,
    },
    {
      key: 'tid',
      heading: words('Tid og rytme', 'Time and rhythm', 'Tid og rytme'),
      question: words(
        'Hvornår er noget hurtigt, sent, akut?',
        'When is something fast, late, urgent?',
        'Når er noe raskt, sent, akutt?',
      ),
      y: 720,
      h: 260,
    },
    {
      key: 'maal',
      heading: words('Et godt resultat', 'A good result', 'Et godt resultat'),
      question: words('Hvornår er det lykkedes?', 'When has it succeeded?', 'Når er det vellykket?'),
      y: 980,
      h: 260,
    },
    {
      key: 'uro',
      heading: words('Det bekymrer os', 'What worries us', 'Dette bekymrer oss'),
      question: words('Hvad ligger vi vågne over?', 'What keeps us awake?', 'Hva ligger vi våkne over?'),
      y: 1240,
      h: 260,
    },
    {
      key: 'tror',
      heading: words('Det tror vi om de andre', 'What we believe about the others', 'Dette tror vi om de andre'),
      question: words(
        'Hvilke antagelser har vi om hinanden?',
        'Which assumptions do we hold about each other?',
        'Hvilke antakelser har vi om hverandre?',
      ),
      y: 1500,
      h: 260,
    },
  ],
}
