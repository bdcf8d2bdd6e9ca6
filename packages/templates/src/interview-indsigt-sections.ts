import { type TemplateSection, words } from './template.ts'

/** The sections of T05, in the order in which they are read. */
export const INTERVIEW_INDSIGT_SECTIONS: readonly TemplateSection[] = [
  {
    key: 'guide',
    heading: words('Interviewguide', 'Interview guide', 'Intervjuguide'),
    question: words(
      'Hvilke seks åbne spørgsmål vil vi stille? Begynd med »Fortæl om sidste gang …«',
      'Which six open questions will we ask? Begin with "Tell me about the last time …"',
      'Hvilke seks åpne spørsmål vil vi stille? Begynn med «Fortell om sist gang …»',
    ),
    kind: 'notes',
    rect: { x: 0, y: 0, w: 720, h: 840 },
  },
  {
    key: 'samtykke',
    heading: words('Samtykke og gode vaner', 'Consent and good habits', 'Samtykke og gode vaner'),
    question: words(
      'Er formål, frivillighed og sletning forklaret? Står der kun B1, B2 … på tavlen?',
      'Have purpose, voluntariness and deletion been explained? Does the board say only B1, B2 …?',
      'Er formål, frivillighet og sletting forklart? Står det bare B1, B2 … på tavla?',
    ),
    kind: 'notes',
    rect: { x: 0, y: 880, w: 720, h: 620 },
  },
  {
    key: 'b1',
    heading: words('Samtale B1', 'Conversation B1', 'Samtale B1'),
    question: words(
      'Hvad sagde, gjorde og følte borgeren? Hvad overraskede os? Citater ordret.',
      'What did the citizen say, do and feel? What surprised us? Quotes word for word.',
      'Hva sa, gjorde og følte innbyggeren? Hva overrasket oss? Sitater ordrett.',
    ),
    kind: 'notes',
    rect: { x: 760, y: 0, w: 500, h: 1500 },
  },
  {
    key: 'b2',
    heading: words('Samtale B2', 'Conversation B2', 'Samtale B2'),
    question: words(
      'Hvad sagde, gjorde og følte borgeren? Hvad overraskede os? Citater ordret.',
      'What did the citizen say, do and feel? What surprised us? Quotes word for word.',
      'Hva sa, gjorde og følte innbyggeren? Hva overrasket oss? Sitater ordrett.',
    ),
    kind: 'notes',
    rect: { x: 1300, y: 0, w: 500, h: 1500 },
  },
  {
    key: 'b3',
    heading: words('Samtale B3', 'Conversation B3', 'Samtale B3'),
    question: words(
      'Hvad sagde, gjorde og følte borgeren? Hvad overraskede os? Citater ordret.',
      'What did the citizen say, do and feel? What surprised us? Quotes word for word.',
      'Hva sa, gjorde og følte innbyggeren? Hva overrasket oss? Sitater ordrett.',
    ),
    kind: 'notes',
    rect: { x: 1840, y: 0, w: 500, h: 1500 },
  },
  {
    key: 'b4',
    heading: words('Samtale B4', 'Conversation B4', 'Samtale B4'),
    question: words(
      'Hvad sagde, gjorde og følte borgeren? Hvad overraskede os? Citater ordret.',
      'What did the citizen say, do and feel? What surprised us? Quotes word for word.',
      'Hva sa, gjorde og følte innbyggeren? Hva overrasket oss? Sitater ordrett.',
    ),
    kind: 'notes',
    rect: { x: 2380, y: 0, w: 500, h: 1500 },
  },
  {
    key: 'b5',
    heading: words('Samtale B5', 'Conversation B5', 'Samtale B5'),
    question: words(
      'Hvad sagde, gjorde og følte borgeren? Hvad overraskede os? Citater ordret.',
      'What did the citizen say, do and feel? What surprised us? Quotes word for word.',
      'Hva sa, gjorde og følte innbyggeren? Hva overrasket oss? Sitater ordrett.',
    ),
    kind: 'notes',
    rect: { x: 2920, y: 0, w: 500, h: 1500 },
  },
  {
    key: 'moenstre',
    heading: words('Mønstre', 'Patterns', 'Mønstre'),
    question: words(
      'Hvad går igen på tværs? Saml sedler, der ligner hinanden, og giv bunken en overskrift.',
      'What recurs across conversations? Gather similar notes and give the pile a heading.',
      'Hva går igjen på tvers? Samle lapper som ligner hverandre, og gi bunken en overskrift.',
    ),
    kind: 'notes',
    rect: { x: 3460, y: 0, w: 1160, h: 730 },
  },
  {
    key: 'overraskelser',
    heading: words('Overraskelser og modsigelser', 'Surprises and contradictions', 'Overraskelser og motsigelser'),
    question: words(
      'Hvad passer ikke med det, vi troede mandag morgen?',
      'What does not fit what we believed on Monday morning?',
      'Hva stemmer ikke med det vi trodde mandag morgen?',
    ),
    kind: 'notes',
    rect: { x: 3460, y: 770, w: 1160, h: 730 },
  },
  {
    key: 'indsigter',
    heading: words('Indsigter', 'Insights', 'Innsikter'),
    question: words(
      '»[Hvem] oplever …, fordi …, og det betyder …« – højst syv.',
      '"[Who] experiences …, because …, and that means …" – seven at most.',
      '«[Hvem] opplever … fordi …, og det betyr …» – høyst sju.',
    ),
    kind: 'notes',
    rect: { x: 4660, y: 0, w: 1160, h: 1060 },
  },
  {
    key: 'huller',
    heading: words('Det ved vi endnu ikke', 'What we do not know yet', 'Dette vet vi ikke ennå'),
    question: words(
      'Hvad skal vi spørge om i morgen – og hvem?',
      'What must we ask tomorrow – and whom?',
      'Hva må vi spørre om i morgen – og hvem?',
    ),
    kind: 'notes',
    rect: { x: 4660, y: 1100, w: 1160, h: 400 },
  },
]
