import { type TemplateExample, words } from './template.ts'

/** The invented case of the specification: older citizens come home from hospital. */
export const STORYBOARD_EXAMPLES: readonly TemplateExample[] = [
  {
    where: 'titel',
    role: 'idea',
    text: words(
      'Køleskabskortet – om Karen, der kommer hjem en torsdag',
      'The fridge card – about Karen, who comes home on a Thursday',
      'Kjøleskapskortet – om Karen, som kommer hjem en torsdag',
    ),
  },
  {
    where: 'rekvisitter',
    role: 'fact',
    text: words(
      'Kort i A5, magnet, telefonmanus på ti linjer',
      'A5 card, magnet, ten-line phone script',
      'Kort i A5, magnet, telefonmanus på ti linjer',
    ),
  },
  {
    where: 'billede-1',
    role: 'fact',
    text: words(
      'Karen sidder på sengekanten med jakke på',
      'Karen sits on the edge of the bed with her coat on',
      'Karen sitter på sengekanten med jakka på',
    ),
  },
  {
    where: 'billede-2',
    role: 'fact',
    text: words(
      'Lægen siger: »Du kan komme hjem i dag«',
      'The doctor says: "You can go home today"',
      'Legen sier: «Du kan reise hjem i dag»',
    ),
  },
  {
    where: 'billede-3',
    role: 'idea',
    text: words(
      'Visitator skriver kortet sammen med hende på stuen',
      'The assessor fills in the card with her on the ward',
      'Saksbehandleren skriver kortet sammen med henne på avdelingen',
    ),
  },
  {
    where: 'billede-4',
    role: 'idea',
    text: words(
      'Karen hænger kortet på køleskabet og læser navnet højt',
      'Karen puts the card on the fridge and reads the name aloud',
      'Karen henger kortet på kjøleskapet og leser navnet høyt',
    ),
  },
  {
    where: 'billede-5',
    role: 'backstage',
    text: words(
      'Aftenholdet læser kortet og siger »Du er Karen«',
      'The evening shift reads the card and says "You are Karen"',
      'Kveldsvakten leser kortet og sier «Du er Karen»',
    ),
  },
  {
    where: 'billede-6',
    role: 'pain',
    text: words(
      'Vikaren kommer en time senere end på kortet',
      'The substitute comes an hour later than the card says',
      'Vikaren kommer en time senere enn det står på kortet',
    ),
  },
  {
    where: 'billede-7',
    role: 'bright',
    text: words('Karen har været i bad', 'Karen has taken a bath', 'Karen har tatt et bad'),
  },
  {
    where: 'billede-8',
    role: 'quote',
    text: words(
      '»De ved, hvem jeg er« (ønsket citat)',
      '"They know who I am" (desired quote)',
      '«De vet hvem jeg er» (ønsket sitat)',
    ),
  },
  {
    where: 'spoergsmaal',
    role: 'question',
    text: words(
      'Hvad sker der med tilliden, når kortet ikke passer?',
      'What happens to trust when the card is wrong?',
      'Hva skjer med tilliten når kortet ikke stemmer?',
    ),
  },
]
