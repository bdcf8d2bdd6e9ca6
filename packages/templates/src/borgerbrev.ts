import { BORGERBREV_EXAMPLES } from './borgerbrev-examples.ts'
import { BORGERBREV_SECTIONS } from './borgerbrev-sections.ts'
import { same, type Template, words } from './template.ts'

/** T15, citizen letter in plain language. */
export const borgerbrev: Template = {
  id: 'borgerbrev',
  number: 'T15',
  name: words('Borgerbrev i klart sprog', 'Citizen letter in plain language', 'Innbyggerbrev i klart språk'),
  purpose: words(
    'Skriver et svært brev om, så borgeren forstår det vigtigste med det samme og ved, hvad hun skal gøre.',
    'Rewrites a difficult letter so that the citizen grasps what matters at once and knows what to do.',
    'Skriver om et vanskelig brev, slik at innbyggeren forstår det viktigste med en gang og vet hva hun skal gjøre.',
  ),
  when: words(
    'Torsdag kl. 13.45, når løsningen rummer et brev; også selvstændig to-timers workshop',
    'Thursday 13.45 when the solution includes a letter; also a stand-alone two-hour workshop',
    'Torsdag kl. 13.45, når løsningen inneholder et brev; også egen totimers workshop',
  ),
  who: words(
    'Sagsbehandler, jurist, kommunikationsmedarbejder, to-tre borgere som læsere',
    'Caseworker, lawyer, communications officer, two or three citizens as readers',
    'Saksbehandler, jurist, kommunikasjonsrådgiver, to–tre innbyggere som lesere',
  ),
  duration: words(
    '2 timer (kort udgave 75 min i sprintet)',
    '2 hours (short version 75 min in the sprint)',
    '2 timer (kort utgave 75 min i sprinten)',
  ),
  minutes: { least: 120, most: 120 },
  people: { least: 3, most: 8 },
  group: 'create',
  phase: 'create',
  phaseName: words('Skab', 'Create', 'Skap'),
  toolType: 'closes',
  size: { w: 5320, h: 1940 },
  sections: BORGERBREV_SECTIONS,
  grids: [],
  examples: BORGERBREV_EXAMPLES,
  steps: [
    words(
      'Fjern personoplysninger, og læs brevet højt, som om I var Karen.',
      'Remove personal data and read the letter aloud as if you were Karen.',
      'Fjern personopplysninger, og les brevet høyt som om dere var Karen.',
    ),
    words(
      'Find kernen, før I retter ordene: vide, føle, gøre.',
      'Find the core before fixing the words: know, feel, do.',
      'Finn kjernen før dere retter ordene: vite, føle, gjøre.',
    ),
    words(
      'Alle skriver felt 1–3 hver for sig på fem minutter; vælg det bedste fra hver.',
      'Everybody writes boxes 1–3 individually in five minutes; choose the best from each.',
      'Alle skriver felt 1–3 hver for seg på fem minutter; velg det beste fra hver.',
    ),
    words(
      'Lad juristen markere det, der skal med – og flyt det til felt 5 og 6.',
      'Let the lawyer mark what must be included – and move it to boxes 5 and 6.',
      'La juristen markere det som må med – og flytt det til felt 5 og 6.',
    ),
    words(
      'Test med tre læsere med fire spørgsmål; ret, og test igen.',
      'Test with three readers and four questions; correct and test again.',
      'Test med tre lesere og fire spørsmål; rett, og test igjen.',
    ),
  ],
  handsOnTo: [
    {
      to: 'T14',
      slug: 'proevehandling',
      name: words('Prøvehandling og testplan', 'Trial action and test plan', 'Utprøving og testplan'),
      what: words(
        'Det nye brev er en prøve: send til fem borgere først.',
        'The new letter is a trial: send it to five citizens first.',
        'Det nye brevet er en utprøving: send det til fem innbyggere først.',
      ),
    },
    {
      to: 'T19',
      slug: 'implementeringsplan',
      name: words('Implementeringsplan', 'Implementation plan', 'Implementeringsplan'),
      what: words('»Sådan kommer det i brug«.', '"How it gets into use".', '«Slik tas det i bruk».'),
    },
    {
      to: 'T21',
      slug: 'gevinstoverblik',
      name: words('Gevinstoverblik', 'Benefits overview', 'Gevinstoversikt'),
      what: words(
        'Antal opkald før/efter som indikator.',
        'Number of calls before/after as indicator.',
        'Antall oppringninger før/etter som indikator.',
      ),
    },
  ],
  short: {
    duration: same('75 min'),
    minutes: { least: 75, most: 75 },
    sections: [
      'foer',
      'kerne',
      'skal',
      'ny-overskrift',
      'ny-vigtigst',
      'ny-betyder',
      'ny-goer',
      'ny-hjaelp',
      'ny-hvorfor',
      'ny-regler',
      'test',
    ],
    places: { kerne: { h: 950 }, skal: { y: 990, h: 950 }, test: { w: 720, h: 1940 } },
    columns: [],
    lanes: [],
  },
}
