import { MULIGHEDSRUM_EXAMPLES } from './mulighedsrum-examples.ts'
import { same, type Template, type TemplateSection, words } from './template.ts'

/** The five sections of one opportunity space; three of them lie below each other. */
function space(number: 1 | 2 | 3, y: number): TemplateSection[] {
  const part = (
    key: string,
    x: number,
    w: number,
    da: string,
    en: string,
    nb: string,
  ): Omit<TemplateSection, 'question'> => ({
    key: `m${number}-${key}`,
    heading: words(`${number} · ${da}`, `${number} · ${en}`, `${number} · ${nb}`),
    kind: 'notes',
    rect: { x, y, w, h: 460 },
  })
  return [
    {
      ...part('situation', 980, 500, 'Situation', 'Situation', 'Situasjon'),
      question: words(
        'Overskrift og øjeblikket kort fortalt',
        'Heading and the moment in brief',
        'Overskrift og øyeblikket kort fortalt',
      ),
    },
    {
      ...part('dilemma', 1520, 500, 'Dilemma', 'Dilemma', 'Dilemma'),
      question: words(
        'Hvad trækker i hver sin retning?',
        'What pulls in different directions?',
        'Hva trekker i hver sin retning?',
      ),
    },
    {
      ...part('behov', 2060, 500, 'Behov', 'Need', 'Behov'),
      question: words('Hvilket behov ligger bag?', 'Which need lies behind?', 'Hvilket behov ligger bak?'),
    },
    {
      ...part('effekt', 2600, 500, 'Ønsket effekt', 'Desired effect', 'Ønsket effekt'),
      question: words('Hvad skal være anderledes?', 'What should be different?', 'Hva skal være annerledes?'),
    },
    {
      ...part('hkv', 3140, 720, 'Hvordan kan vi …?', 'How might we …?', 'Hvordan kan vi …?'),
      question: words('Hvem + hvad + så at …', 'Who + what + so that …', 'Hvem + hva + slik at …'),
      hint: words(
        'Et godt spørgsmål nævner en persongruppe, et formål og en sammenhæng – og rummer ingen løsning.',
        'A good question names a person group, a purpose and a context – and contains no solution.',
        'Et godt spørsmål nevner en persongruppe, et formål og en sammenheng – og inneholder ingen løsning.',
      ),
    },
  ]
}

