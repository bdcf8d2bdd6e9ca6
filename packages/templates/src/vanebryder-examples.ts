import { type TemplateExample, words } from './template.ts'

/** The invented case of the specification: older citizens come home from hospital. */
export const VANEBRYDER_EXAMPLES: readonly TemplateExample[] = [
  {
    where: 'plejer',
    role: 'fact',
    text: words(
      'Afgørelsen sendes, før hjælpen begynder',
      'The decision is sent before the help begins',
      'Vedtaket sendes før hjelpen begynner',
    ),
  },
  {
    where: 'plejer',
    role: 'fact',
    text: words('Borgeren ringer til os', 'The citizen phones us', 'Innbyggeren ringer til oss'),
  },
  {
    where: 'lov',
    role: 'fact',
    text: words(
      'Afgørelsen skal begrundes og have klagevejledning',
      'The decision must give reasons and guidance on complaints',
      'Vedtaket må begrunnes og opplyse om klageadgang',
    ),
  },
  {
    where: 'selv',
    role: 'fact',
    text: words(
      'Brevet har fire sider og vores gamle skabelon',
      'The letter has four pages and our old template',
      'Brevet har fire sider og den gamle malen vår',
    ),
  },
  {
    where: 'myte',
    role: 'question',
    text: words(
      '»Vi må ikke oplyse, hvem der kommer«',
      '"We are not allowed to say who is coming"',
      '«Vi har ikke lov til å si hvem som kommer»',
    ),
  },
  {
    where: 'hvadnu',
    role: 'idea',
    text: words(
      'Hvad nu hvis vi ringede først – hver gang?',
      'What if we always phoned first?',
      'Hva om vi ringte først – hver gang?',
    ),
  },
  {
    where: 'hvadnu',
    role: 'idea',
    text: words(
      'Hvad nu hvis borgeren lagde kørelisten?',
      'What if the citizen made the schedule?',
      'Hva om innbyggeren satte opp kjørelista?',
    ),
  },
  {
    where: 'laan',
    role: 'idea',
    text: words(
      'Hotel: navn på værten ved ankomst',
      'Hotel: the name of the host on arrival',
      'Hotell: navnet på verten ved ankomst',
    ),
  },
  {
    where: 'vaerre',
    role: 'pain',
    text: words(
      'Send fire breve fra fire afdelinger samme dag',
      'Send four letters from four departments on the same day',
      'Send fire brev fra fire avdelinger samme dag',
    ),
  },
  {
    where: 'afsaet',
    role: 'decision',
    text: words(
      'Borgeren skal møde et navn, før hun møder en regel',
      'The citizen should meet a name before she meets a rule',
      'Innbyggeren skal møte et navn før hun møter en regel',
    ),
  },
]
