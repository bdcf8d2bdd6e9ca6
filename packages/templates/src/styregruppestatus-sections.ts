import { type TemplateSection, words } from './template.ts'

/** The sections of T23, in the order in which they are read. */
export const STYREGRUPPESTATUS_SECTIONS: readonly TemplateSection[] = [
  {
    key: 'navn',
    heading: words('Projekt og dato', 'Project and date', 'Prosjekt og dato'),
    question: words('Navn, uge, team, kontakt', 'Name, week, team, contact', 'Navn, uke, team, kontakt'),
    kind: 'text',
    rect: { x: 0, y: 0, w: 1100, h: 300 },
  },
  {
    key: 'fase',
    heading: words('Hvor er vi?', 'Where are we?', 'Hvor er vi?'),
    question: words(
      'Forstå · Skab · Virk – markér én',
      'Understand · Create · Put to work – mark one',
      'Forstå · Skap · Sett i verk – marker én',
    ),
    kind: 'choice',
    rect: { x: 1130, y: 0, w: 1140, h: 300 },
    isSteps: true,
    options: [
      { key: 'forstaa', label: words('Forstå', 'Understand', 'Forstå') },
      { key: 'skab', label: words('Skab', 'Create', 'Skap') },
      { key: 'virk', label: words('Virk', 'Put to work', 'Sett i verk') },
    ],
  },
  {
    key: 'samlet',
    heading: words('Samlet status', 'Overall status', 'Samlet status'),
    question: words(
      'På sporet · Kræver opmærksomhed · Kræver beslutning',
      'On track · Needs attention · Needs decision',
      'I rute · Krever oppmerksomhet · Krever beslutning',
    ),
    kind: 'choice',
    rect: { x: 2300, y: 0, w: 1100, h: 300 },
    options: [
      { key: 'paa-sporet', label: words('På sporet', 'On track', 'I rute') },
      { key: 'opmaerksomhed', label: words('Kræver opmærksomhed', 'Needs attention', 'Krever oppmerksomhet') },
      { key: 'beslutning', label: words('Kræver beslutning', 'Needs decision', 'Krever beslutning') },
    ],
  },
  {
    key: 'formaal',
    heading: words('Formål lige nu', 'Purpose right now', 'Formål akkurat nå'),
    question: words(
      'Én sætning – fra procesloggen',
      'One sentence – from the process log',
      'Én setning – fra prosessloggen',
    ),
    kind: 'text',
    rect: { x: 0, y: 330, w: 1100, h: 440 },
  },
  {
    key: 'siden',
    heading: words('Siden sidst', 'Since last', 'Siden sist'),
    question: words(
      'Tre ting, højst ti ord hver',
      'Three things, ten words each at most',
      'Tre ting, høyst ti ord hver',
    ),
    kind: 'text',
    rect: { x: 0, y: 800, w: 1100, h: 560 },
  },
  {
    key: 'laert',
    heading: words('Det vigtigste vi har lært', 'The most important thing learned', 'Det viktigste vi har lært'),
    question: words(
      'Hvad ved vi nu, som I ikke vidste?',
      'What do we know now that you did not?',
      'Hva vet vi nå som dere ikke visste?',
    ),
    kind: 'text',
    rect: { x: 1130, y: 330, w: 1140, h: 500 },
  },
  {
    key: 'citat',
    heading: words('Borgerens stemme', "The citizen's voice", 'Innbyggerens stemme'),
    question: words('Ét citat, kun kode', 'One quote, code only', 'Ett sitat, bare kode'),
    kind: 'text',
    rect: { x: 1130, y: 860, w: 1140, h: 500 },
  },
  {
    key: 'tid',
    heading: words('Tid, kræfter, kvalitet, risiko', 'Time, effort, quality, risk', 'Tid, krefter, kvalitet, risiko'),
    question: words(
      'Ét ord og én sætning for hver',
      'One word and one sentence each',
      'Ett ord og én setning for hver',
    ),
    kind: 'text',
    rect: { x: 2300, y: 330, w: 1100, h: 600 },
  },
  {
    key: 'aendret',
    heading: words('Ændret siden sidst', 'Changed since last', 'Endret siden sist'),
    question: words('Fra → til → hvorfor', 'From → to → why', 'Fra → til → hvorfor'),
    kind: 'text',
    rect: { x: 2300, y: 960, w: 1100, h: 400 },
  },
  {
    key: 'proever',
    heading: words('Prøvehandlinger', 'Trial actions', 'Utprøvinger'),
    question: words(
      'Hypotese · hvad skete · næste skridt',
      'Hypothesis · what happened · next step',
      'Hypotese · hva skjedde · neste steg',
    ),
    kind: 'text',
    rect: { x: 0, y: 1390, w: 1100, h: 560 },
  },
  {
    key: 'gevinster',
    heading: words('Gevinster og ulemper', 'Benefits and drawbacks', 'Gevinster og ulemper'),
    question: words(
      'Hvad tegner til at blive bedre – og for hvem sværere?',
      'What looks like improving – and for whom does it get harder?',
      'Hva ser ut til å bli bedre – og for hvem vanskeligere?',
    ),
    kind: 'text',
    rect: { x: 1130, y: 1390, w: 1140, h: 560 },
  },
  {
    key: 'risici',
    heading: words('Risici', 'Risks', 'Risikoer'),
    question: words('Top tre med handling', 'Top three with action', 'Topp tre med tiltak'),
    kind: 'text',
    rect: { x: 2300, y: 1390, w: 1100, h: 560 },
  },
  {
    key: 'beslutning',
    heading: words('Vi beder jer om', 'We ask you to', 'Vi ber dere om'),
    question: words(
      'Højst to beslutninger, hver med vores anbefaling og alternativet',
      'Two decisions at most, each with our recommendation and the alternative',
      'Høyst to beslutninger, hver med vår anbefaling og alternativet',
    ),
    kind: 'text',
    rect: { x: 0, y: 1980, w: 1670, h: 420 },
  },
  {
    key: 'fasebeslutning',
    heading: words('Fasebeslutning', 'Gate decision', 'Fasebeslutning'),
    question: words(
      'Gå videre · Gå videre med forbehold · Tag en runde til · Stop – og hvorfor',
      'Go on · Go on with conditions · One more round · Stop – and why',
      'Gå videre · Gå videre med forbehold · Ta en runde til · Stopp – og hvorfor',
    ),
    kind: 'choice + text',
    rect: { x: 1700, y: 1980, w: 1100, h: 420 },
    options: [
      { key: 'videre', label: words('Gå videre', 'Go on', 'Gå videre') },
      { key: 'forbehold', label: words('Gå videre med forbehold', 'Go on with conditions', 'Gå videre med forbehold') },
      { key: 'runde', label: words('Tag en runde til', 'One more round', 'Ta en runde til') },
      { key: 'stop', label: words('Stop', 'Stop', 'Stopp') },
    ],
  },
  {
    key: 'naeste',
    heading: words('Næste gang', 'Next time', 'Neste gang'),
    question: words('Dato og hvad I får at se', 'Date and what you will see', 'Dato og hva dere får se'),
    kind: 'text',
    rect: { x: 2830, y: 1980, w: 570, h: 420 },
  },
]
