import { type TemplateSection, words } from './template.ts'

/** The sections of T01, in the order in which they are read. */
export const OEVETAVLE_SECTIONS: readonly TemplateSection[] = [
  {
    key: 'skriv',
    heading: words('1. Skriv en seddel', '1. Write a note', '1. Skriv en lapp'),
    question: words(
      'Hvad skal vi kalde dig, og hvad laver du til daglig? Fornavn er nok.',
      'What shall we call you, and what do you do? First name is enough.',
      'Hva skal vi kalle deg, og hva gjør du til daglig? Fornavn er nok.',
    ),
    kind: 'notes',
    rect: { x: 0, y: 0, w: 720, h: 620 },
  },
  {
    key: 'flyt',
    heading: words('2. Flyt en seddel', '2. Move a note', '2. Flytt en lapp'),
    question: words(
      'Træk »Kaffe« eller »Te« over i feltet »Det er mig«.',
      'Drag "Coffee" or "Tea" into the box "That is me".',
      'Dra «Kaffe» eller «Te» over i feltet «Det er meg».',
    ),
    kind: 'notes',
    rect: { x: 760, y: 0, w: 720, h: 620 },
    box: words('Det er mig', 'That is me', 'Det er meg'),
  },
  {
    key: 'zoom',
    heading: words('3. Zoom – og find tilbage', '3. Zoom – and find your way back', '3. Zoom – og finn tilbake'),
    question: words(
      'Kan du læse den lille tekst? Zoom ind, og tryk så på »Vis hele tavlen«.',
      'Can you read the tiny text? Zoom in, then press "Show whole board".',
      'Kan du lese den lille teksten? Zoom inn, og trykk så på «Vis hele tavla».',
    ),
    kind: 'notes',
    rect: { x: 1520, y: 0, w: 720, h: 620 },
    tiny: words(
      'Godt set! Tryk nu på »Vis hele tavlen«',
      'Well spotted! Now press "Show whole board"',
      'Godt sett! Trykk nå på «Vis hele tavla»',
    ),
  },
  {
    key: 'stem',
    heading: words('4. Stem', '4. Vote', '4. Stem'),
    question: words(
      'Hvilket af de tre spørgsmål vil du helst have svar på i dag?',
      'Which of the three questions do you most want answered today?',
      'Hvilket av de tre spørsmålene vil du helst ha svar på i dag?',
    ),
    kind: 'notes',
    rect: { x: 0, y: 660, w: 720, h: 620 },
  },
  {
    key: 'fortryd',
    heading: words('5. Fortryd', '5. Undo', '5. Angre'),
    question: words(
      'Slet en seddel, og hent den tilbage igen. Du kan ikke ødelægge noget.',
      'Delete a note and bring it back. You cannot break anything.',
      'Slett en lapp, og hent den tilbake igjen. Du kan ikke ødelegge noe.',
    ),
    kind: 'notes',
    rect: { x: 760, y: 660, w: 720, h: 620 },
  },
  {
    key: 'tjekind',
    heading: words('6. Tjek ind', '6. Check in', '6. Innsjekk'),
    question: words(
      'Hvad tager du med ind i dag – humør, forventning eller bekymring?',
      'What do you bring with you today – mood, hope or worry?',
      'Hva tar du med deg inn i dag – humør, forventning eller bekymring?',
    ),
    kind: 'notes',
    rect: { x: 1520, y: 660, w: 720, h: 620 },
  },
]
