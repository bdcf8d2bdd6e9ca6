import { same, type TemplateGrid, words } from './template.ts'

/** The grid of T19, read column by column. */
export const IMPLEMENTERINGSPLAN_GRID: TemplateGrid = {
  key: 'plan',
  name: same('Plan'),
  x: 760,
  y: 0,
  labelWidth: 360,
  headingHeight: 160,
  readBy: 'columns',
  columns: [
    { key: 'nu', heading: words('0–30 dage', '0–30 days', '0–30 dager'), question: null, x: 1120, w: 620 },
    { key: 'q1', heading: words('1–3 måneder', '1–3 months', '1–3 måneder'), question: null, x: 1740, w: 620 },
    { key: 'q2', heading: words('3–6 måneder', '3–6 months', '3–6 måneder'), question: null, x: 2360, w: 620 },
    { key: 'aar', heading: words('6–12 måneder', '6–12 months', '6–12 måneder'), question: null, x: 2980, w: 620 },
  ],
  lanes: [
    {
      key: 'aktivitet',
      heading: words('Aktiviteter', 'Activities', 'Aktiviteter'),
      question: words('Hvad sker der konkret?', 'What concretely happens?', 'Hva skjer konkret?'),
      y: 160,
      h: 480,
    },
    {
      key: 'ansvar',
      heading: words('Ansvar', 'Responsible', 'Ansvar'),
      question: words(
        'Hvem ejer, hvem hjælper, hvem beslutter?',
        'Who owns, who helps, who decides?',
        'Hvem eier, hvem hjelper, hvem beslutter?',
      ),
      y: 640,
      h: 260,
    },
    {
      key: 'medarbejdere',
      heading: words('Medarbejdere og kompetencer', 'Staff and skills', 'Ansatte og kompetanse'),
      question: words(
        'Hvem skal kunne noget nyt, og hvordan lærer de det?',
        'Who must learn something new, and how?',
        'Hvem må kunne noe nytt, og hvordan lærer de det?',
      ),
      y: 900,
      h: 260,
    },
    {
      key: 'borgere',
      heading: words('Borgere og pårørende', 'Citizens and relatives', 'Innbyggere og pårørende'),
      question: words(
        'Hvad skal de vide, og hvordan er de med?',
        'What must they know, and how do they take part?',
        'Hva må de vite, og hvordan er de med?',
      ),
      y: 1160,
      h: 260,
    },
    {
      key: 'regler',
      heading: words('It, data og regler', 'IT, data and rules', 'IT, data og regler'),
      question: words(
        'Hvad skal ændres, godkendes eller slettes?',
        'What must be changed, approved or deleted?',
        'Hva må endres, godkjennes eller slettes?',
      ),
      y: 1420,
      h: 260,
    },
    {
      key: 'oekonomi',
      heading: words('Tid og penge', 'Time and money', 'Tid og penger'),
      question: words(
        'Hvad koster det i timer og kroner?',
        'What does it cost in hours and money?',
        'Hva koster det i timer og kroner?',
      ),
      y: 1680,
      h: 260,
    },
    {
      key: 'opfoelgning',
      heading: words('Opfølgning', 'Follow-up', 'Oppfølging'),
      question: words(
        'Hvornår kører vi læringsloop, og hvad ser vi på?',
        'When do we run the learning loop, and what do we look at?',
        'Når kjører vi læringssløyfe, og hva ser vi på?',
      ),
      y: 1940,
      h: 260,
    },
  ],
}
