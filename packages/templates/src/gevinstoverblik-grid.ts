import { same, type TemplateGrid, words } from './template.ts'

/** The grid of T21, read line by line. */
export const GEVINSTOVERBLIK_GRID: TemplateGrid = {
  key: 'gevinster',
  name: words('Gevinster', 'Benefits', 'Gevinster'),
  x: 0,
  y: 0,
  labelWidth: 420,
  headingHeight: 160,
  readBy: 'lanes',
  columns: [
    {
      key: 'gevinst',
      heading: words('Forventet gevinst', 'Expected benefit', 'Forventet gevinst'),
      question: null,
      x: 420,
      w: 520,
    },
    { key: 'hvem', heading: words('For hvem?', 'For whom?', 'For hvem?'), question: null, x: 940, w: 400 },
    {
      key: 'indikator',
      heading: words('Sådan ser vi den', 'How we see it', 'Slik ser vi den'),
      question: null,
      x: 1340,
      w: 520,
    },
    { key: 'start', heading: words('Udgangspunkt', 'Baseline', 'Nullpunkt'), question: null, x: 1860, w: 360 },
    { key: 'maal', heading: words('Mål', 'Target', 'Mål'), question: null, x: 2220, w: 360 },
    { key: 'ejer', heading: words('Gevinstejer', 'Benefit owner', 'Gevinsteier'), question: null, x: 2580, w: 360 },
    {
      key: 'hvornaar',
      heading: words('Måles hvornår?', 'Measured when?', 'Når måles den?'),
      question: null,
      x: 2940,
      w: 360,
    },
    { key: 'status', heading: same('Status'), question: null, x: 3300, w: 360 },
  ],
  lanes: [
    {
      key: 'kvalitet',
      heading: words('Kvalitet', 'Quality', 'Kvalitet'),
      question: words(
        'Bliver tilbuddet bedre for borgeren?',
        'Does the service get better for the citizen?',
        'Blir tilbudet bedre for innbyggeren?',
      ),
      y: 160,
      h: 260,
    },
    {
      key: 'effektivitet',
      heading: words('Effektivitet', 'Efficiency', 'Effektivitet'),
      question: words(
        'Sparer vi tid, penge eller dobbeltarbejde?',
        'Do we save time, money or duplicate work?',
        'Sparer vi tid, penger eller dobbeltarbeid?',
      ),
      y: 420,
      h: 260,
    },
    {
      key: 'borgerinddragelse',
      heading: words('Borgerinddragelse', 'Citizen involvement', 'Innbyggermedvirkning'),
      question: words('Får borgerne mere at sige?', 'Do citizens get more say?', 'Får innbyggerne mer innflytelse?'),
      y: 680,
      h: 260,
    },
    {
      key: 'medarbejdere',
      heading: words('Medarbejdertilfredshed', 'Employee satisfaction', 'Medarbeidertilfredshet'),
      question: words('Bliver arbejdet bedre?', 'Does the work get better?', 'Blir arbeidet bedre?'),
      y: 940,
      h: 260,
    },
    {
      key: 'politik',
      heading: words('Politiske mål', 'Political goals', 'Politiske mål'),
      question: words(
        'Hvilket vedtaget mål bidrager vi til?',
        'Which adopted goal do we contribute to?',
        'Hvilket vedtatt mål bidrar vi til?',
      ),
      y: 1200,
      h: 260,
    },
  ],
}
