import { PROCESLOG_EXAMPLES } from './proceslog-examples.ts'
import { PROCESLOG_GRID } from './proceslog-grid.ts'
import { PROCESLOG_SECTIONS } from './proceslog-sections.ts'
import { type Template, words } from './template.ts'

/** T22, process-change log. */
export const proceslog: Template = {
  id: 'proceslog',
  number: 'T22',
  name: words('Proceslog – ændringer undervejs', 'Process-change log', 'Prosesslogg'),
  purpose: words(
    'Husker, hvordan formål, plan, målgruppe og løsning ændrede sig undervejs – og hvorfor – så ændringer bliver viden i stedet for undskyldninger.',
    'Remembers how purpose, plan, target group and solution changed along the way – and why – so that changes become knowledge rather than excuses.',
    'Husker hvordan formål, plan, målgruppe og løsning endret seg underveis – og hvorfor – slik at endringer blir kunnskap i stedet for unnskyldninger.',
  ),
  when: words(
    'Løbende; fem minutter ved hver dags afslutning',
    'Continuously; five minutes at the close of each day',
    'Løpende; fem minutter ved slutten av hver dag',
  ),
  who: words(
    'Facilitator fører; teamet bekræfter; lederen læser',
    'Facilitator keeps it; team confirms; manager reads',
    'Fasilitator fører; teamet bekrefter; lederen leser',
  ),
  duration: words('5 min om dagen', '5 min a day', '5 min om dagen'),
  minutes: { least: 5, most: 5 },
  people: { least: 2, most: 12 },
  group: 'steering',
  phase: 'all',
  phaseName: words('Alle', 'All', 'Alle'),
  toolType: 'sorts',
  size: { w: 3700, h: 3500 },
  sections: PROCESLOG_SECTIONS,
  grids: [PROCESLOG_GRID],
  examples: PROCESLOG_EXAMPLES,
  steps: [
    words(
      'Lås det oprindelige formål, når kick-off er slut.',
      'Lock the original purpose when the kick-off ends.',
      'Lås det opprinnelige formålet når kick-off er over.',
    ),
    words(
      'Ved dagens slutning: »Er noget ændret siden i morges?« Nej er også en linje værd.',
      'At the end of the day: "Has anything changed since this morning?" No is also worth a line.',
      'Ved slutten av dagen: «Er noe endret siden i morges?» Nei er også verdt en linje.',
    ),
    words(
      'Skriv fra, til, hvorfor og hvem – uden at forsvare.',
      'Write from, to, why and who – without defending.',
      'Skriv fra, til, hvorfor og hvem – uten å forsvare.',
    ),
    words(
      'Opdatér »lige nu«, så lederen altid kan se det aktuelle formål.',
      'Update "right now" so the manager can always see the current purpose.',
      'Oppdater «akkurat nå», slik at lederen alltid kan se det gjeldende formålet.',
    ),
    words(
      'Ved afslutning: læs hele loggen højt, og skriv, hvad den fortæller.',
      'At the end: read the whole log aloud and write what it tells you.',
      'Ved avslutning: les hele loggen høyt, og skriv hva den forteller.',
    ),
  ],
  handsOnTo: [
    {
      to: 'T23',
      slug: 'styregruppestatus',
      name: words('Status på én side', 'One-page status', 'Status på én side'),
      what: words(
        'Ændringer siden sidst + aktuelt formål.',
        'Changes since last + current purpose.',
        'Endringer siden sist + gjeldende formål.',
      ),
    },
    {
      to: 'T24',
      slug: 'retrospektiv',
      name: words('Retrospektiv', 'Retrospective', 'Retrospektiv'),
      what: words(
        'Hele loggen læses som optakt.',
        'The whole log is read as a prelude.',
        'Hele loggen leses som innledning.',
      ),
    },
    {
      to: 'T21',
      slug: 'gevinstoverblik',
      name: words('Gevinstoverblik', 'Benefits overview', 'Gevinstoversikt'),
      what: words('Uventede sidegevinster.', 'Unexpected side benefits.', 'Uventede tilleggsgevinster.'),
    },
  ],
  short: null,
}
