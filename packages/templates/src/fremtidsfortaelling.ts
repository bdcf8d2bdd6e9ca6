import { FREMTIDSFORTAELLING_EXAMPLES } from './fremtidsfortaelling-examples.ts'
import { FREMTIDSFORTAELLING_GRID } from './fremtidsfortaelling-grid.ts'
import { same, type Template, words } from './template.ts'

/** T18, the future narrative. `20XX` stands for the year that the team chooses in the first section. */
export const fremtidsfortaelling: Template = {
  id: 'fremtidsfortaelling',
  number: 'T18',
  name: words('Fremtidsfortælling', 'Future narrative', 'Framtidsfortelling'),
  purpose: words(
    'Fortæller en helt almindelig dag, når løsningen er blevet hverdag, og finder baglæns ud af, hvad der skulle til.',
    'Tells an ordinary day once the solution has become everyday life, and works out backwards what it took.',
    'Forteller om en helt vanlig dag når løsningen er blitt hverdag, og finner baklengs ut hva som skulle til.',
  ),
  when: words(
    'Anden mandag kl. 10.15–11.15; kan også åbne et projekt',
    'Second Monday 10.15–11.15; may also open a project',
    'Andre mandag kl. 10.15–11.15; kan også åpne et prosjekt',
  ),
  who: words(
    'Sprintteam og de ledere og medarbejdere, der overtager',
    'Sprint team and the managers and staff who take over',
    'Sprintteam og de lederne og medarbeiderne som tar over',
  ),
  duration: same('60 min'),
  minutes: { least: 60, most: 60 },
  people: { least: 3, most: 8 },
  group: 'work',
  phase: 'work',
  phaseName: words('Virk', 'Put to work', 'Sett i verk'),
  toolType: 'closes',
  size: { w: 4140, h: 3040 },
  sections: [
    {
      key: 'ramme',
      heading: words('Rammen', 'The frame', 'Rammen'),
      question: words(
        'Hvilket år, hvilken ugedag, hvilket sted? (to til fem år frem)',
        'Which year, weekday and place? (two to five years ahead)',
        'Hvilket år, hvilken ukedag, hvilket sted? (to til fem år fram)',
      ),
      kind: 'notes',
      rect: { x: 0, y: 0, w: 720, h: 620 },
    },
    {
      key: 'hovedperson',
      heading: words('Hovedpersonerne', 'The main characters', 'Hovedpersonene'),
      question: words(
        'Hvilken borger og hvilken medarbejder følger vi?',
        'Which citizen and which staff member do we follow?',
        'Hvilken innbygger og hvilken medarbeider følger vi?',
      ),
      kind: 'notes',
      rect: { x: 760, y: 0, w: 720, h: 620 },
    },
    {
      key: 'forskel',
      heading: words('Før og nu', 'Before and now', 'Før og nå'),
      question: words(
        'Hvad sagde man før – og hvad siger man nu?',
        'What did people say before – and what now?',
        'Hva sa man før – og hva sier man nå?',
      ),
      kind: 'notes',
      rect: { x: 1520, y: 0, w: 720, h: 620 },
    },
    {
      key: 'ikke',
      heading: words('Det er ikke fremtiden', 'That is not the future', 'Dette er ikke framtiden'),
      question: words(
        'Hvad skal vi passe på ikke at love?',
        'What must we be careful not to promise?',
        'Hva må vi passe på å ikke love?',
      ),
      kind: 'notes',
      rect: { x: 2280, y: 0, w: 880, h: 620 },
    },
    {
      key: 'bag-20xx',
      heading: words('20XX: det er hverdag', '20XX: it is everyday life', '20XX: det er hverdag'),
      question: words('Hvad er på plads?', 'What is in place?', 'Hva er på plass?'),
      kind: 'notes',
      rect: { x: 0, y: 2340, w: 600, h: 700 },
    },
    {
      key: 'bag-1aar',
      heading: words('Et år før', 'One year before', 'Ett år før'),
      question: words('Hvad måtte være sket?', 'What had to have happened?', 'Hva måtte ha skjedd?'),
      kind: 'notes',
      rect: { x: 640, y: 2340, w: 600, h: 700 },
    },
    {
      key: 'bag-6mdr',
      heading: words('Seks måneder efter sprintet', 'Six months after the sprint', 'Seks måneder etter sprinten'),
      question: words(
        'Hvad måtte være besluttet, lært eller stoppet?',
        'What had to have been decided, learned or stopped?',
        'Hva måtte være besluttet, lært eller stoppet?',
      ),
      kind: 'notes',
      rect: { x: 1280, y: 2340, w: 600, h: 700 },
    },
    {
      key: 'bag-1mdr',
      heading: words('En måned efter', 'One month after', 'En måned etter'),
      question: words('Hvem gjorde hvad?', 'Who did what?', 'Hvem gjorde hva?'),
      kind: 'notes',
      rect: { x: 1920, y: 2340, w: 600, h: 700 },
    },
    {
      key: 'bag-mandag',
      heading: words('På mandag', 'On Monday', 'På mandag'),
      question: words(
        'Hvad er det allerførste skridt?',
        'What is the very first step?',
        'Hva er det aller første steget?',
      ),
      kind: 'notes',
      rect: { x: 2560, y: 2340, w: 600, h: 700 },
    },
    {
      key: 'vaelte',
      heading: words('Hvad kunne vælte fortællingen?', 'What could topple the story?', 'Hva kan velte fortellingen?'),
      question: words(
        'Hvilke tre ting skal vi holde øje med?',
        'Which three things must we watch?',
        'Hvilke tre ting må vi holde øye med?',
      ),
      kind: 'notes',
      rect: { x: 3200, y: 0, w: 720, h: 800 },
    },
    {
      key: 'fortaelling',
      heading: words('Fremtidsfortællingen', 'The future narrative', 'Framtidsfortellingen'),
      question: words(
        'Skriv 200–300 ord i nutid og jeg-form: »Det er tirsdag i 20XX …«',
        'Write 200–300 words in the present tense and first person: "It is Tuesday in 20XX …"',
        'Skriv 200–300 ord i nåtid og jeg-form: «Det er tirsdag i 20XX …»',
      ),
      kind: 'text',
      rect: { x: 3200, y: 840, w: 940, h: 2200 },
    },
  ],
  grids: [FREMTIDSFORTAELLING_GRID],
  examples: FREMTIDSFORTAELLING_EXAMPLES,
  steps: [
    words(
      'Vælg år og hovedpersoner; læs persona og storyboard op.',
      'Choose year and main characters; read persona and storyboard aloud.',
      'Velg år og hovedpersoner; les opp persona og storyboard.',
    ),
    words(
      'Fyld dagen: først borgeren i dag, så borgeren i 20XX, så medarbejderen samme tidspunkt.',
      'Fill the day: first the citizen today, then the citizen in 20XX, then the staff member at the same time.',
      'Fyll ut dagen: først innbyggeren i dag, så innbyggeren i 20XX, så medarbeideren på samme tidspunkt.',
    ),
    words(
      'Skriv fortællingen i par på 15 minutter, og læs højt.',
      'Write the story in pairs in 15 minutes and read it aloud.',
      'Skriv fortellingen i par på 15 minutter, og les den høyt.',
    ),
    words(
      'Gå baglæns: hvad måtte være sket året før, halvåret før, måneden før – helt til på mandag.',
      'Go backwards: what had to have happened the year before, half-year before, month before – down to this Monday.',
      'Gå baklengs: hva måtte ha skjedd året før, halvåret før, måneden før – helt fram til på mandag.',
    ),
    words(
      'Skriv, hvad der kunne vælte den, og hvad I ikke lover.',
      'Write what could topple it and what you do not promise.',
      'Skriv hva som kan velte den, og hva dere ikke lover.',
    ),
  ],
  handsOnTo: [
    {
      to: 'T19',
      slug: 'implementeringsplan',
      name: words('Implementeringsplan', 'Implementation plan', 'Implementeringsplan'),
      what: words(
        'De fem baglæns-felter bliver tidslinjens første aktiviteter.',
        'The five backcasting boxes become the first activities of the timeline.',
        'De fem baklengsfeltene blir de første aktivitetene på tidslinja.',
      ),
    },
    {
      to: 'T21',
      slug: 'gevinstoverblik',
      name: words('Gevinstoverblik', 'Benefits overview', 'Gevinstoversikt'),
      what: words(
        '»Før og nu« bliver forventede gevinster.',
        '"Before and now" becomes expected benefits.',
        '«Før og nå» blir forventede gevinster.',
      ),
    },
    {
      to: 'T23',
      slug: 'styregruppestatus',
      name: words('Status på én side', 'One-page status', 'Status på én side'),
      what: words(
        'Fortællingen kan læses op ved fremlæggelsen.',
        'The narrative can be read out at the presentation.',
        'Fortellingen kan leses opp ved framleggingen.',
      ),
    },
  ],
  short: null,
  presentation: ['forskel', 'dag', 'fortaelling', 'bag-20xx', 'bag-1aar', 'bag-6mdr', 'bag-1mdr', 'bag-mandag'],
}
