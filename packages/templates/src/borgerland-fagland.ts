import { BORGERLAND_FAGLAND_EXAMPLES } from './borgerland-fagland-examples.ts'
import { BORGERLAND_FAGLAND_GRID } from './borgerland-fagland-grid.ts'
import { BORGERLAND_FAGLAND_SECTIONS } from './borgerland-fagland-sections.ts'
import { same, type Template, words } from './template.ts'

/** T08, citizen land–professional land. */
export const borgerlandFagland: Template = {
  id: 'borgerland-fagland',
  number: 'T08',
  name: words('Borgerland–fagland', 'Citizen land–professional land', 'Innbyggerland–fagland'),
  purpose: words(
    'Stiller borgerens virkelighed og fagets virkelighed ved siden af hinanden, så teamet kan arbejde udefra og ind.',
    "Places the citizen's reality and the profession's reality side by side so that the team can work from the outside in.",
    'Stiller innbyggerens virkelighet og fagets virkelighet ved siden av hverandre, så teamet kan arbeide utenfra og inn.',
  ),
  when: words(
    'Mandag kl. 10.45 (antagelser) og onsdag kl. 8.30 (rettet efter samtalerne); også selvstændig halvdagsøvelse',
    'Monday 10.45 (assumptions) and Wednesday 8.30 (corrected after the conversations); also a stand-alone half-day exercise',
    'Mandag kl. 10.45 (antakelser) og onsdag kl. 8.30 (rettet etter samtalene); også selvstendig halvdagsøvelse',
  ),
  who: words(
    'Fagteam på tværs; mindst én, der taler borgerens sag',
    'Cross-professional team; at least one who speaks for the citizen',
    'Fagteam på tvers; minst én som taler innbyggerens sak',
  ),
  duration: same('60 min'),
  minutes: { least: 60, most: 60 },
  people: { least: 4, most: 16 },
  group: 'understand',
  phase: 'understand',
  phaseName: words('Forstå', 'Understand', 'Forstå'),
  toolType: 'opens',
  size: { w: 2960, h: 2320 },
  sections: BORGERLAND_FAGLAND_SECTIONS,
  grids: [BORGERLAND_FAGLAND_GRID],
  examples: BORGERLAND_FAGLAND_EXAMPLES,
  steps: [
    words(
      'Del teamet: halvdelen fylder Borgerland i jeg-form, halvdelen fylder Fagland. Ti minutter i stilhed.',
      'Split the team: half fills Citizen land in the first person, half fills Professional land. Ten minutes in silence.',
      'Del teamet: halvparten fyller ut Innbyggerland i jeg-form, halvparten fyller ut Fagland. Ti minutter i stillhet.',
    ),
    words(
      'Byt side, og læs de andres sedler højt uden at kommentere.',
      "Swap sides and read the others' notes aloud without comment.",
      'Bytt side, og les de andres lapper høyt uten å kommentere.',
    ),
    words(
      'Fyld »Mødet« sammen: hvor gnider det, og hvor er der allerede et fælles sprog?',
      'Fill "The meeting place" together: where does it chafe, and where is there already a shared language?',
      'Fyll ut «Møtet» sammen: hvor gnisser det, og hvor er det allerede et felles språk?',
    ),
    words(
      'Markér antagelser med orange; de skal prøves i samtalerne.',
      'Mark assumptions in orange; they must be tested in the conversations.',
      'Marker antakelser med oransje; de skal prøves i samtalene.',
    ),
    words(
      'Vælg tre kløfter, og lad hver deltager skrive ét løfte.',
      'Choose three gaps and let each participant write one promise.',
      'Velg tre kløfter, og la hver deltaker skrive ett løfte.',
    ),
  ],
  handsOnTo: [
    {
      to: 'T05',
      slug: 'interview-indsigt',
      name: words('Interview- og indsigtstavle', 'Interview and insight board', 'Intervju- og innsiktstavle'),
      what: words(
        'Orange sedler fra »Det tror vi om de andre«.',
        'Orange notes from "What we believe about the others".',
        'Oransje lapper fra «Dette tror vi om de andre».',
      ),
    },
    {
      to: 'T09',
      slug: 'mulighedsrum',
      name: words('Mulighedsrum', 'Opportunity space', 'Mulighetsrom'),
      what: words('De tre største kløfter.', 'The three biggest gaps.', 'De tre største kløftene.'),
    },
    {
      to: 'T25',
      slug: 'traeningslog',
      name: words('Træningslog', 'Training log', 'Treningslogg'),
      what: words(
        'Løfterne følger deltageren i træningsforløbet.',
        'The promises follow the participant in the training course.',
        'Løftene følger deltakeren i treningsforløpet.',
      ),
    },
  ],
  short: null,
}
