import { type TemplateGrid, words } from './template.ts'

/** The grid of T14, read line by line. */
export const PROEVEHANDLING_GRID: TemplateGrid = {
  key: 'log',
  name: words('Log', 'Log', 'Logg'),
  x: 0,
  y: 1500,
  labelWidth: 260,
  headingHeight: 160,
  readBy: 'lanes',
  columns: [
    { key: 'dato', heading: words('Dato og sted', 'Date and place', 'Dato og sted'), question: null, x: 260, w: 460 },
    { key: 'hvem', heading: words('Med hvem', 'With whom', 'Med hvem'), question: null, x: 720, w: 460 },
    {
      key: 'saa',
      heading: words('Det så og hørte vi', 'What we saw and heard', 'Det så og hørte vi'),
      question: null,
      x: 1180,
      w: 740,
    },
    {
      key: 'overraskelse',
      heading: words('Det overraskede', 'What surprised us', 'Det som overrasket'),
      question: null,
      x: 1920,
      w: 740,
    },
    {
      key: 'aendring',
      heading: words('Det ændrede vi', 'What we changed', 'Det endret vi'),
      question: null,
      x: 2660,
      w: 740,
    },
  ],
  lanes: [
    { key: 'r1', heading: words('Afprøvning 1', 'Try-out 1', 'Utprøving 1'), question: null, y: 1660, h: 260 },
    { key: 'r2', heading: words('Afprøvning 2', 'Try-out 2', 'Utprøving 2'), question: null, y: 1920, h: 260 },
    { key: 'r3', heading: words('Afprøvning 3', 'Try-out 3', 'Utprøving 3'), question: null, y: 2180, h: 260 },
    { key: 'r4', heading: words('Afprøvning 4', 'Try-out 4', 'Utprøving 4'), question: null, y: 2440, h: 260 },
    { key: 'r5', heading: words('Afprøvning 5', 'Try-out 5', 'Utprøving 5'), question: null, y: 2700, h: 260 },
  ],
}