/** T09, the opportunity space. */
export const mulighedsrum: Template = {
  id: 'mulighedsrum',
  number: 'T09',
  name: words('Mulighedsrum', 'Opportunity space', 'Mulighetsrom'),
  purpose: words(
    'Omsætter indsigter til få, gode »Hvordan kan vi …?«-spørgsmål, som er værd at få idéer til.',
    'Turns insights into a few good "How might we …?" questions that are worth having ideas about.',
    'Gjør innsikter om til få, gode «Hvordan kan vi …?»-spørsmål som det er verdt å få ideer til.',
  ),
  when: words(
    'Onsdag kl. 9.00–12.00; lederen med kl. 11.30',
    'Wednesday 9.00–12.00; manager joins at 11.30',
    'Onsdag kl. 9.00–12.00; lederen er med fra kl. 11.30',
  ),
  who: words(
    'Sprintteam; opgavestiller ved valget',
    'Sprint team; commissioning manager for the choice',
    'Sprintteam; oppdragsgiver ved valget',
  ),
  duration: words(
    '3 timer inkl. pause (kort udgave 75 min)',
    '3 hours incl. break (short version 75 min)',
    '3 timer inkl. pause (kort utgave 75 min)',
  ),
  minutes: { least: 180, most: 180 },
  people: { least: 3, most: 10 },
  group: 'understand',
  phase: 'understand',
  phaseName: words('Forstå → Skab', 'Understand → Create', 'Forstå → Skap'),
  toolType: 'closes',
  size: { w: 6040, h: 1460 },
  sections: [
    {
      key: 'indsigter',
      heading: words('Indsigter og smertepunkter', 'Insights and pain points', 'Innsikter og smertepunkter'),
      question: words(
        'Hvad bringer vi med fra rejse og samtaler?',
        'What do we bring from journey and conversations?',
        'Hva tar vi med oss fra reise og samtaler?',
      ),
      kind: 'notes',
      rect: { x: 0, y: 0, w: 940, h: 1460 },
    },
    ...space(1, 0),
    ...space(2, 500),
    ...space(3, 1000),
    {
      key: 'matrix',
      heading: words('Nytte og mulighed', 'Impact and feasibility', 'Nytte og mulighet'),
      question: words(
        'Lodret: nytte for borgeren (lille → stor). Vandret: mulighed for at gøre noget ved det (svær → let).',
        'Vertical: benefit to the citizen (small → large). Horizontal: possibility of doing something (hard → easy).',
        'Loddrett: nytte for innbyggeren (liten → stor). Vannrett: mulighet for å gjøre noe med det (vanskelig → lett).',
      ),
      kind: 'matrix',
      rect: { x: 3900, y: 0, w: 1380, h: 1460 },
    },
    {
      key: 'valgt',
      heading: words('Det går vi videre med', 'We go on with this', 'Dette går vi videre med'),
      question: words(
        'Højst to. Hvem har besluttet det, og hvorfor?',
        'Two at most. Who decided, and why?',
        'Høyst to. Hvem har bestemt det, og hvorfor?',
      ),
      kind: 'notes',
      rect: { x: 5320, y: 0, w: 720, h: 710 },
    },
    {
      key: 'parkering',
      heading: words('Gemmes til senere', 'Kept for later', 'Spares til senere'),
      question: words(
        'Hvem skal have det i stedet for os?',
        'Who should have it instead of us?',
        'Hvem skal ha det i stedet for oss?',
      ),
      kind: 'notes',
      rect: { x: 5320, y: 750, w: 720, h: 710 },
    },
  ],
  grids: [],
  matrix: {
    section: 'matrix',
    ends: {
      up: words('Stor nytte', 'Large benefit', 'Stor nytte'),
      down: words('Lille nytte', 'Small benefit', 'Liten nytte'),
      left: words('Svær', 'Hard', 'Vanskelig'),
      right: words('Let', 'Easy', 'Lett'),
    },
    quadrants: {
      upLeft: words('Værd at kæmpe for', 'Worth fighting for', 'Verdt å kjempe for'),
      upRight: words('Begynd her', 'Start here', 'Begynn her'),
      downLeft: words('Lad ligge', 'Leave', 'La ligge'),
      downRight: words('Hurtigt på plads', 'Quick fix', 'Raskt på plass'),
    },
  },
  examples: MULIGHEDSRUM_EXAMPLES,
  steps: [
    words(
      'Hent indsigter og smertepunkter med flest stemmer; vælg tre situationer.',
      'Fetch the insights and pains with most votes; choose three situations.',
      'Hent innsiktene og smertepunktene med flest stemmer; velg tre situasjoner.',
    ),
    words(
      'Skriv dilemma, behov og ønsket effekt, før I skriver spørgsmålet.',
      'Write dilemma, need and desired effect before you write the question.',
      'Skriv dilemma, behov og ønsket effekt før dere skriver spørsmålet.',
    ),
    words(
      'Skriv fem udgaver af spørgsmålet; stryg dem, der rummer en løsning, og dem, der rummer hele verden.',
      'Write five versions of the question; delete those that contain a solution and those that contain the whole world.',
      'Skriv fem utgaver av spørsmålet; stryk dem som rommer en løsning, og dem som rommer hele verden.',
    ),
    words(
      'Placér spørgsmålene i matrixen – først hver for sig, så sammen.',
      'Place the questions in the matrix – first individually, then together.',
      'Plasser spørsmålene i matrisen – først hver for dere, så sammen.',
    ),
    words(
      'Beslut højst to med lederen i rummet, og skriv begrundelsen.',
      'Decide at most two with the manager in the room and write the reason.',
      'Velg høyst to mens lederen er i rommet, og skriv begrunnelsen.',
    ),
  ],
  handsOnTo: [
    {
      to: 'T11',
      slug: 'ideudvikling',
      name: words('Idéudvikling', 'Idea generation', 'Idéutvikling'),
      what: words(
        'De valgte »Hvordan kan vi …?«-spørgsmål bliver overskrifter.',
        'The chosen "How might we …?" questions become headings.',
        'De valgte «Hvordan kan vi …?»-spørsmålene blir overskrifter.',
      ),
    },
    {
      to: 'T22',
      slug: 'proceslog',
      name: words('Proceslog – ændringer undervejs', 'Process-change log', 'Prosesslogg'),
      what: words(
        'Hvis formålet er blevet et andet end mandag, foreslås en loglinje.',
        "If the purpose is no longer Monday's, a log line is proposed.",
        'Hvis formålet er blitt et annet enn mandag, foreslås en logglinje.',
      ),
    },
    {
      to: 'T23',
      slug: 'styregruppestatus',
      name: words('Status på én side', 'One-page status', 'Status på én side'),
      what: words(
        'De valgte mulighedsrum og begrundelsen.',
        'The chosen opportunity spaces and the reason.',
        'De valgte mulighetsrommene og begrunnelsen.',
      ),
    },
  ],
  short: {
    duration: same('30–75 min'),
    minutes: { least: 30, most: 75 },
    sections: ['indsigter', 'm1-situation', 'm1-dilemma', 'm1-behov', 'm1-effekt', 'm1-hkv', 'valgt'],
    places: Object.fromEntries(
      ['indsigter', 'm1-situation', 'm1-dilemma', 'm1-behov', 'm1-effekt', 'm1-hkv'].map((key) => [key, { h: 710 }]),
    ),
    columns: [],
    lanes: [],
  },
}
