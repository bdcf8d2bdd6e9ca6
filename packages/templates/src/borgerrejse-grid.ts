import { type TemplateGrid, words } from './template.ts'

/** The grid of T07: six phases across, ten lanes down. */
export const BORGERREJSE_GRID: TemplateGrid = {
  key: 'rejse',
  name: words('Borgerrejse', 'Citizen journey', 'Innbyggerreise'),
  x: 0,
  y: 0,
  labelWidth: 420,
  headingHeight: 200,
  readBy: 'columns',
  columns: [
    {
      key: 'p1',
      heading: words('1. Noget ændrer sig', '1. Something changes', '1. Noe endrer seg'),
      question: words(
        'Hvad sker der i borgerens liv, før kommunen er med?',
        "What happens in the citizen's life before the municipality is involved?",
        'Hva skjer i innbyggerens liv før kommunen er med?',
      ),
      x: 420,
      w: 720,
    },
    {
      key: 'p2',
      heading: words('2. Jeg tager kontakt', '2. I make contact', '2. Jeg tar kontakt'),
      question: words(
        'Hvordan finder borgeren frem – eller hvem finder borgeren?',
        'How does the citizen find the way – or who finds the citizen?',
        'Hvordan finner innbyggeren fram – eller hvem finner innbyggeren?',
      ),
      x: 1140,
      w: 720,
    },
    {
      key: 'p3',
      heading: words('3. Vi afklarer', '3. We clarify', '3. Vi avklarer'),
      question: words(
        'Hvad spørger vi om, og hvad får borgeren at vide?',
        'What do we ask, and what is the citizen told?',
        'Hva spør vi om, og hva får innbyggeren vite?',
      ),
      x: 1860,
      w: 720,
    },
    {
      key: 'p4',
      heading: words('4. Jeg får svar', '4. I get an answer', '4. Jeg får svar'),
      question: words(
        'Hvordan kommer svaret, og hvordan bliver det forstået?',
        'How does the answer arrive, and how is it understood?',
        'Hvordan kommer svaret, og hvordan blir det forstått?',
      ),
      x: 2580,
      w: 720,
    },
    {
      key: 'p5',
      heading: words('5. Hjælpen begynder', '5. Help begins', '5. Hjelpen begynner'),
      question: words(
        'Hvad sker der den første dag og den første uge?',
        'What happens on the first day and in the first week?',
        'Hva skjer den første dagen og den første uken?',
      ),
      x: 3300,
      w: 720,
    },
    {
      key: 'p6',
      heading: words('6. Hverdagen efter', '6. Everyday life after', '6. Hverdagen etterpå'),
      question: words(
        'Hvad er blevet anderledes, og hvornår slipper vi?',
        'What has become different, and when do we let go?',
        'Hva har blitt annerledes, og når slipper vi?',
      ),
      x: 4020,
      w: 720,
    },
  ],
  lanes: [
    {
      key: 'handling',
      heading: words('Borgerens handlinger', "Citizen's actions", 'Innbyggerens handlinger'),
      question: words(
        'Hvad gør borgeren – trin for trin?',
        'What does the citizen do – step by step?',
        'Hva gjør innbyggeren – trinn for trinn?',
      ),
      y: 200,
      h: 480,
    },
    {
      key: 'tanker',
      heading: words('Tanker og spørgsmål', 'Thoughts and questions', 'Tanker og spørsmål'),
      question: words(
        'Hvad tænker og spørger borgeren om?',
        'What does the citizen think and ask?',
        'Hva tenker og spør innbyggeren om?',
      ),
      y: 680,
      h: 260,
    },
    {
      key: 'kontakt',
      heading: words('Kontaktpunkter', 'Touchpoints', 'Kontaktpunkter'),
      question: words(
        'Hvor og hvordan mødes vi? (brev, telefon, besøg, Digital Post, selvbetjening)',
        'Where and how do we meet? (letter, phone, visit, digital mail, self-service)',
        'Hvor og hvordan møtes vi? (brev, telefon, besøk, digital postkasse, selvbetjening)',
      ),
      y: 940,
      h: 260,
    },
    {
      key: 'foelelse',
      heading: words('Følelseskurve', 'Emotion curve', 'Følelseskurve'),
      question: words(
        'Hvordan føles det? Sæt et punkt pr. fase fra meget svært (−2) til rigtig godt (+2)',
        'How does it feel? One point per phase from very hard (−2) to really good (+2)',
        'Hvordan føles det? Sett ett punkt per fase fra veldig vanskelig (−2) til veldig bra (+2)',
      ),
      y: 1200,
      h: 520,
    },
    {
      key: 'citater',
      heading: words('Borgerens egne ord', "Citizen's own words", 'Innbyggerens egne ord'),
      question: words(
        'Hvilket citat fortæller det bedst?',
        'Which quote tells it best?',
        'Hvilket sitat forteller det best?',
      ),
      y: 1720,
      h: 260,
    },
    {
      key: 'smerte',
      heading: words('Smertepunkter', 'Pain points', 'Smertepunkter'),
      question: words(
        'Hvor gør det ondt, går i stå eller bliver væk?',
        'Where does it hurt, stall or get lost?',
        'Hvor gjør det vondt, stopper det opp eller blir noe borte?',
      ),
      y: 1980,
      h: 480,
    },
    {
      key: 'lys',
      heading: words('Lyspunkter', 'Bright spots', 'Lyspunkter'),
      question: words(
        'Hvad fungerer og må ikke ødelægges?',
        'What works and must not be broken?',
        'Hva fungerer og må ikke ødelegges?',
      ),
      y: 2460,
      h: 260,
    },
    {
      key: 'front',
      heading: words(
        'Medarbejderne – det borgeren ser',
        'Staff – what the citizen sees',
        'De ansatte – det innbyggeren ser',
      ),
      question: words(
        'Hvem gør hvad foran borgeren?',
        'Who does what in front of the citizen?',
        'Hvem gjør hva foran innbyggeren?',
      ),
      y: 2720,
      h: 260,
    },
    {
      key: 'bag',
      heading: words('Bag scenen', 'Backstage', 'Bak scenen'),
      question: words(
        'Hvilke sagsgange, it-systemer, regler og overleveringer ligger bag?',
        'Which procedures, IT systems, rules and handovers lie behind?',
        'Hvilke saksganger, it-systemer, regler og overleveringer ligger bak?',
      ),
      y: 2980,
      h: 480,
    },
    {
      key: 'vigtigst',
      heading: words('Vigtigste øjeblikke', 'Moments that matter', 'Viktigste øyeblikk'),
      question: words(
        'Hvilke to-tre øjeblikke afgør hele oplevelsen?',
        'Which two or three moments decide the whole experience?',
        'Hvilke to–tre øyeblikk avgjør hele opplevelsen?',
      ),
      y: 3460,
      h: 260,
    },
  ],
}
