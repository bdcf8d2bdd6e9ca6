import { BORGERREJSE_EXAMPLES } from './borgerrejse-examples.ts'
import { BORGERREJSE_GRID } from './borgerrejse-grid.ts'
import { same, type Template, words } from './template.ts'

/** T07, the citizen journey map. */
export const borgerrejse: Template = {
  id: 'borgerrejse',
  number: 'T07',
  name: words('Borgerrejse', 'Citizen journey map', 'Innbyggerreise'),
  purpose: words(
    'Viser forløbet fra borgerens stol – før, under og efter mødet med kommunen – og hvad der foregår bag scenen.',
    "Shows the course of events from the citizen's chair – before, during and after meeting the municipality – and what goes on backstage.",
    'Viser forløpet fra innbyggerens stol – før, under og etter møtet med kommunen – og hva som skjer bak scenen.',
  ),
  when: words(
    'Tirsdag kl. 14.00 (dagens tilstand); torsdag (den ønskede rejse som kopi)',
    'Tuesday 14.00 (current state); Thursday (desired journey as a copy)',
    'Tirsdag kl. 14.00 (slik det er i dag); torsdag (den ønskede reisen som kopi)',
  ),
  who: words(
    'Sprintteam, to-tre medarbejdere fra rejsens afdelinger, gerne en borger',
    'Sprint team, two or three staff from the departments on the journey, preferably a citizen',
    'Sprintteam, to–tre ansatte fra avdelingene på reisen, gjerne en innbygger',
  ),
  duration: same('90–120 min'),
  minutes: { least: 90, most: 120 },
  people: { least: 3, most: 10 },
  group: 'understand',
  phase: 'understand',
  phaseName: words(
    'Forstå (igen i Skab som ønsket rejse)',
    'Understand (again in Create as desired journey)',
    'Forstå (igjen i Skap som ønsket reise)',
  ),
  toolType: 'sorts',
  size: { w: 4740, h: 3720 },
  sections: [],
  grids: [BORGERREJSE_GRID],
  examples: BORGERREJSE_EXAMPLES,
  curve: {
    grid: 'rejse',
    lane: 'foelelse',
    steps: [
      { value: 2, word: words('Rigtig godt', 'Really good', 'Veldig bra') },
      { value: 1, word: words('Godt', 'Good', 'Bra') },
      { value: 0, word: words('Neutralt', 'Neutral', 'Nøytralt') },
      { value: -1, word: words('Svært', 'Hard', 'Vanskelig') },
      { value: -2, word: words('Meget svært', 'Very hard', 'Veldig vanskelig') },
    ],
    example: { p1: -2, p2: -1, p3: 1, p4: -1, p5: -2, p6: 1 },
  },
  dividingLine: {
    grid: 'rejse',
    belowLane: 'lys',
    label: words('Synlighedslinje', 'Line of visibility', 'Synlighetslinje'),
  },
  steps: [
    words(
      'Aftal start- og slutpunkt og hvilken persona I følger; ret fasenavnene til jeres sag.',
      'Agree start and end point and which persona you follow; adapt the phase names to your case.',
      'Bli enige om start- og sluttpunkt og hvilken persona dere følger; tilpass fasenavnene til saken deres.',
    ),
    words(
      'Fyld »Borgerens handlinger« fra venstre mod højre – kun det, nogen har set eller fortalt.',
      'Fill "Citizen\'s actions" from left to right – only what somebody has seen or told.',
      'Fyll ut «Innbyggerens handlinger» fra venstre mot høyre – bare det noen har sett eller fortalt.',
    ),
    words(
      'Tilføj kontaktpunkter, citater, smerte- og lyspunkter fra indsigtstavlen.',
      'Add touchpoints, quotes, pain and bright spots from the insight board.',
      'Legg til kontaktpunkter, sitater, smerte- og lyspunkter fra innsiktstavla.',
    ),
    words(
      'Sæt følelseskurven hver for sig, og drøft de steder, hvor I er uenige.',
      'Set the emotion curve individually and discuss where you disagree.',
      'Sett følelseskurven hver for dere, og drøft stedene der dere er uenige.',
    ),
    words(
      'Lad medarbejderne fylde det nederste: hvad de gør, og hvad der ligger bag scenen.',
      'Let staff fill the lower part: what they do and what lies backstage.',
      'La de ansatte fylle ut det nederste: hva de gjør, og hva som ligger bak scenen.',
    ),
    words(
      'Stem på de tre smertepunkter, der betyder mest for borgeren, og markér de vigtigste øjeblikke.',
      'Vote for the three pain points that matter most to the citizen and mark the moments that matter.',
      'Stem på de tre smertepunktene som betyr mest for innbyggeren, og marker de viktigste øyeblikkene.',
    ),
  ],
  handsOnTo: [
    {
      to: 'T09',
      slug: 'mulighedsrum',
      name: words('Mulighedsrum', 'Opportunity space', 'Mulighetsrom'),
      what: words(
        'Smertepunkter med stemmer og »Vigtigste øjeblikke«.',
        'Pain points with votes and "Moments that matter".',
        'Smertepunkter med stemmer og «Viktigste øyeblikk».',
      ),
    },
    {
      to: 'T08',
      slug: 'borgerland-fagland',
      name: words('Borgerland–fagland', 'Citizen land–professional land', 'Innbyggerland–fagland'),
      what: words(
        'Forskelle mellem øverste og nederste halvdel.',
        'Differences between upper and lower half.',
        'Forskjeller mellom øverste og nederste halvdel.',
      ),
    },
    {
      to: 'T18',
      slug: 'fremtidsfortaelling',
      name: words('Fremtidsfortælling', 'Future narrative', 'Framtidsfortelling'),
      what: words(
        'Hele rejsen kan kopieres som »rejsen i dag«.',
        'The whole journey can be copied as "the journey today".',
        'Hele reisen kan kopieres som «reisen i dag».',
      ),
    },
    {
      to: 'T23',
      slug: 'styregruppestatus',
      name: words('Status på én side', 'One-page status', 'Status på én side'),
      what: words(
        'Følelseskurven og ét citat som billede.',
        'The emotion curve and one quote as a picture.',
        'Følelseskurven og ett sitat som bilde.',
      ),
    },
  ],
  short: {
    duration: same('75 min'),
    minutes: { least: 75, most: 75 },
    sections: [],
    columns: ['p2', 'p3', 'p4', 'p5'],
    lanes: ['handling', 'kontakt', 'foelelse', 'smerte', 'vigtigst'],
  },
}
