import { type TemplateGrid, words } from './template.ts'

/** The grid of T22, read line by line. */
export const PROCESLOG_GRID: TemplateGrid = {
  key: 'log',
  name: words('Log', 'Log', 'Logg'),
  x: 0,
  y: 700,
  labelWidth: 200,
  headingHeight: 160,
  readBy: 'lanes',
  columns: [
    { key: 'dato', heading: words('Dato', 'Date', 'Dato'), question: null, x: 200, w: 300 },
    {
      key: 'type',
      heading: words('Hvad ændrede sig?', 'What changed?', 'Hva endret seg?'),
      question: null,
      x: 500,
      w: 420,
    },
    { key: 'fra', heading: words('Fra', 'From', 'Fra'), question: null, x: 920, w: 560 },
    { key: 'til', heading: words('Til', 'To', 'Til'), question: null, x: 1480, w: 560 },
    { key: 'hvorfor', heading: words('Hvorfor?', 'Why?', 'Hvorfor?'), question: null, x: 2040, w: 620 },
    {
      key: 'hvem',
      heading: words('Hvem besluttede?', 'Who decided?', 'Hvem besluttet?'),
      question: null,
      x: 2660,
      w: 420,
    },
    {
      key: 'konsekvens',
      heading: words('Hvad betyder det?', 'What does it mean?', 'Hva betyr det?'),
      question: null,
      x: 3080,
      w: 620,
    },
  ],
  lanes: [
    { key: 'r1', heading: words('Linje 1', 'Line 1', 'Linje 1'), question: null, y: 860, h: 260 },
    { key: 'r2', heading: words('Linje 2', 'Line 2', 'Linje 2'), question: null, y: 1120, h: 260 },
    { key: 'r3', heading: words('Linje 3', 'Line 3', 'Linje 3'), question: null, y: 1380, h: 260 },
    { key: 'r4', heading: words('Linje 4', 'Line 4', 'Linje 4'), question: null, y: 1640, h: 260 },
    { key: 'r5', heading: words('Linje 5', 'Line 5', 'Linje 5'), question: null, y: 1900, h: 260 },
    { key: 'r6', heading: words('Linje 6', 'Line 6', 'Linje 6'), question: null, y: 2160, h: 260 },
    { key: 'r7', heading: words('Linje 7', 'Line 7', 'Linje 7'), question: null, y: 2420, h: 260 },
    { key: 'r8', heading: words('Linje 8', 'Line 8', 'Linje 8'), question: null, y: 2680, h: 260 },
  ],
}
