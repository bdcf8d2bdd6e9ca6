import { type TemplateSection, words } from './template.ts'

/** The sections of T10, in the order in which they are read. */
export const VANEBRYDER_SECTIONS: readonly TemplateSection[] = [
  {
    key: 'plejer',
    heading: words('Sådan plejer vi', 'How we usually do it', 'Slik pleier vi å gjøre det'),
    question: words(
      'Hvilke ti ting gør vi altid i denne sag?',
      'Which ten things do we always do in this matter?',
      'Hvilke ti ting gjør vi alltid i denne saken?',
    ),
    kind: 'notes',
    rect: { x: 0, y: 0, w: 720, h: 1500 },
  },
  {
    key: 'lov',
    heading: words('Det skal vi', 'We must', 'Dette må vi'),
    question: words(
      'Hvad står der faktisk i loven? Hvor?',
      'What does the law actually say? Where?',
      'Hva står det egentlig i loven? Hvor?',
    ),
    kind: 'notes',
    rect: { x: 760, y: 0, w: 720, h: 480 },
  },
  {
    key: 'selv',
    heading: words('Det har vi selv besluttet', 'We decided it ourselves', 'Dette har vi bestemt selv'),
    question: words(
      'Hvilke regler kan lederen ændre i morgen?',
      'Which rules could the manager change tomorrow?',
      'Hvilke regler kan lederen endre i morgen?',
    ),
    kind: 'notes',
    rect: { x: 760, y: 510, w: 720, h: 480 },
  },
  {
    key: 'myte',
    heading: words('Det tror vi bare', 'We only believe it', 'Dette tror vi bare'),
    question: words('Hvilke regler kan ingen finde?', 'Which rules can nobody find?', 'Hvilke regler kan ingen finne?'),
    kind: 'notes',
    rect: { x: 760, y: 1020, w: 720, h: 480 },
  },
  {
    key: 'hvadnu',
    heading: words('Hvad nu hvis …?', 'What if …?', 'Hva om …?'),
    question: words(
      'Vend én vane på hovedet: fjern den, byt rækkefølge, lad borgeren gøre det, gør det på en time',
      'Turn one habit upside down: remove it, swap the order, let the citizen do it, do it in an hour',
      'Snu én vane på hodet: fjern den, bytt rekkefølge, la innbyggeren gjøre det, gjør det på en time',
    ),
    kind: 'notes',
    rect: { x: 1520, y: 0, w: 1460, h: 730 },
  },
  {
    key: 'laan',
    heading: words('Lån fra andre', 'Borrow from others', 'Lån fra andre'),
    question: words(
      'Hvordan løser et hotel, en brandstation, en fodboldklub, en jordemoder det samme?',
      'How does a hotel, a fire station, a football club, a midwife solve the same?',
      'Hvordan løser et hotell, en brannstasjon, en fotballklubb, en jordmor det samme?',
    ),
    kind: 'notes',
    rect: { x: 1520, y: 770, w: 720, h: 730 },
  },
  {
    key: 'vaerre',
    heading: words('Gør det værre', 'Make it worse', 'Gjør det verre'),
    question: words(
      'Hvordan kunne vi sikre, at borgeren bliver helt fortabt? Vend svarene om.',
      'How could we make sure the citizen gets completely lost? Reverse the answers.',
      'Hvordan kunne vi sørge for at innbyggeren blir helt fortapt? Snu svarene.',
    ),
    kind: 'notes',
    rect: { x: 2260, y: 770, w: 720, h: 730 },
  },
  {
    key: 'afsaet',
    heading: words('Nye afsæt', 'New starting points', 'Nye innfallsvinkler'),
    question: words(
      'Hvilke tre tanker tager vi med ind i idéudviklingen?',
      'Which three thoughts do we bring into idea generation?',
      'Hvilke tre tanker tar vi med inn i idéutviklingen?',
    ),
    kind: 'notes',
    rect: { x: 3020, y: 0, w: 740, h: 1500 },
  },
]
