import { type TemplateExample, words } from './template.ts'

/** The invented case of the specification: older citizens come home from hospital. */
export const IDEPRIORITERING_EXAMPLES: readonly TemplateExample[] = [
  { where: 'alle', role: 'idea', text: words('Køleskabskortet', 'The fridge card', 'Kjøleskapskortet') },
  { where: 'alle', role: 'idea', text: words('Opkald på dag 2', 'Day-2 call', 'Oppringning på dag 2') },
  {
    where: 'alle',
    role: 'idea',
    text: words('App med live-køreliste', 'App with live schedule', 'App med kjøreliste i sanntid'),
  },
  {
    where: 'matrix',
    role: 'idea',
    text: words(
      'Køleskabskortet: stor værdi, let',
      'The fridge card: large value, easy',
      'Kjøleskapskortet: stor verdi, lett',
    ),
    quadrant: 'upRight',
  },
  {
    where: 'udforsk',
    role: 'idea',
    text: words(
      'Køleskabskortet + opkald på dag 2',
      'The fridge card + day-2 call',
      'Kjøleskapskortet + oppringning på dag 2',
    ),
  },
  {
    where: 'overvej',
    role: 'idea',
    text: words('Tidsrum på to timer', 'Two-hour time windows', 'Tidsrom på to timer'),
  },
  {
    where: 'afvis',
    role: 'idea',
    text: words(
      'App med live-køreliste – borgerne har ikke bedt om en app',
      'App with live schedule – citizens did not ask for an app',
      'App med kjøreliste i sanntid – innbyggerne har ikke bedt om en app',
    ),
  },
  {
    where: 'kriterier',
    role: 'fact',
    text: words(
      'Skal kunne prøves inden for mandatet og inden mandag',
      'Must be testable within the mandate and before Monday',
      'Må kunne prøves innenfor mandatet og før mandag',
    ),
  },
  {
    where: 'beslutning',
    role: 'decision',
    text: words(
      'Vi bygger kort + opkald. Team, torsdag kl. 9.40. Vi ombestemmer os, hvis borgerne ikke bruger kortet',
      'We build card + call. Team, Thursday 9.40. We change our minds if citizens do not use the card',
      'Vi bygger kort + oppringning. Team, torsdag kl. 9.40. Vi ombestemmer oss hvis innbyggerne ikke bruker kortet',
    ),
  },
]
