import { INTERVIEW_INDSIGT_EXAMPLES } from './interview-indsigt-examples.ts'
import { INTERVIEW_INDSIGT_SECTIONS } from './interview-indsigt-sections.ts'
import { type Template, words } from './template.ts'

/** T05, interview and insight board. */
export const interviewIndsigt: Template = {
  id: 'interview-indsigt',
  number: 'T05',
  name: words('Interview- og indsigtstavle', 'Interview and insight board', 'Intervju- og innsiktstavle'),
  purpose: words(
    'Samler det, borgere og medarbejdere har fortalt og vist os, og koger det ned til få indsigter, man kan handle på.',
    'Collects what citizens and staff have told and shown us and boils it down to a few insights one can act on.',
    'Samler det innbyggere og ansatte har fortalt og vist oss, og koker det ned til få innsikter man kan handle på.',
  ),
  when: words(
    'Mandag eftermiddag (guide), tirsdag formiddag (samtaler), tirsdag kl. 12.30 (analyse)',
    'Monday afternoon (guide), Tuesday morning (conversations), Tuesday 12.30 (analysis)',
    'Mandag ettermiddag (guide), tirsdag formiddag (samtaler), tirsdag kl. 12.30 (analyse)',
  ),
  who: words(
    'Interviewpar: én spørger, én noterer; hele teamet analyserer',
    'Interview pairs: one asks, one takes notes; the whole team analyses',
    'Intervjupar: én spør, én noterer; hele teamet analyserer',
  ),
  duration: words(
    '30 min guide + 45 min pr. samtale + 60 min analyse',
    '30 min guide + 45 min per conversation + 60 min analysis',
    '30 min guide + 45 min per samtale + 60 min analyse',
  ),
  minutes: { least: 135, most: 315 },
  people: { least: 2, most: 10 },
  group: 'understand',
  phase: 'understand',
  phaseName: words('Forstå', 'Understand', 'Forstå'),
  toolType: 'opens',
  size: { w: 5820, h: 1500 },
  sections: INTERVIEW_INDSIGT_SECTIONS,
  grids: [],
  examples: INTERVIEW_INDSIGT_EXAMPLES,
  steps: [
    words(
      'Vælg seks åbne spørgsmål, og prøv dem på hinanden i fem minutter.',
      'Choose six open questions and try them on each other for five minutes.',
      'Velg seks åpne spørsmål, og prøv dem på hverandre i fem minutter.',
    ),
    words(
      'Tal to og to med borgeren; notér citater ordret og skriv koden, aldrig navnet.',
      'Talk to the citizen in pairs; note quotes verbatim and write the code, never the name.',
      'Snakk to og to med innbyggeren; noter sitater ordrett, og skriv koden, aldri navnet.',
    ),
    words(
      'Genfortæl hver samtale på fem minutter; de andre skriver én ting pr. seddel.',
      'Retell each conversation in five minutes; the others write one thing per note.',
      'Gjenfortell hver samtale på fem minutter; de andre skriver én ting per lapp.',
    ),
    words(
      'Saml i mønstre uden at tale sammen de første otte minutter; giv derefter bunkerne navn.',
      'Cluster in silence for the first eight minutes; then name the piles.',
      'Samle i mønstre uten å snakke sammen de første åtte minuttene; gi deretter bunkene navn.',
    ),
    words(
      'Skriv højst syv indsigter, og stem på de tre vigtigste.',
      'Write at most seven insights and vote for the three most important.',
      'Skriv høyst sju innsikter, og stem på de tre viktigste.',
    ),
  ],
  handsOnTo: [
    {
      to: 'T07',
      slug: 'borgerrejse',
      name: words('Borgerrejse', 'Citizen journey map', 'Innbyggerreise'),
      what: words(
        'Citater, smertepunkter og lyspunkter kan sendes videre enkeltvis; de beholder koden (B1 …).',
        'Quotes, pains and bright spots can be sent on one by one; they keep their code (B1 …).',
        'Sitater, smertepunkter og lyspunkter kan sendes videre enkeltvis; de beholder koden (B1 …).',
      ),
    },
    {
      to: 'T06',
      slug: 'maalgruppe-persona',
      name: words('Målgruppe og persona', 'Target group and persona', 'Målgruppe og persona'),
      what: words('Mønstre og citater.', 'Patterns and quotes.', 'Mønstre og sitater.'),
    },
    {
      to: 'T09',
      slug: 'mulighedsrum',
      name: words('Mulighedsrum', 'Opportunity space', 'Mulighetsrom'),
      what: words('Indsigter med stemmer.', 'Insights with votes.', 'Innsikter med stemmer.'),
    },
  ],
  short: null,
}
