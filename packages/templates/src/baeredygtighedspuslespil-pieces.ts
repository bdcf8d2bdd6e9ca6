import { type PuzzlePiece, same, words } from './template.ts'

/** The eighteen pieces of T17, clockwise from the top: six per dimension. */
export const PUZZLE_PIECES: readonly PuzzlePiece[] = [
  {
    key: 'sundhed',
    dimension: 'social',
    name: words('Sundhed og trivsel', 'Health and well-being', 'Helse og trivsel'),
    question: words(
      'Bliver nogen sundere, tryggere eller mere stressede af det?',
      'Does it make anyone healthier, safer or more stressed?',
      'Blir noen sunnere, tryggere eller mer stresset av det?',
    ),
  },
  {
    key: 'deltagelse',
    dimension: 'social',
    name: words('Deltagelse', 'Participation', 'Deltakelse'),
    question: words(
      'Har de berørte været med, og kan de påvirke det fremover?',
      'Have those affected taken part, and can they influence it later?',
      'Har de berørte vært med, og kan de påvirke det framover?',
    ),
  },
  {
    key: 'lighed',
    dimension: 'social',
    name: words('Lige adgang', 'Equal access', 'Lik tilgang'),
    question: words(
      'Hvem kan ikke bruge løsningen – og hvad gør vi for dem?',
      'Who cannot use the solution – and what do we do for them?',
      'Hvem kan ikke bruke løsningen – og hva gjør vi for dem?',
    ),
  },
  {
    key: 'faellesskab',
    dimension: 'social',
    name: words('Fællesskab', 'Community', 'Fellesskap'),
    question: words(
      'Bringer det mennesker sammen eller hver til sit?',
      'Does it bring people together or apart?',
      'Fører det mennesker sammen eller hver til sitt?',
    ),
  },
  {
    key: 'laering',
    dimension: 'social',
    name: words('Læring og kompetencer', 'Learning and skills', 'Læring og kompetanse'),
    question: words(
      'Hvad lærer borgere og medarbejdere, som varer ved?',
      'What do citizens and staff learn that lasts?',
      'Hva lærer innbyggere og ansatte som varer ved?',
    ),
  },
  {
    key: 'arbejdsliv',
    dimension: 'social',
    name: words('Arbejdsliv', 'Working life', 'Arbeidsliv'),
    question: words(
      'Bliver arbejdsdagen bedre for dem, der skal udføre det?',
      'Does the working day get better for those who carry it out?',
      'Blir arbeidsdagen bedre for dem som skal utføre det?',
    ),
  },
  {
    key: 'drift',
    dimension: 'economy',
    name: words('Drift på lang sigt', 'Long-term running cost', 'Drift på lang sikt'),
    question: words(
      'Hvad koster det om fem år – og hvem betaler?',
      'What does it cost in five years – and who pays?',
      'Hva koster det om fem år – og hvem betaler?',
    ),
  },
  {
    key: 'tid',
    dimension: 'economy',
    name: words('Tid', 'Time', 'Tid'),
    question: words(
      'Hvis tid sparer vi, og hvis tid bruger vi?',
      'Whose time do we save, and whose do we spend?',
      'Hvem sin tid sparer vi, og hvem sin tid bruker vi?',
    ),
  },
  {
    key: 'indkoeb',
    dimension: 'economy',
    name: words('Indkøb', 'Procurement', 'Innkjøp'),
    question: words(
      'Kan vi købe mindre, lokalt eller brugt?',
      'Can we buy less, locally or used?',
      'Kan vi kjøpe mindre, lokalt eller brukt?',
    ),
  },
  {
    key: 'lokal',
    dimension: 'economy',
    name: words('Lokalt erhverv og foreninger', 'Local business and associations', 'Lokalt næringsliv og foreninger'),
    question: words(
      'Hvem lokalt kan være med og få gavn?',
      'Who locally can take part and benefit?',
      'Hvem lokalt kan være med og ha nytte av det?',
    ),
  },
  {
    key: 'fleksibel',
    dimension: 'economy',
    name: words('Holdbarhed', 'Durability', 'Holdbarhet'),
    question: words(
      'Kan løsningen tilpasses, når behovet ændrer sig?',
      'Can the solution adapt when needs change?',
      'Kan løsningen tilpasses når behovet endrer seg?',
    ),
  },
  {
    key: 'deling',
    dimension: 'economy',
    name: words('Deling', 'Sharing', 'Deling'),
    question: words(
      'Kan andre bruge den, og kan vi genbruge andres?',
      "Can others use it, and can we reuse others'?",
      'Kan andre bruke den, og kan vi gjenbruke andres?',
    ),
  },
  {
    key: 'klima',
    dimension: 'environment',
    name: words('Klima', 'Climate', 'Klima'),
    question: words(
      'Giver det mere eller mindre CO₂?',
      'Does it give more or less CO₂?',
      'Gir det mer eller mindre CO₂?',
    ),
  },
  {
    key: 'transport',
    dimension: 'environment',
    name: same('Transport'),
    question: words(
      'Kører nogen mere eller mindre?',
      'Does anyone drive more or less?',
      'Kjører noen mer eller mindre?',
    ),
  },
  {
    key: 'materialer',
    dimension: 'environment',
    name: words('Materialer og affald', 'Materials and waste', 'Materialer og avfall'),
    question: words(
      'Hvad ender som affald – og kan det undgås?',
      'What ends as waste – and can it be avoided?',
      'Hva ender som avfall – og kan det unngås?',
    ),
  },
  {
    key: 'energi',
    dimension: 'environment',
    name: words('Energi og digitalt forbrug', 'Energy and digital consumption', 'Energi og digitalt forbruk'),
    question: words(
      'Hvad bruger strøm, plads eller data unødigt?',
      'What uses power, space or data needlessly?',
      'Hva bruker strøm, plass eller data unødig?',
    ),
  },
  {
    key: 'natur',
    dimension: 'environment',
    name: words('Natur og uderum', 'Nature and outdoor space', 'Natur og uterom'),
    question: words(
      'Kan løsningen give noget til natur eller uderum?',
      'Can the solution give something to nature or outdoor space?',
      'Kan løsningen gi noe til natur eller uterom?',
    ),
  },
  {
    key: 'tilpasning',
    dimension: 'environment',
    name: words('Klimatilpasning', 'Climate adaptation', 'Klimatilpasning'),
    question: words(
      'Virker det også i hedebølge, storm og oversvømmelse?',
      'Does it also work in heatwave, storm and flood?',
      'Virker det også i hetebølge, storm og flom?',
    ),
  },
]
