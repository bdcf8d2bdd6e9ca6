import { IDEPRIORITERING_EXAMPLES } from './ideprioritering-examples.ts'
import { IDEPRIORITERING_SECTIONS } from './ideprioritering-sections.ts'
import { same, type Template, words } from './template.ts'

/** T12, idea prioritisation. */
export const ideprioritering: Template = {
  id: 'ideprioritering',
  number: 'T12',
  name: words('Idéprioritering', 'Idea prioritisation', 'Idéprioritering'),
  purpose: words(
    'Gør valget mellem idéer synligt og begrundet, så det kan forklares for dem, der ikke var der.',
    'Makes the choice between ideas visible and reasoned so that it can be explained to those who were not there.',
    'Gjør valget mellom ideer synlig og begrunnet, slik at det kan forklares for dem som ikke var der.',
  ),
  when: words('Torsdag kl. 8.45–9.45', 'Thursday 8.45–9.45', 'Torsdag kl. 8.45–9.45'),
  who: words(
    'Sprintteam; lederen siger til, hvis noget er umuligt',
    'Sprint team; the manager speaks up if something is impossible',
    'Sprintteam; lederen sier fra hvis noe er umulig',
  ),
  duration: same('60 min'),
  minutes: { least: 60, most: 60 },
  people: { least: 4, most: 10 },
  group: 'create',
  phase: 'create',
  phaseName: words('Skab', 'Create', 'Skap'),
  toolType: 'closes',
  size: { w: 4100, h: 1500 },
  sections: IDEPRIORITERING_SECTIONS,
  grids: [],
  matrix: {
    section: 'matrix',
    ends: {
      up: words('Stor værdi', 'Large value', 'Stor verdi'),
      down: words('Lille værdi', 'Small value', 'Liten verdi'),
      left: words('Svær', 'Hard', 'Vanskelig'),
      right: words('Let', 'Easy', 'Lett'),
    },
    quadrants: {
      upLeft: words('Stor værdi, svær', 'Large value, hard', 'Stor verdi, vanskelig'),
      upRight: words('Stor værdi, let', 'Large value, easy', 'Stor verdi, lett'),
      downLeft: words('Lille værdi, svær', 'Small value, hard', 'Liten verdi, vanskelig'),
      downRight: words('Lille værdi, let', 'Small value, easy', 'Liten verdi, lett'),
    },
  },
  examples: IDEPRIORITERING_EXAMPLES,
  steps: [
    words(
      'Slå sammen, og lad hver ejer forklare sin idé på ét minut.',
      'Merge, and let each owner explain the idea in one minute.',
      'Slå sammen, og la hver eier forklare ideen sin på ett minutt.',
    ),
    words(
      'Aftal højst fire kriterier, før nogen stemmer.',
      'Agree at most four criteria before anyone votes.',
      'Bli enige om høyst fire kriterier før noen stemmer.',
    ),
    words(
      'Stem skjult: tre prikker hver; vis resultatet samtidig.',
      'Vote hidden: three dots each; show results at the same time.',
      'Stem skjult: tre prikker hver; vis resultatet samtidig.',
    ),
    words(
      'Placér de otte øverste i matrixen, og flyt dem til udforskes, overvejes, afvises – alle tre felter skal have noget.',
      'Place the top eight in the matrix and move them to explore, consider, reject – all three must contain something.',
      'Plasser de åtte øverste i matrisen, og flytt dem til utforskes, vurderes, avvises – alle tre feltene må få noe.',
    ),
    words(
      'Skriv beslutningen med navn på rolle, tidspunkt og begrundelse.',
      'Write the decision with role, time and reason.',
      'Skriv beslutningen med navn på rolle, tidspunkt og begrunnelse.',
    ),
  ],
  handsOnTo: [
    {
      to: 'T13',
      slug: 'storyboard',
      name: same('Storyboard'),
      what: words('Idéer i »Udforskes«.', 'Ideas in "Explore".', 'Ideer i «Utforskes».'),
    },
    {
      to: 'T14',
      slug: 'proevehandling',
      name: words('Prøvehandling og testplan', 'Trial action and test plan', 'Utprøving og testplan'),
      what: words(
        'Idéer i »Udforskes« som overskrift på kortet.',
        'Ideas in "Explore" as card heading.',
        'Ideer i «Utforskes» som overskrift på kortet.',
      ),
    },
    {
      to: 'T22',
      slug: 'proceslog',
      name: words('Proceslog – ændringer undervejs', 'Process-change log', 'Prosesslogg'),
      what: words(
        'Beslutningen, hvis den ændrer formål eller plan.',
        'The decision, if it changes purpose or plan.',
        'Beslutningen, hvis den endrer formål eller plan.',
      ),
    },
  ],
  short: null,
}
