import { IDEUDVIKLING_EXAMPLES } from './ideudvikling-examples.ts'
import { IDEUDVIKLING_SECTIONS } from './ideudvikling-sections.ts'
import { same, type Template, words } from './template.ts'

/** T11, idea generation. */
export const ideudvikling: Template = {
  id: 'ideudvikling',
  number: 'T11',
  name: words('Idéudvikling', 'Idea generation', 'Idéutvikling'),
  purpose: words(
    'Skaffer mange idéer på kort tid og beskriver de bedste ens, så de kan sammenlignes.',
    'Yields many ideas in a short time and describes the best in the same way so they can be compared.',
    'Skaffer mange ideer på kort tid og beskriver de beste på samme måte, slik at de kan sammenlignes.',
  ),
  when: words('Onsdag kl. 13.15–15.15', 'Wednesday 13.15–15.15', 'Onsdag kl. 13.15–15.15'),
  who: words(
    'Sprintteam, gerne to-tre borgere eller medarbejdere udefra',
    'Sprint team, preferably two or three citizens or staff from outside',
    'Sprintteam, gjerne to–tre innbyggere eller ansatte utenfra',
  ),
  duration: words('2 timer', '2 hours', '2 timer'),
  minutes: { least: 120, most: 120 },
  people: { least: 4, most: 12 },
  group: 'create',
  phase: 'create',
  phaseName: words('Skab', 'Create', 'Skap'),
  toolType: 'opens',
  size: { w: 4400, h: 2820 },
  sections: IDEUDVIKLING_SECTIONS,
  grids: [],
  examples: IDEUDVIKLING_EXAMPLES,
  steps: [
    words(
      'Læs spørgsmålet og persona højt. Private sedler er slået til.',
      'Read the question and the persona aloud. Private writing mode is on.',
      'Les spørsmålet og personaen høyt. Private lapper er slått på.',
    ),
    words(
      'Stille idéskrivning: fem minutter på eget ark, send videre, byg på, send videre igen.',
      'Brainwriting: five minutes on your own sheet, pass on, build, pass on again.',
      'Stille idéskriving: fem minutter på eget ark, send videre, bygg på, send videre igjen.',
    ),
    words(
      'Otte skitser: otte minutter, ét minut pr. felt, uret er synligt for alle.',
      'Eight sketches: eight minutes, one minute per box, the timer is visible to all.',
      'Åtte skisser: åtte minutter, ett minutt per felt, klokka er synlig for alle.',
    ),
    words(
      'Vis sedlerne, læs op, og saml under »Alle idéer«. Ingen »ja, men«.',
      'Reveal notes, read out, gather under "All ideas". No "yes, but".',
      'Vis lappene, les opp, og samle under «Alle ideer». Ingen «ja, men».',
    ),
    words(
      'Vælg hver to idéer, I vil stå bag, og udfyld idékort.',
      'Each choose two ideas you would stand behind and fill in idea cards.',
      'Velg to ideer hver som dere vil stå bak, og fyll ut idékort.',
    ),
  ],
  handsOnTo: [
    {
      to: 'T12',
      slug: 'ideprioritering',
      name: words('Idéprioritering', 'Idea prioritisation', 'Idéprioritering'),
      what: words(
        'Alle idékort og navngivne idéer.',
        'All idea cards and named ideas.',
        'Alle idékort og navngitte ideer.',
      ),
    },
    {
      to: 'T17',
      slug: 'baeredygtighedspuslespil',
      name: words('Bæredygtighedspuslespil', 'Sustainability puzzle', 'Bærekraftspuslespill'),
      what: words(
        'Det idékort, der er tættest på et projekt.',
        'The idea card closest to a project.',
        'Idékortet som er nærmest et prosjekt.',
      ),
    },
  ],
  short: {
    duration: same('40 min'),
    minutes: { least: 40, most: 40 },
    sections: ['hkv', 'ark-a', 'ark-b', 'ark-c', 'ark-d', 'idekort-1', 'idekort-2', 'idekort-3', 'alle'],
    places: {
      hkv: { w: 2120 },
      'idekort-1': { w: 680 },
      'idekort-2': { x: 720, w: 680 },
      'idekort-3': { x: 1440, w: 680 },
      alle: { x: 2160, h: 2340 },
    },
    columns: [],
    lanes: [],
  },
}
