import { GRUNDLAG_EXAMPLES } from './grundlag-examples.ts'
import { GRUNDLAG_SECTIONS } from './grundlag-sections.ts'
import { same, type Template, words } from './template.ts'

/** T02, kick-off and foundation. */
export const grundlag: Template = {
  id: 'grundlag',
  number: 'T02',
  name: words('Kick-off og fundament', 'Kick-off and foundation', 'Kick-off og fundament'),
  purpose: words(
    'Samler opgaven, mandatet, teamet og spillereglerne på én tavle, så alle starter samme sted.',
    'Puts the task, the mandate, the team and the ground rules on one board so that everybody starts in the same place.',
    'Samler oppgaven, mandatet, teamet og spillereglene på én tavle, så alle starter på samme sted.',
  ),
  when: words(
    'Udkast ugen før; færdiggøres mandag kl. 9–10.30. Svarer til trin 1 i den norske guide',
    'Drafted the week before; finished Monday 9–10.30. Equals step 1 of the Norwegian guide',
    'Utkast uken før; gjøres ferdig mandag kl. 9–10.30. Tilsvarer trinn 1 i den norske veilederen',
  ),
  who: words(
    'Hele sprintteamet, opgavestiller (leder), facilitator',
    'The whole sprint team, the commissioning manager, facilitator',
    'Hele sprintteamet, oppdragsgiver (leder), fasilitator',
  ),
  duration: same('90 min'),
  minutes: { least: 90, most: 90 },
  people: { least: 4, most: 12 },
  group: 'start',
  phase: 'understand',
  phaseName: words('Før start og Forstå', 'Before start and Understand', 'Før start og Forstå'),
  toolType: 'sorts',
  size: { w: 3000, h: 1940 },
  sections: GRUNDLAG_SECTIONS,
  grids: [],
  examples: GRUNDLAG_EXAMPLES,
  steps: [
    words(
      'Opgavestilleren fortæller udfordringen på tre minutter; teamet skriver i stilhed.',
      'The commissioning manager tells the challenge in three minutes; the team writes in silence.',
      'Oppdragsgiveren forteller om utfordringen på tre minutter; teamet skriver i stillhet.',
    ),
    words(
      'Fyld øverste række felt for felt; læs højt og slå dubletter sammen.',
      'Fill the top row box by box; read aloud and merge duplicates.',
      'Fyll ut øverste rad felt for felt; les høyt, og slå sammen like lapper.',
    ),
    words(
      'Aftal mandat og rammer, mens lederen er i rummet; markér beslutninger som beslutningssedler.',
      'Agree mandate and limits while the manager is in the room; mark them as decision notes.',
      'Avtal mandat og rammer mens lederen er i rommet; marker beslutninger som beslutningslapper.',
    ),
    words(
      'Del viden og antagelser i to bunker; sæt stemmer på de tre antagelser, der er farligst, hvis de er forkerte.',
      'Sort knowledge and assumptions; vote for the three assumptions that are most dangerous if wrong.',
      'Del kunnskap og antakelser i to bunker; stem på de tre antakelsene som er farligst hvis de er feil.',
    ),
    words(
      'Lås tavlen som »Oprindeligt formål og plan« – det er nulpunktet for procesloggen.',
      'Lock the board as "Original purpose and plan" – this is the zero point of the process log.',
      'Lås tavla som «Opprinnelig formål og plan» – det er nullpunktet for prosessloggen.',
    ),
  ],
  handsOnTo: [
    {
      to: 'T22',
      slug: 'proceslog',
      name: words('Proceslog – ændringer undervejs', 'Process-change log', 'Prosesslogg'),
      what: words(
        'Udfordring, mål og plan kopieres til »Oprindeligt formål og plan«.',
        'Challenge, goal and plan are copied to "Original purpose and plan".',
        'Utfordring, mål og plan kopieres til «Opprinnelig formål og plan».',
      ),
    },
    {
      to: 'T05',
      slug: 'interview-indsigt',
      name: words('Interview- og indsigtstavle', 'Interview and insight board', 'Intervju- og innsiktstavle'),
      what: words(
        'De tre farligste antagelser bliver til spørgsmål i interviewguiden.',
        'The three most dangerous assumptions become questions in the interview guide.',
        'De tre farligste antakelsene blir spørsmål i intervjuguiden.',
      ),
    },
    {
      to: 'T04',
      slug: 'interessentkort',
      name: words('Interessentkort', 'Stakeholder map', 'Interessentkart'),
      what: words(
        'Borgere og team bliver de første sedler på kortet.',
        'Citizens and team become the first notes on the map.',
        'Innbyggere og team blir de første lappene på kartet.',
      ),
    },
    {
      to: 'T23',
      slug: 'styregruppestatus',
      name: words('Status på én side', 'One-page status', 'Status på én side'),
      what: words(
        'Formål og mandat følger med til statussiden.',
        'Purpose and mandate follow to the status page.',
        'Formål og mandat følger med til statussiden.',
      ),
    },
  ],
  short: {
    duration: same('30 min'),
    minutes: { least: 30, most: 30 },
    sections: ['udfordring', 'maal', 'mandat', 'tror'],
    places: { udfordring: { x: 0, y: 0 }, maal: { x: 760, y: 0 }, mandat: { x: 1520, y: 0 }, tror: { x: 2280, y: 0 } },
    columns: [],
    lanes: [],
  },
}
