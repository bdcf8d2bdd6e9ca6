import { LAERINGSLOOP_EXAMPLES } from './laeringsloop-examples.ts'
import { LAERINGSLOOP_LOG } from './laeringsloop-log.ts'
import { type Template, words } from './template.ts'

/** T20, the learning loop: five steps around one question, and a log that is read line by line. */
export const laeringsloop: Template = {
  id: 'laeringsloop',
  number: 'T20',
  name: words('Læringsloop', 'Learning loop', 'Læringssløyfe'),
  purpose: words(
    'Holder læringen i gang, når sprintet er slut: planlæg, prøv, observér, reflektér, justér – og spørg af og til, om vi gør det rigtige.',
    'Keeps learning going when the sprint is over: plan, try, observe, reflect, adjust – and ask now and then whether we are doing the right thing.',
    'Holder læringen i gang når sprinten er slutt: planlegg, prøv, observer, reflekter, juster – og spør av og til om vi gjør det riktige.',
  ),
  when: words(
    'Anden mandag kl. 9.00 på weekendens prøver; derefter hver 2.–4. uge i drift',
    "Second Monday 9.00 on the weekend's trials; then every 2–4 weeks in operations",
    'Andre mandag kl. 9.00 på helgens utprøvinger; deretter hver 2.–4. uke i drift',
  ),
  who: words(
    'De medarbejdere, der udfører den, og den leder, der kan beslutte på stedet',
    'Those who carry it out and the manager who can decide on the spot',
    'De medarbeiderne som utfører den, og den lederen som kan bestemme på stedet',
  ),
  duration: words(
    '30–45 min pr. runde (75 min i sprintet)',
    '30–45 min per round (75 min in the sprint)',
    '30–45 min per runde (75 min i sprinten)',
  ),
  minutes: { least: 30, most: 45 },
  people: { least: 2, most: 8 },
  group: 'work',
  phase: 'work',
  phaseName: words('Virk', 'Put to work', 'Sett i verk'),
  toolType: 'closes',
  size: { w: 3460, h: 3780 },
  sections: [
    {
      key: 'spoergsmaal',
      heading: words('Læringsspørgsmål', 'Learning question', 'Læringsspørsmål'),
      question: words(
        'Hvad vil vi blive klogere på i denne runde? Kun ét.',
        'What do we want to learn in this round? One only.',
        'Hva vil vi bli klokere på i denne runden? Bare ett.',
      ),
      kind: 'notes',
      rect: { x: 1130, y: 620, w: 740, h: 760 },
    },
    {
      key: 'planlaeg',
      heading: words('1. Planlæg', '1. Plan', '1. Planlegg'),
      question: words(
        'Hvad gør vi anderledes, med hvem, hvor længe?',
        'What do we do differently, with whom, for how long?',
        'Hva gjør vi annerledes, med hvem, hvor lenge?',
      ),
      kind: 'notes',
      rect: { x: 1130, y: 0, w: 740, h: 580 },
    },
    {
      key: 'proev',
      heading: words('2. Prøv', '2. Try', '2. Prøv'),
      question: words(
        'Hvad gjorde vi faktisk? Hvad fik vi ikke gjort?',
        'What did we actually do? What did we not get done?',
        'Hva gjorde vi faktisk? Hva fikk vi ikke gjort?',
      ),
      kind: 'notes',
      rect: { x: 1910, y: 350, w: 740, h: 620 },
    },
    {
      key: 'observer',
      heading: words('3. Observér', '3. Observe', '3. Observer'),
      question: words(
        'Hvad så, hørte og optalte vi? Ingen forklaringer endnu.',
        'What did we see, hear and count? No explanations yet.',
        'Hva så, hørte og telte vi? Ingen forklaringer ennå.',
      ),
      kind: 'notes',
      rect: { x: 1910, y: 1010, w: 740, h: 620 },
    },
    {
      key: 'reflekter',
      heading: words('4. Reflektér', '4. Reflect', '4. Reflekter'),
      question: words(
        'Hvorfor gik det sådan? Hvad siger borgerne, hvad siger vi?',
        'Why did it go like that? What do citizens say, what do we say?',
        'Hvorfor gikk det slik? Hva sier innbyggerne, hva sier vi?',
      ),
      kind: 'notes',
      rect: { x: 350, y: 1010, w: 740, h: 620 },
    },
    {
      key: 'juster',
      heading: words('5. Justér', '5. Adjust', '5. Juster'),
      question: words(
        'Hvad beholder, ændrer eller stopper vi?',
        'What do we keep, change or stop?',
        'Hva beholder, endrer eller stopper vi?',
      ),
      kind: 'notes',
      rect: { x: 350, y: 350, w: 740, h: 620 },
    },
    {
      key: 'dobbelt',
      heading: words('Det dobbelte spørgsmål', 'The double-loop question', 'Det doble spørsmålet'),
      question: words(
        'Gør vi det rigtige – eller gør vi bare det forkerte bedre? Skal målet eller reglen laves om?',
        'Are we doing the right thing – or just doing the wrong thing better? Should the goal or the rule change?',
        'Gjør vi det riktige – eller gjør vi bare det gale bedre? Må målet eller regelen endres?',
      ),
      kind: 'notes',
      rect: { x: 2690, y: 0, w: 770, h: 2020 },
    },
    {
      key: 'borgere',
      heading: words('Borgernes vurdering', "The citizens' verdict", 'Innbyggernes vurdering'),
      question: words(
        'Hvad siger de borgere, det handler om, siden sidst?',
        'What do the citizens concerned say since last time?',
        'Hva sier innbyggerne det gjelder, siden sist?',
      ),
      kind: 'notes',
      rect: { x: 1130, y: 1420, w: 740, h: 600 },
    },
  ],
  grids: [LAERINGSLOOP_LOG],
  arrows: [
    { from: 'planlaeg', to: 'proev', start: [1880, 130], end: [2280, 340], bend: -70 },
    { from: 'proev', to: 'observer', start: [2590, 938], end: [2590, 1042], bend: -26 },
    { from: 'observer', to: 'reflekter', start: [1902, 1400], end: [1098, 1400], bend: -14 },
    { from: 'reflekter', to: 'juster', start: [1030, 1042], end: [1030, 938], bend: -26 },
    { from: 'juster', to: 'planlaeg', start: [720, 340], end: [1120, 130], bend: -70 },
  ],
  examples: LAERINGSLOOP_EXAMPLES,
  steps: [
    words(
      'Læs sidste beslutning og læringsspørgsmål højt (to minutter).',
      'Read the last decision and the learning question aloud (two minutes).',
      'Les forrige beslutning og læringsspørsmålet høyt (to minutter).',
    ),
    words(
      'Fyld Prøv og Observér – kun fakta og citater (ti minutter).',
      'Fill Try and Observe – facts and quotes only (ten minutes).',
      'Fyll ut Prøv og Observer – bare fakta og sitater (ti minutter).',
    ),
    words(
      'Reflektér: først hver for sig, så sammen (ti minutter).',
      'Reflect: individually first, then together (ten minutes).',
      'Reflekter: først hver for dere, så sammen (ti minutter).',
    ),
    words(
      'Beslut: behold, justér, stop eller prøv større – skriv linjen i loggen.',
      'Decide: keep, adjust, stop or try larger – write the log line.',
      'Bestem: behold, juster, stopp eller prøv større – skriv linja i loggen.',
    ),
    words(
      'Hver tredje runde: tag det dobbelte spørgsmål, og send det til lederen, hvis svaret er »nej«.',
      'Every third round: take the double-loop question, and pass it to the manager if the answer is "no".',
      'Hver tredje runde: ta det doble spørsmålet, og send det til lederen hvis svaret er «nei».',
    ),
  ],
  handsOnTo: [
    {
      to: 'T22',
      slug: 'proceslog',
      name: words('Proceslog – ændringer undervejs', 'Process-change log', 'Prosesslogg'),
      what: words(
        'Ændret mål, regel eller målgruppe.',
        'Changed goal, rule or target group.',
        'Endret mål, regel eller målgruppe.',
      ),
    },
    {
      to: 'T21',
      slug: 'gevinstoverblik',
      name: words('Gevinstoverblik', 'Benefits overview', 'Gevinstoversikt'),
      what: words('Optællinger og citater.', 'Counts and quotes.', 'Opptellinger og sitater.'),
    },
    {
      to: 'T23',
      slug: 'styregruppestatus',
      name: words('Status på én side', 'One-page status', 'Status på én side'),
      what: words(
        'Seneste loglinje og det dobbelte spørgsmål.',
        'Latest log line and the double-loop question.',
        'Siste logglinje og det doble spørsmålet.',
      ),
    },
  ],
  short: null,
}
