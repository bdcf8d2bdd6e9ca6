import { type TemplateExample, words } from './template.ts'

/** A Tuesday in February, three years on, in the invented case. */
export const FREMTIDSFORTAELLING_EXAMPLES: readonly TemplateExample[] = [
  {
    where: 'ramme',
    role: 'fact',
    text: words(
      'En tirsdag i februar, tre år fra nu, Lindeby',
      'A Tuesday in February, three years from now, Lindeby',
      'En tirsdag i februar, tre år fra nå, Lindeby',
    ),
  },
  {
    where: 'hovedperson',
    role: 'fact',
    text: words(
      'Karen, 81 · Ayla, hjemmehjælper, ansat i to år (begge opdigtede)',
      'Karen, 81 · Ayla, home helper, employed two years (both invented)',
      'Karen, 81 · Ayla, hjemmehjelper, ansatt i to år (begge oppdiktet)',
    ),
  },
  {
    where: 'forskel',
    role: 'quote',
    text: words(
      'Før: »Er der nogen, der kommer?« Nu: »Det er Ayla i dag«',
      'Before: "Is anybody coming?" Now: "It is Ayla today"',
      'Før: «Er det noen som kommer?» Nå: «Det er Ayla i dag»',
    ),
  },
  {
    where: 'ikke',
    role: 'pain',
    text: words(
      'At det altid er den samme hjælper',
      'That it is always the same helper',
      'At det alltid er den samme hjelperen',
    ),
  },
  {
    where: 'bag-20xx',
    role: 'fact',
    text: words(
      'Alle nyudskrevne får kort og opkald inden for 24 timer',
      'All newly discharged get card and call within 24 hours',
      'Alle nyutskrevne får kort og oppringning innen 24 timer',
    ),
  },
  {
    where: 'bag-1aar',
    role: 'fact',
    text: words(
      'Kortet laves på hospitalet sammen med borgeren',
      'The card is made at the hospital together with the citizen',
      'Kortet lages på sykehuset sammen med innbyggeren',
    ),
  },
  {
    where: 'bag-6mdr',
    role: 'fact',
    text: words(
      'Opkaldet er en del af vagtplanen, ikke et projekt',
      'The call is part of the rota, not a project',
      'Oppringningen er en del av vaktplanen, ikke et prosjekt',
    ),
  },
  {
    where: 'bag-1mdr',
    role: 'fact',
    text: words(
      'To teams har prøvet med 20 borgere',
      'Two teams have tried it with 20 citizens',
      'To team har prøvd med 20 innbyggere',
    ),
  },
  {
    where: 'bag-mandag',
    role: 'decision',
    text: words(
      'Teamlederen skriver opkaldet ind i vagtplanen for uge 38',
      'The team leader writes the call into the rota for week 38',
      'Teamlederen fører oppringningen inn i vaktplanen for uke 38',
    ),
  },
  {
    where: 'vaelte',
    role: 'pain',
    text: words(
      'Vikarmangel i sommerferien',
      'Lack of substitutes in the summer holidays',
      'Mangel på vikarer i sommerferien',
    ),
  },
  {
    where: 'fortaelling',
    role: 'fact',
    text: words(
      '»Det er tirsdag. Jeg kan se på køleskabet, at det er Ayla i dag …«',
      '"It is Tuesday. I can see on the fridge that it is Ayla today …"',
      '«Det er tirsdag. Jeg kan se på kjøleskapet at det er Ayla i dag …»',
    ),
  },
  {
    where: 'morgen/idag',
    role: 'pain',
    text: words(
      'Sidder klar fra kl. 6.30 uden at vide til hvad',
      'Sits ready from 6.30 without knowing for what',
      'Sitter klar fra kl. 6.30 uten å vite til hva',
    ),
  },
  {
    where: 'morgen/borger',
    role: 'bright',
    text: words(
      'Ser på køleskabet: Ayla kl. 8–9. Går i bad',
      'Looks at the fridge: Ayla 8–9. Takes a bath',
      'Ser på kjøleskapet: Ayla kl. 8–9. Tar et bad',
    ),
  },
  {
    where: 'morgen/medarbejder',
    role: 'backstage',
    text: words(
      'Læser tre linjer om Karen, før hun ringer på',
      'Reads three lines about Karen before ringing the bell',
      'Leser tre linjer om Karen før hun ringer på',
    ),
  },
  {
    where: 'morgen/foeles',
    role: 'fact',
    text: words('Karen: rolig · Ayla: forberedt', 'Karen: calm · Ayla: prepared', 'Karen: rolig · Ayla: forberedt'),
  },
  {
    where: 'middag/borger',
    role: 'bright',
    text: words('Tager bussen til biblioteket', 'Takes the bus to the library', 'Tar bussen til biblioteket'),
  },
  {
    where: 'aften/medarbejder',
    role: 'backstage',
    text: words('Skriver »alt vel« – to tryk', 'Writes "all well" – two taps', 'Skriver «alt vel» – to trykk'),
  },
]
