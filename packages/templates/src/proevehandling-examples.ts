import { type TemplateExample, words } from './template.ts'

/** The invented case of the specification: older citizens come home from hospital. */
export const PROEVEHANDLING_EXAMPLES: readonly TemplateExample[] = [
  { where: 'ide', role: 'idea', text: words('Opkald på dag 2', 'Day-2 call', 'Oppringning på dag 2') },
  {
    where: 'hypotese',
    role: 'fact',
    text: words(
      'Hvis vi ringer på dag 2, så vil nyudskrevne turde planlægge deres dag, fordi de hører en stemme, der kender planen',
      'If we phone on day 2, newly discharged people will dare plan their day, because they hear a voice that knows the plan',
      'Hvis vi ringer på dag 2, vil nyutskrevne tørre å planlegge dagen sin fordi de hører en stemme som kjenner planen',
    ),
  },
  {
    where: 'laere',
    role: 'question',
    text: words(
      'Er det opkaldet eller oplysningen, der giver ro?',
      'Is it the call or the information that gives calm?',
      'Er det oppringningen eller opplysningen som gir ro?',
    ),
  },
  {
    where: 'mindste',
    role: 'fact',
    text: words(
      'Ring til fem borgere lørdag og søndag med manus på ti linjer',
      'Call five citizens Saturday and Sunday with a ten-line script',
      'Ring til fem innbyggere lørdag og søndag med manus på ti linjer',
    ),
  },
  {
    where: 'medhvem',
    role: 'fact',
    text: words(
      'B6–B10, to hjemmehjælpere fra weekendholdet',
      'B6–B10, two home helpers from the weekend shift',
      'B6–B10, to hjemmehjelpere fra helgevakten',
    ),
  },
  {
    where: 'hvornaar',
    role: 'fact',
    text: words('Lørdag–søndag kl. 10–12', 'Saturday–Sunday 10–12', 'Lørdag–søndag kl. 10–12'),
  },
  {
    where: 'tegn',
    role: 'bright',
    text: words(
      'Borgeren kan gentage, hvem der kommer, og hvornår',
      'The citizen can repeat who is coming and when',
      'Innbyggeren kan gjenta hvem som kommer, og når',
    ),
  },
  {
    where: 'tegn',
    role: 'bright',
    text: words(
      'Ingen »hvem kommer?«-opkald fra de fem',
      'No "who is coming?" calls from the five',
      'Ingen «hvem kommer?»-telefoner fra de fem',
    ),
  },
  {
    where: 'stopregel',
    role: 'pain',
    text: words(
      'Borgeren bliver utryg eller forvirret – så ringer visitator samme dag',
      'The citizen becomes anxious or confused – then the assessor calls the same day',
      'Innbyggeren blir utrygg eller forvirret – da ringer saksbehandleren samme dag',
    ),
  },
  {
    where: 'samtykke',
    role: 'decision',
    text: words(
      'Mundtligt ja noteret; weekendleder orienteret',
      'Oral yes noted; weekend manager informed',
      'Muntlig ja notert; lederen i helgen er orientert',
    ),
  },
  {
    where: 'skete',
    role: 'fact',
    text: words(
      'Fire af fem tog telefonen; samtalerne varede 6–14 min',
      'Four of five answered; calls lasted 6–14 min',
      'Fire av fem tok telefonen; samtalene varte 6–14 min',
    ),
  },
  {
    where: 'skete',
    role: 'quote',
    text: words(
      '»Så kan jeg jo godt gå i bad nu« (B7)',
      '"Then I can take my bath now" (B7)',
      '«Da kan jeg jo ta et bad nå» (B7)',
    ),
  },
  {
    where: 'laert',
    role: 'fact',
    text: words(
      'Opkaldet virker bedst, når kortet allerede hænger på køleskabet',
      'The call works best when the card already hangs on the fridge',
      'Oppringningen virker best når kortet allerede henger på kjøleskapet',
    ),
  },
  {
    where: 'vurdering',
    role: 'fact',
    text: words(
      'Effekt stor · indsats middel · værdi for borger stor, for medarbejder stor',
      'Effect large · effort medium · value to citizen large, to staff large',
      'Effekt stor · innsats middels · verdi for innbygger stor, for medarbeider stor',
    ),
  },
  {
    where: 'naeste',
    role: 'decision',
    text: words(
      'Justér: ring dag 1 om eftermiddagen. Prøv med 20 borgere i uge 38–39',
      'Adjust: call in the afternoon of day 1. Try with 20 citizens in weeks 38–39',
      'Juster: ring dag 1 om ettermiddagen. Prøv med 20 innbyggere i uke 38–39',
    ),
  },
  {
    where: 'ansvar',
    role: 'decision',
    text: words(
      'Weekendholdets tovholder · fredag kl. 13',
      'Weekend shift coordinator · Friday 13.00',
      'Helgevaktens koordinator · fredag kl. 13',
    ),
  },
  {
    where: 'saa/r1',
    role: 'fact',
    text: words('B6 spurgte to gange om navnet', 'B6 asked twice for the name', 'B6 spurte to ganger om navnet'),
  },
  {
    where: 'aendring/r1',
    role: 'decision',
    text: words('Navnet siges først og sidst', 'The name is said first and last', 'Navnet sies først og sist'),
  },
]
