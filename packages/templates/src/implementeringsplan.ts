import { IMPLEMENTERINGSPLAN_EXAMPLES } from './implementeringsplan-examples.ts'
import { IMPLEMENTERINGSPLAN_GRID } from './implementeringsplan-grid.ts'
import { IMPLEMENTERINGSPLAN_SECTIONS } from './implementeringsplan-sections.ts'
import { same, type Template, words } from './template.ts'

/** T19, implementation plan. */
export const implementeringsplan: Template = {
  id: 'implementeringsplan',
  number: 'T19',
  name: words('Implementeringsplan', 'Implementation plan', 'Implementeringsplan'),
  purpose: words(
    'Får løsningen fra sprint til drift: hvem gør hvad hvornår, hvad må ikke ændres, og hvad holder vi op med.',
    'Takes the solution from sprint to operations: who does what when, what must not be changed, and what we stop doing.',
    'Får løsningen fra sprint til drift: hvem gjør hva når, hva må ikke endres, og hva slutter vi med.',
  ),
  when: words(
    'Anden mandag kl. 11.15–12.00 og 12.30–13.15',
    'Second Monday 11.15–12.00 and 12.30–13.15',
    'Andre mandag kl. 11.15–12.00 og 12.30–13.15',
  ),
  who: words(
    'Sprintteam, modtagende leder, tillidsrepræsentant eller nøglemedarbejder fra driften',
    'Sprint team, receiving manager, staff representative or key person from operations',
    'Sprintteam, mottakende leder, tillitsvalgt eller nøkkelperson fra driften',
  ),
  duration: same('90 min'),
  minutes: { least: 90, most: 90 },
  people: { least: 4, most: 10 },
  group: 'work',
  phase: 'work',
  phaseName: words('Virk', 'Put to work', 'Sett i verk'),
  toolType: 'closes',
  size: { w: 4360, h: 2200 },
  sections: IMPLEMENTERINGSPLAN_SECTIONS,
  grids: [IMPLEMENTERINGSPLAN_GRID],
  examples: IMPLEMENTERINGSPLAN_EXAMPLES,
  steps: [
    words(
      'Skriv løsningen i to sætninger, og del den i kerne og det, der må tilpasses.',
      'Write the solution in two sentences and split it into core and adaptable.',
      'Skriv løsningen i to setninger, og del den i kjernen og det som kan tilpasses.',
    ),
    words(
      'Hent de baglæns trin fra fremtidsfortællingen ind på tidslinjen.',
      'Bring the backcasting steps from the future narrative onto the timeline.',
      'Hent baklengsstegene fra framtidsfortellingen inn på tidslinja.',
    ),
    words(
      'Fyld første søjle helt; de næste kun, hvor noget skal besluttes nu.',
      'Fill the first column completely; the next only where something must be decided now.',
      'Fyll ut hele den første kolonnen; de neste bare der noe må besluttes nå.',
    ),
    words(
      'Find mindst én ting, I holder op med.',
      'Find at least one thing you stop doing.',
      'Finn minst én ting dere slutter med.',
    ),
    words(
      'Sæt ejer på – en person i driften, ikke sprintteamet – og aftal første opfølgning.',
      'Name an owner – a person in operations, not the sprint team – and agree the first follow-up.',
      'Sett på en eier – en person i driften, ikke sprintteamet – og avtal første oppfølging.',
    ),
  ],
  handsOnTo: [
    {
      to: 'T20',
      slug: 'laeringsloop',
      name: words('Læringsloop', 'Learning loop', 'Læringssløyfe'),
      what: words(
        'Opfølgningsdatoer bliver runder.',
        'Follow-up dates become rounds.',
        'Oppfølgingsdatoer blir runder.',
      ),
    },
    {
      to: 'T21',
      slug: 'gevinstoverblik',
      name: words('Gevinstoverblik', 'Benefits overview', 'Gevinstoversikt'),
      what: words('Ejere og tidspunkter.', 'Owners and dates.', 'Eiere og tidspunkter.'),
    },
    {
      to: 'T23',
      slug: 'styregruppestatus',
      name: words('Status på én side', 'One-page status', 'Status på én side'),
      what: words('Ejer, næste møde, risici.', 'Owner, next meeting, risks.', 'Eier, neste møte, risikoer.'),
    },
  ],
  short: null,
}
