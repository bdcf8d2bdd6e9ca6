import { MAALGRUPPE_PERSONA_EXAMPLES } from './maalgruppe-persona-examples.ts'
import { MAALGRUPPE_PERSONA_SECTIONS } from './maalgruppe-persona-sections.ts'
import { same, type Template, words } from './template.ts'

/** T06, target group and persona. */
export const maalgruppePersona: Template = {
  id: 'maalgruppe-persona',
  number: 'T06',
  name: words('Målgruppe og persona', 'Target group and persona', 'Målgruppe og persona'),
  purpose: words(
    'Gør målgruppen til et menneske, teamet kan huske, uden at vise en virkelig person frem.',
    'Turns the target group into a human being the team can remember, without exposing a real person.',
    'Gjør målgruppen til et menneske teamet kan huske, uten å vise fram en virkelig person.',
  ),
  when: words(
    'Tirsdag kl. 13.30 (kort udgave på 30 min i sprintet)',
    'Tuesday 13.30 (short 30-min version in the sprint)',
    'Tirsdag kl. 13.30 (kort utgave på 30 min i sprinten)',
  ),
  who: words(
    'Sprintteam; gerne en borger eller pårørende som kritisk læser',
    'Sprint team; preferably a citizen or relative as critical reader',
    'Sprintteam; gjerne en innbygger eller pårørende som kritisk leser',
  ),
  duration: same('45 min'),
  minutes: { least: 45, most: 45 },
  people: { least: 3, most: 8 },
  group: 'understand',
  phase: 'understand',
  phaseName: words('Forstå', 'Understand', 'Forstå'),
  toolType: 'sorts',
  size: { w: 3760, h: 1500 },
  sections: MAALGRUPPE_PERSONA_SECTIONS,
  grids: [],
  examples: MAALGRUPPE_PERSONA_EXAMPLES,
  steps: [
    words(
      'Afgræns målgruppen med tal, og skriv, hvem der er uden for.',
      'Delimit the target group with figures and write who is outside.',
      'Avgrens målgruppen med tall, og skriv hvem som er utenfor.',
    ),
    words(
      'Byg personaen af sedler fra mindst tre samtaler – intet må være gættet uden orange seddel.',
      'Build the persona from notes from at least three conversations – nothing may be guessed without an orange note.',
      'Bygg personaen av lapper fra minst tre samtaler – ingenting skal være gjettet uten oransje lapp.',
    ),
    words(
      'Find behovet bag hvert ønske ved at spørge »hvorfor er det vigtigt?« tre gange.',
      'Find the need behind each wish by asking "why does that matter?" three times.',
      'Finn behovet bak hvert ønske ved å spørre «hvorfor er det viktig?» tre ganger.',
    ),
    words(
      'Læs personaen højt i jeg-form, og ret det, der lyder som fagsprog.',
      'Read the persona aloud in the first person and correct what sounds like jargon.',
      'Les personaen høyt i jeg-form, og rett det som låter som fagspråk.',
    ),
  ],
  handsOnTo: [
    {
      to: 'T07',
      slug: 'borgerrejse',
      name: words('Borgerrejse', 'Citizen journey map', 'Innbyggerreise'),
      what: words(
        'Persona vises som kort øverst på rejsen.',
        'The persona is shown as a card at the top of the journey.',
        'Personaen vises som kort øverst på reisen.',
      ),
    },
    {
      to: 'T18',
      slug: 'fremtidsfortaelling',
      name: words('Fremtidsfortælling', 'Future narrative', 'Framtidsfortelling'),
      what: words(
        'Persona bliver hovedperson.',
        'The persona becomes the main character.',
        'Personaen blir hovedperson.',
      ),
    },
    {
      to: 'T15',
      slug: 'borgerbrev',
      name: words('Borgerbrev i klart sprog', 'Citizen letter in plain language', 'Innbyggerbrev i klart språk'),
      what: words('Persona er læseren.', 'The persona is the reader.', 'Personaen er leseren.'),
    },
  ],
  short: {
    duration: same('30 min'),
    minutes: { least: 30, most: 30 },
    sections: ['navn', 'vigtigt', 'svaert', 'citat', 'behov'],
    places: { citat: { x: 0, y: 660, h: 840 }, behov: { h: 1500 } },
    columns: [],
    lanes: [],
  },
}
