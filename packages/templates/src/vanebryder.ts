import { same, type Template, words } from './template.ts'
import { VANEBRYDER_EXAMPLES } from './vanebryder-examples.ts'
import { VANEBRYDER_SECTIONS } from './vanebryder-sections.ts'

/** T10, habit breaker. */
export const vanebryder: Template = {
  id: 'vanebryder',
  number: 'T10',
  name: words('Vanebryder', 'Habit breaker', 'Vanebryter'),
  purpose: words(
    'Ryster de vante forestillinger, før teamet får idéer, så der kommer andet end mere af det samme.',
    'Shakes habitual assumptions before the team has ideas, so that something other than more of the same appears.',
    'Rokker ved vante forestillinger før teamet får ideer, slik at det kommer noe annet enn mer av det samme.',
  ),
  when: words(
    'Onsdag kl. 12.30, lige før idéudvikling; også selvstændig workshop om besparelser eller nytænkning',
    'Wednesday 12.30, right before idea generation; also a stand-alone workshop on savings or renewal',
    'Onsdag kl. 12.30, rett før idéutvikling; også egen workshop om innsparing eller nytenking',
  ),
  who: words(
    'Sprintteam; gerne to gæster fra helt andre fag',
    'Sprint team; preferably two guests from quite different professions',
    'Sprintteam; gjerne to gjester fra helt andre fag',
  ),
  duration: same('45 min'),
  minutes: { least: 45, most: 45 },
  people: { least: 4, most: 12 },
  group: 'create',
  phase: 'create',
  phaseName: words('Skab', 'Create', 'Skap'),
  toolType: 'opens',
  size: { w: 3760, h: 1500 },
  sections: VANEBRYDER_SECTIONS,
  grids: [],
  examples: VANEBRYDER_EXAMPLES,
  steps: [
    words(
      'Skriv vaner i stilhed: én pr. seddel, mindst ti.',
      'Write habits in silence: one per note, at least ten.',
      'Skriv vaner i stillhet: én per lapp, minst ti.',
    ),
    words(
      'Sortér reglerne i skal, selv besluttet og tror; lov kræver en henvisning.',
      'Sort rules into must, self-decided and belief; law requires a reference.',
      'Sorter reglene i må, bestemt selv og tror; lov krever en henvisning.',
    ),
    words(
      'Vælg tre vaner, og vend dem med »Hvad nu hvis …?«. Alt er tilladt i ti minutter.',
      'Choose three habits and turn them with "What if …?". Everything is allowed for ten minutes.',
      'Velg tre vaner, og snu dem med «Hva om …?». Alt er lov i ti minutter.',
    ),
    words(
      'Lån fra andre fag, og gør det værre; vend det, I fandt, til noget brugbart.',
      'Borrow from other trades and make it worse; turn what you found into something usable.',
      'Lån fra andre fag, og gjør det verre; snu det dere fant, til noe brukbart.',
    ),
    words('Vælg tre nye afsæt.', 'Choose three new starting points.', 'Velg tre nye innfallsvinkler.'),
  ],
  handsOnTo: [
    {
      to: 'T11',
      slug: 'ideudvikling',
      name: words('Idéudvikling', 'Idea generation', 'Idéutvikling'),
      what: words(
        '»Nye afsæt« lægges øverst; »Hvad nu hvis …?« kan sendes som idéer.',
        '"New starting points" are placed at the top; "What if …?" can be sent on as ideas.',
        '«Nye innfallsvinkler» legges øverst; «Hva om …?» kan sendes som ideer.',
      ),
    },
    {
      to: 'T19',
      slug: 'implementeringsplan',
      name: words('Implementeringsplan', 'Implementation plan', 'Implementeringsplan'),
      what: words(
        '»Det har vi selv besluttet« bliver til regler, der kan ændres.',
        '"We decided it ourselves" becomes rules that can be changed.',
        '«Dette har vi bestemt selv» blir til regler som kan endres.',
      ),
    },
  ],
  short: {
    duration: same('20 min'),
    minutes: { least: 20, most: 20 },
    sections: ['plejer', 'hvadnu', 'afsaet'],
    places: { hvadnu: { h: 1500 } },
    columns: [],
    lanes: [],
  },
}
