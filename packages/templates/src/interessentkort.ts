import { INTERESSENTKORT_EXAMPLES } from './interessentkort-examples.ts'
import { INTERESSENTKORT_SECTIONS } from './interessentkort-sections.ts'
import { same, type Template, words } from './template.ts'

/** T04, stakeholder map. */
export const interessentkort: Template = {
  id: 'interessentkort',
  number: 'T04',
  name: words('Interessentkort', 'Stakeholder map', 'Interessentkart'),
  purpose: words(
    'Viser, hvem der er tæt på borgeren i sagen, og hvordan vi vil inddrage dem.',
    'Shows who is close to the citizen in this matter and how we will involve them.',
    'Viser hvem som er tett på innbyggeren i saken, og hvordan vi vil involvere dem.',
  ),
  when: words(
    'Mandag kl. 12.30; opdateres onsdag og ved implementering',
    'Monday 12.30; updated Wednesday and before implementation',
    'Mandag kl. 12.30; oppdateres onsdag og ved implementering',
  ),
  who: words(
    'Sprintteam; gerne én fra en naboafdeling',
    'Sprint team; preferably one person from a neighbouring department',
    'Sprintteam; gjerne én fra en naboavdeling',
  ),
  duration: same('45 min'),
  minutes: { least: 45, most: 45 },
  people: { least: 4, most: 10 },
  group: 'start',
  phase: 'understand',
  phaseName: words('Forstå', 'Understand', 'Forstå'),
  toolType: 'opens',
  size: { w: 3360, h: 1840 },
  sections: INTERESSENTKORT_SECTIONS,
  grids: [],
  rings: {
    section: 'kort',
    centre: { x: 920, y: 1000 },
    circles: [
      {
        radius: 260,
        name: words(
          'Ring 1: borgeren og de nærmeste',
          'Ring 1: the citizen and the closest',
          'Ring 1: innbyggeren og de nærmeste',
        ),
      },
      {
        radius: 520,
        name: words('Ring 2: dem borgeren møder', 'Ring 2: those the citizen meets', 'Ring 2: dem innbyggeren møter'),
      },
      { radius: 780, name: words('Ring 3: dem bag scenen', 'Ring 3: those backstage', 'Ring 3: dem bak scenen') },
    ],
    outside: words('Udenfor: omverdenen', 'Outside: the wider world', 'Utenfor: omverdenen'),
  },
  examples: INTERESSENTKORT_EXAMPLES,
  steps: [
    words(
      'Skriv en seddel pr. person, gruppe, enhed eller system – i stilhed, fem minutter.',
      'One note per person, group, unit or system – in silence, five minutes.',
      'Skriv én lapp per person, gruppe, enhet eller system – i stillhet, fem minutter.',
    ),
    words(
      'Placér dem i ringene ud fra borgerens oplevelse, ikke organisationsdiagrammet.',
      "Place them in the rings from the citizen's experience, not the organisation chart.",
      'Plasser dem i ringene ut fra innbyggerens opplevelse, ikke organisasjonskartet.',
    ),
    words(
      'Tegn pile, hvor information skal videre – og et lyn, hvor den går tabt.',
      'Draw arrows where information has to pass – and a lightning mark where it gets lost.',
      'Tegn piler der informasjon skal videre – og et lyn der den går tapt.',
    ),
    words(
      'Kopiér de vigtigste ind i de fire felter, og lav mindst tre konkrete aftaler.',
      'Copy the most important into the four boxes and make at least three concrete agreements.',
      'Kopier de viktigste inn i de fire feltene, og lag minst tre konkrete avtaler.',
    ),
  ],
  handsOnTo: [
    {
      to: 'T05',
      slug: 'interview-indsigt',
      name: words('Interview- og indsigtstavle', 'Interview and insight board', 'Intervju- og innsiktstavle'),
      what: words(
        '»Inddrag tæt« og »Lyt og beskyt« bliver listen over, hvem vi taler med.',
        '"Involve closely" and "Listen and protect" become the list of whom to talk to.',
        '«Involver tett» og «Lytt og beskytt» blir lista over hvem vi snakker med.',
      ),
    },
    {
      to: 'T07',
      slug: 'borgerrejse',
      name: words('Borgerrejse', 'Citizen journey map', 'Innbyggerreise'),
      what: words(
        'Ring 2 og 3 bliver rækkerne »Medarbejdere« og »Bag scenen«.',
        'Rings 2 and 3 become the rows "Staff" and "Backstage".',
        'Ring 2 og 3 blir radene «De ansatte» og «Bak scenen».',
      ),
    },
    {
      to: 'T19',
      slug: 'implementeringsplan',
      name: words('Implementeringsplan', 'Implementation plan', 'Implementeringsplan'),
      what: words(
        '»Hold tilfreds« bliver til forankringsopgaver.',
        '"Keep satisfied" becomes anchoring tasks.',
        '«Hold fornøyd» blir til forankringsoppgaver.',
      ),
    },
  ],
  short: null,
}
