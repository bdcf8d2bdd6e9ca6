import { type TemplateExample, words } from './template.ts'

/** The invented case of the specification: an older citizen comes home from hospital. */
export const BORGERREJSE_EXAMPLES: readonly TemplateExample[] = [
  {
    where: 'p1/handling',
    role: 'fact',
    text: words(
      'Falder på badeværelset og bliver indlagt',
      'Falls in the bathroom and is admitted to hospital',
      'Faller på badet og blir innlagt',
    ),
  },
  {
    where: 'p1/tanker',
    role: 'question',
    text: words('Kommer jeg nogensinde hjem igen?', 'Will I ever come home again?', 'Kommer jeg noen gang hjem igjen?'),
  },
  {
    where: 'p2/handling',
    role: 'fact',
    text: words(
      'Personalet på stuen spørger, om hun får brug for hjælp derhjemme',
      'Ward staff ask whether she will need help at home',
      'Personalet på avdelingen spør om hun vil trenge hjelp hjemme',
    ),
  },
  {
    where: 'p2/kontakt',
    role: 'fact',
    text: words(
      'Samtale på stuen · telefon til datter',
      'Conversation on the ward · phone call to daughter',
      'Samtale på avdelingen · telefon til datteren',
    ),
  },
  {
    where: 'p2/smerte',
    role: 'pain',
    text: words(
      'Må fortælle det samme igen to gange',
      'Has to tell the same thing twice more',
      'Må fortelle det samme to ganger til',
    ),
  },
  {
    where: 'p2/bag',
    role: 'backstage',
    text: words(
      'Hospitalet sender besked elektronisk; den læses næste formiddag',
      'The hospital sends an electronic message; it is read the next morning',
      'Sykehuset sender elektronisk melding; den leses neste formiddag',
    ),
  },
  {
    where: 'p3/handling',
    role: 'fact',
    text: words(
      'Taler med visitator på stuen, før hun skal hjem',
      'Talks with the assessor on the ward before going home',
      'Snakker med saksbehandleren på avdelingen før hun skal hjem',
    ),
  },
  {
    where: 'p3/tanker',
    role: 'question',
    text: words(
      'Hvad skal jeg sige for at få den rigtige hjælp?',
      'What must I say to get the right help?',
      'Hva må jeg si for å få den riktige hjelpen?',
    ),
  },
  {
    where: 'p3/lys',
    role: 'bright',
    text: words('»Hun satte sig ned og havde tid«', '"She sat down and had time"', '«Hun satte seg ned og hadde tid»'),
  },
  {
    where: 'p3/front',
    role: 'backstage',
    text: words(
      'Visitator spørger ind til hverdagen, 60 min',
      'Assessor asks about daily life, 60 min',
      'Saksbehandleren spør om hverdagen, 60 min',
    ),
  },
  {
    where: 'p4/handling',
    role: 'fact',
    text: words(
      'Åbner brevet sammen med sin datter ugen efter',
      'Opens the letter with her daughter the week after',
      'Åpner brevet sammen med datteren uken etter',
    ),
  },
  {
    where: 'p4/tanker',
    role: 'question',
    text: words('Hvem skal jeg ringe til?', 'Whom should I call?', 'Hvem skal jeg ringe til?'),
  },
  {
    where: 'p4/kontakt',
    role: 'fact',
    text: words(
      'Afgørelse på fire sider i Digital Post',
      'Four-page decision in the digital mailbox',
      'Vedtak på fire sider i digital postkasse',
    ),
  },
  {
    where: 'p4/citater',
    role: 'quote',
    text: words(
      '»Jeg forstod, at jeg fik ja. Men til hvad?« (B3)',
      '"I understood that I got a yes. But to what?" (B3)',
      '«Jeg forsto at jeg fikk ja. Men til hva?» (B3)',
    ),
  },
  {
    where: 'p4/smerte',
    role: 'pain',
    text: words(
      'Der står timer og paragraffer, men ikke hvem og hvornår',
      'It states hours and sections of law, but not who and when',
      'Det står timer og paragrafer, men ikke hvem og når',
    ),
  },
  {
    where: 'p4/bag',
    role: 'backstage',
    text: words(
      'Afgørelsen dannes af en standardtekst i fagsystemet',
      'The decision is generated from standard text in the case system',
      'Vedtaket lages av en standardtekst i fagsystemet',
    ),
  },
  {
    where: 'p4/vigtigst',
    role: 'fact',
    text: words(
      'Øjeblikket, hvor brevet bliver læst',
      'The moment the letter is read',
      'Øyeblikket da brevet blir lest',
    ),
  },
  {
    where: 'p5/handling',
    role: 'fact',
    text: words(
      'Sidder klar i stolen fra kl. 6.30',
      'Sits ready in the chair from 6.30',
      'Sitter klar i stolen fra kl. 6.30',
    ),
  },
  {
    where: 'p5/tanker',
    role: 'question',
    text: words(
      'Kommer de nu? Kan jeg nå at gå i bad?',
      'Are they coming now? Is there time for a bath?',
      'Kommer de nå? Rekker jeg å ta et bad?',
    ),
  },
  {
    where: 'p5/kontakt',
    role: 'fact',
    text: words(
      'Ringeklokken · opkald til visitationen',
      'The doorbell · call to the assessment office',
      'Ringeklokka · telefon til tjenestekontoret',
    ),
  },
  {
    where: 'p5/citater',
    role: 'quote',
    text: words(
      '»Jeg satte en stol i gangen« (B1)',
      '"I put a chair in the hall" (B1)',
      '«Jeg satte en stol i gangen» (B1)',
    ),
  },
  {
    where: 'p5/smerte',
    role: 'pain',
    text: words(
      'Fire forskellige de første fire dage',
      'Four different people in the first four days',
      'Fire forskjellige de første fire dagene',
    ),
  },
  {
    where: 'p5/front',
    role: 'backstage',
    text: words(
      'Hjælperen har 25 minutter og kender ikke huset',
      'The helper has 25 minutes and does not know the house',
      'Hjelperen har 25 minutter og kjenner ikke huset',
    ),
  },
  {
    where: 'p5/bag',
    role: 'backstage',
    text: words(
      'Kørelisten lægges om hver morgen kl. 6',
      'The schedule is re-planned every morning at 6',
      'Kjørelista legges om hver morgen kl. 6',
    ),
  },
  {
    where: 'p5/vigtigst',
    role: 'fact',
    text: words('De første 48 timer hjemme', 'The first 48 hours at home', 'De første 48 timene hjemme'),
  },
  {
    where: 'p6/handling',
    role: 'fact',
    text: words(
      'Ringer selv for at få ændret tidspunktet',
      'Phones herself to have the time changed',
      'Ringer selv for å få endret tidspunktet',
    ),
  },
  {
    where: 'p6/kontakt',
    role: 'fact',
    text: words('Ét nummer til teamet', 'One number to the team', 'Ett nummer til teamet'),
  },
  {
    where: 'p6/lys',
    role: 'bright',
    text: words('Fast hjælper fra uge tre', 'Regular helper from week three', 'Fast hjelper fra uke tre'),
  },
]
