import { BORGERMOEDE_EXAMPLES } from './borgermoede-examples.ts'
import { BORGERMOEDE_SECTIONS } from './borgermoede-sections.ts'
import { type Template, words } from './template.ts'

/** T16, citizen meeting and dialogue. */
export const borgermoede: Template = {
  id: 'borgermoede',
  number: 'T16',
  name: words('Borgermøde og dialog', 'Citizen meeting and dialogue', 'Innbyggermøte og dialog'),
  purpose: words(
    'Planlægger og afvikler et møde, hvor borgerne taler mere end kommunen, og hvor alle får svar bagefter.',
    'Plans and runs a meeting where citizens talk more than the municipality and everybody gets an answer afterwards.',
    'Planlegger og gjennomfører et møte der innbyggerne snakker mer enn kommunen, og der alle får svar etterpå.',
  ),
  when: words(
    'Selvstændigt forløb eller onsdag/torsdag aften i sprintet',
    'Stand-alone or Wednesday/Thursday evening of the sprint',
    'Selvstendig forløp eller onsdag/torsdag kveld i sprinten',
  ),
  who: words(
    'Borgere, politikere, medarbejdere; én bordvært pr. bord, én, der skriver',
    'Citizens, politicians, staff; one table host per table, one scribe',
    'Innbyggere, politikere, ansatte; én bordvert per bord, én som skriver',
  ),
  duration: words('2 timer + 60 min forberedelse', '2 hours + 60 min preparation', '2 timer + 60 min forberedelse'),
  minutes: { least: 120, most: 180 },
  people: { least: 8, most: 60 },
  group: 'create',
  phase: 'understand',
  phaseName: words('Forstå eller Skab', 'Understand or Create', 'Forstå eller Skap'),
  toolType: 'opens',
  size: { w: 4640, h: 2040 },
  sections: BORGERMOEDE_SECTIONS,
  grids: [],
  examples: BORGERMOEDE_EXAMPLES,
  steps: [
    words(
      'Vælg form, og skriv, hvad der er åbent og besluttet – før invitationen sendes.',
      'Choose the type and write what is open and decided – before the invitation is sent.',
      'Velg form, og skriv hva som er åpent og bestemt – før invitasjonen sendes.',
    ),
    words(
      'Ved bordene: bordværten læser spørgsmål højt, én skriver på tablet eller papir.',
      'At the tables: the host reads the questions aloud, one person writes on tablet or paper.',
      'Ved bordene: bordverten leser spørsmålene høyt, én skriver på nettbrett eller papir.',
    ),
    words(
      'Bordene skifter efter 30 minutter; bordværten bliver og genfortæller.',
      'Tables rotate after 30 minutes; the host stays and retells.',
      'Gruppene bytter bord etter 30 minutter; bordverten blir og gjenforteller.',
    ),
    words(
      'Fælles: læs bordenes sedler op, og læg dem under enige og uenige.',
      "Plenary: read out the tables' notes and place them under agree and disagree.",
      'Felles: les opp lappene fra bordene, og legg dem under enige og uenige.',
    ),
    words(
      'Afslut med, hvad I tager med, og hvornår der kommer svar.',
      'End with what you take with you and when the answer comes.',
      'Avslutt med hva dere tar med dere, og når svaret kommer.',
    ),
    words(
      'Send øjebliksbilledet til alle, der har efterladt en kontaktmulighed – kontaktoplysninger ligger ikke på tavlen.',
      'Send the snapshot to all who left a contact – contact details are not on the board.',
      'Send øyeblikksbildet til alle som har lagt igjen kontaktopplysninger – opplysningene ligger ikke på tavla.',
    ),
  ],
  handsOnTo: [
    {
      to: 'T05',
      slug: 'interview-indsigt',
      name: words('Interview- og indsigtstavle', 'Interview and insight board', 'Intervju- og innsiktstavle'),
      what: words(
        'Citater og smertepunkter fra bordene.',
        'Quotes and pains from the tables.',
        'Sitater og smertepunkter fra bordene.',
      ),
    },
    {
      to: 'T09',
      slug: 'mulighedsrum',
      name: words('Mulighedsrum', 'Opportunity space', 'Mulighetsrom'),
      what: words('Enige/uenige.', 'Agree/disagree.', 'Enige/uenige.'),
    },
    {
      to: 'T11',
      slug: 'ideudvikling',
      name: words('Idéudvikling', 'Idea generation', 'Idéutvikling'),
      what: words('Idéer fra bordene.', 'Ideas from the tables.', 'Ideer fra bordene.'),
    },
    {
      to: 'T20',
      slug: 'laeringsloop',
      name: words('Læringsloop', 'Learning loop', 'Læringssløyfe'),
      what: words(
        '»I hører fra os« bliver en frist i loggen.',
        '"You will hear from us" becomes a deadline in the log.',
        '«Dere hører fra oss» blir en frist i loggen.',
      ),
    },
  ],
  short: null,
}
