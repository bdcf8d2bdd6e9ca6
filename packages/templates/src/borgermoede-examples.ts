import { type TemplateExample, words } from './template.ts'

/** The invented case of the specification: older citizens come home from hospital. */
export const BORGERMOEDE_EXAMPLES: readonly TemplateExample[] = [
  {
    where: 'form',
    role: 'decision',
    text: words(
      'Dialog: vi lytter og tager med – vi beslutter ikke i aften',
      'Dialogue: we listen and take with us – we do not decide tonight',
      'Dialog: vi lytter og tar med oss – vi bestemmer ikke noe i kveld',
    ),
  },
  {
    where: 'indflydelse',
    role: 'fact',
    text: words(
      'Åbent: breve, opkald, hvem der kommer. Besluttet: antal timer',
      'Open: letters, calls, who comes. Decided: number of hours',
      'Åpent: brev, oppringninger, hvem som kommer. Bestemt: antall timer',
    ),
  },
  {
    where: 'hvem',
    role: 'fact',
    text: words(
      'Pårørende i arbejde → møde kl. 19 og mulighed for at deltage hjemmefra',
      'Working relatives → meeting at 19.00 with the option to join from home',
      'Pårørende i arbeid → møte kl. 19 og mulighet for å delta hjemmefra',
    ),
  },
  {
    where: 'program',
    role: 'fact',
    text: words(
      '18.30 kaffe · 19.00 velkomst · 19.15 to bordrunder · 20.25 fælles · 20.55 tak',
      '18.30 coffee · 19.00 welcome · 19.15 two table rounds · 20.25 plenary · 20.55 thanks',
      '18.30 kaffe · 19.00 velkomst · 19.15 to bordrunder · 20.25 felles · 20.55 takk',
    ),
  },
  {
    where: 'bord-1',
    role: 'quote',
    text: words(
      '»Ring, før I kommer – også når I er forsinkede«',
      '"Call before you come – also when you are late"',
      '«Ring før dere kommer – også når dere er forsinket»',
    ),
  },
  {
    where: 'bord-2',
    role: 'bright',
    text: words('De faste hjælpere er guld', 'The regular helpers are gold', 'De faste hjelperne er gull verdt'),
  },
  {
    where: 'bord-3',
    role: 'idea',
    text: words('Pårørende kan skrive på kortet', 'Relatives can write on the card', 'Pårørende kan skrive på kortet'),
  },
  {
    where: 'bord-4',
    role: 'pain',
    text: words('Vi bliver stillet om tre gange', 'We are transferred three times', 'Vi blir satt over tre ganger'),
  },
  { where: 'enige', role: 'fact', text: words('Navn før klokkeslæt', 'A name before a time', 'Navn før klokkeslett') },
  {
    where: 'uenige',
    role: 'fact',
    text: words(
      'Nogle vil have sms – andre vil kun ringes op',
      'Some want text messages – others only a call',
      'Noen vil ha sms – andre vil bare bli oppringt',
    ),
  },
  {
    where: 'spoerg',
    role: 'question',
    text: words('Må naboen få besked?', 'May the neighbour be told?', 'Kan naboen få beskjed?'),
  },
  {
    where: 'tager',
    role: 'decision',
    text: words(
      'Vi prøver opkald på dag 2 fra lørdag',
      'We try the day-2 call from Saturday',
      'Vi prøver oppringning på dag 2 fra lørdag',
    ),
  },
  {
    where: 'svar',
    role: 'decision',
    text: words(
      'Referat og svar på kommunens hjemmeside og på papir på biblioteket inden 14 dage',
      'Minutes and answers on the website and on paper at the library within 14 days',
      'Referat og svar på kommunens nettside og på papir på biblioteket innen 14 dager',
    ),
  },
]
