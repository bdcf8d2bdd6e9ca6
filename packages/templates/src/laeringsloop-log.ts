import { type GridLane, type TemplateGrid, words } from './template.ts'

const round = (number: number): GridLane => ({
  key: `r${number}`,
  heading: words(`Runde ${number}`, `Round ${number}`, `Runde ${number}`),
  question: null,
  y: 2220 + (number - 1) * 260,
  h: 260,
})

/** The log of T20: one line per round, read from left to right. */
export const LAERINGSLOOP_LOG: TemplateGrid = {
  key: 'log',
  name: words('Log', 'Log', 'Logg'),
  x: 0,
  y: 2060,
  labelWidth: 200,
  headingHeight: 160,
  readBy: 'lanes',
  columns: [
    { key: 'dato', heading: words('Runde og dato', 'Round and date', 'Runde og dato'), question: null, x: 200, w: 400 },
    {
      key: 'proevede',
      heading: words('Det prøvede vi', 'What we tried', 'Det prøvde vi'),
      question: null,
      x: 600,
      w: 620,
    },
    { key: 'saa', heading: words('Det så vi', 'What we saw', 'Det så vi'), question: null, x: 1220, w: 620 },
    {
      key: 'laerte',
      heading: words('Det lærte vi', 'What we learned', 'Det lærte vi'),
      question: null,
      x: 1840,
      w: 620,
    },
    { key: 'beslutning', heading: words('Beslutning', 'Decision', 'Beslutning'), question: null, x: 2460, w: 500 },
    {
      key: 'ansvar',
      heading: words('Ansvar og næste dato', 'Responsible and next date', 'Ansvar og neste dato'),
      question: null,
      x: 2960,
      w: 500,
    },
  ],
  lanes: [1, 2, 3, 4, 5, 6].map(round),
}
