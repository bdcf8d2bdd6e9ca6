import { GEVINSTOVERBLIK_EXAMPLES } from './gevinstoverblik-examples.ts'
import { GEVINSTOVERBLIK_GRID } from './gevinstoverblik-grid.ts'
import { GEVINSTOVERBLIK_SECTIONS } from './gevinstoverblik-sections.ts'
import { same, type Template, words } from './template.ts'

/** T21, benefits overview. */
export const gevinstoverblik: Template = {
  id: 'gevinstoverblik',
  number: 'T21',
  name: words('Gevinstoverblik', 'Benefits overview', 'Gevinstoversikt'),
  purpose: words(
    'Samler, hvad løsningen skal give, til hvem, hvordan vi kan se det, og hvem der holder øje.',
    'Collects what the solution should yield, to whom, how we can tell, and who keeps watch.',
    'Samler hva løsningen skal gi, til hvem, hvordan vi kan se det, og hvem som følger med.',
  ),
  when: words(
    'Anden mandag kl. 13.15; udkast allerede ved kick-off',
    'Second Monday 13.15; draft already at kick-off',
    'Andre mandag kl. 13.15; utkast allerede ved kick-off',
  ),
  who: words(
    'Sprintteam, økonomi- eller udviklingskonsulent, modtagende leder',
    'Sprint team, finance or development consultant, receiving manager',
    'Sprintteam, økonomi- eller utviklingsrådgiver, mottakende leder',
  ),
  duration: same('45 min'),
  minutes: { least: 45, most: 45 },
  people: { least: 3, most: 8 },
  group: 'work',
  phase: 'work',
  phaseName: words('Virk', 'Put to work', 'Sett i verk'),
  toolType: 'closes',
  size: { w: 3660, h: 2140 },
  sections: GEVINSTOVERBLIK_SECTIONS,
  grids: [GEVINSTOVERBLIK_GRID],
  examples: GEVINSTOVERBLIK_EXAMPLES,
  steps: [
    words(
      'Begynd med borgeren: skriv gevinster som noget, nogen oplever.',
      'Begin with the citizen: write benefits as something somebody experiences.',
      'Begynn med innbyggeren: skriv gevinster som noe noen opplever.',
    ),
    words(
      'Sæt mindst én indikator på hver, som kan ses uden nyt it.',
      'Give each at least one indicator that can be seen without new IT.',
      'Sett minst én indikator på hver, som kan ses uten nye IT-løsninger.',
    ),
    words(
      'Find udgangspunktet nu – bagefter er det for sent.',
      'Find the baseline now – afterwards it is too late.',
      'Finn nullpunktet nå – etterpå er det for sent.',
    ),
    words(
      'Sæt en gevinstejer i driften på hver linje.',
      'Put a benefit owner in operations on every line.',
      'Sett en gevinsteier i driften på hver linje.',
    ),
    words(
      'Skriv ulemper og sidegevinster; de hører med.',
      'Write drawbacks and side benefits; they belong here.',
      'Skriv ulemper og tilleggsgevinster; de hører med.',
    ),
  ],
  handsOnTo: [
    {
      to: 'T23',
      slug: 'styregruppestatus',
      name: words('Status på én side', 'One-page status', 'Status på én side'),
      what: words(
        'Én gevinst pr. type med status.',
        'One benefit per type with status.',
        'Én gevinst per type med status.',
      ),
    },
    {
      to: 'T20',
      slug: 'laeringsloop',
      name: words('Læringsloop', 'Learning loop', 'Læringssløyfe'),
      what: words(
        'Indikatorer bliver det, der observeres.',
        'Indicators become what is observed.',
        'Indikatorer blir det som observeres.',
      ),
    },
    {
      to: 'T22',
      slug: 'proceslog',
      name: words('Proceslog – ændringer undervejs', 'Process-change log', 'Prosesslogg'),
      what: words('Uventede sidegevinster.', 'Unexpected side benefits.', 'Uventede tilleggsgevinster.'),
    },
  ],
  short: null,
}
