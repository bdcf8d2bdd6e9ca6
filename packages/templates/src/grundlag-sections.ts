import { type TemplateSection, words } from './template.ts'

/** The sections of T02, in the order in which they are read. */
export const GRUNDLAG_SECTIONS: readonly TemplateSection[] = [
  {
    key: 'udfordring',
    heading: words('Udfordringen', 'The challenge', 'Utfordringen'),
    question: words(
      'Hvad er problemet – og for hvem? Skriv det, som en borger ville sige det.',
      'What is the problem – and for whom? Write it the way a citizen would say it.',
      'Hva er problemet – og for hvem? Skriv det slik en innbygger ville sagt det.',
    ),
    kind: 'notes',
    rect: { x: 0, y: 0, w: 720, h: 620 },
  },
  {
    key: 'hvorfor',
    heading: words('Hvorfor nu?', 'Why now?', 'Hvorfor nå?'),
    question: words(
      'Hvad er anledningen, og hvad sker der, hvis vi ikke gør noget?',
      'What prompts this, and what happens if we do nothing?',
      'Hva er anledningen, og hva skjer hvis vi ikke gjør noe?',
    ),
    kind: 'notes',
    rect: { x: 760, y: 0, w: 720, h: 620 },
  },
  {
    key: 'maal',
    heading: words('Mål', 'Goal', 'Mål'),
    question: words(
      'Hvad skal være anderledes for borgere og medarbejdere om et år?',
      'What should be different for citizens and staff in a year?',
      'Hva skal være annerledes for innbyggere og ansatte om et år?',
    ),
    kind: 'notes',
    rect: { x: 1520, y: 0, w: 720, h: 620 },
  },
  {
    key: 'tegn',
    heading: words('Tegn på succes', 'Signs of success', 'Tegn på suksess'),
    question: words(
      'Hvad kan vi se eller høre, når det virker?',
      'What will we see or hear when it works?',
      'Hva kan vi se eller høre når det virker?',
    ),
    kind: 'notes',
    rect: { x: 2280, y: 0, w: 720, h: 620 },
  },
  {
    key: 'mandat',
    heading: words('Mandat og rammer', 'Mandate and limits', 'Mandat og rammer'),
    question: words(
      'Hvad må teamet selv beslutte? Hvad ligger fast (jura, økonomi, tid)?',
      'What may the team decide itself? What is fixed (law, money, time)?',
      'Hva kan teamet selv bestemme? Hva ligger fast (jus, økonomi, tid)?',
    ),
    kind: 'notes',
    rect: { x: 0, y: 660, w: 720, h: 620 },
  },
  {
    key: 'team',
    heading: words('Team og roller', 'Team and roles', 'Team og roller'),
    question: words(
      'Hvem er med på fuld tid, hvem kan vi låne, og hvem beslutter hvad?',
      'Who is full time, whom can we borrow, and who decides what?',
      'Hvem er med på heltid, hvem kan vi låne, og hvem bestemmer hva?',
    ),
    kind: 'notes',
    rect: { x: 760, y: 660, w: 720, h: 620 },
  },
  {
    key: 'borgere',
    heading: words('Borgerne', 'The citizens', 'Innbyggerne'),
    question: words(
      'Hvilke borgere skal vi møde, hvordan finder vi dem, og hvad får de ud af det?',
      'Which citizens must we meet, how do we find them, and what do they get from it?',
      'Hvilke innbyggere må vi møte, hvordan finner vi dem, og hva får de ut av det?',
    ),
    kind: 'notes',
    rect: { x: 1520, y: 660, w: 720, h: 620 },
  },
  {
    key: 'vaerdier',
    heading: words('Værdier og spilleregler', 'Values and ground rules', 'Verdier og spilleregler'),
    question: words(
      'Hvordan vil vi være sammen i denne uge?',
      'How do we want to be together this week?',
      'Hvordan vil vi være sammen denne uken?',
    ),
    kind: 'notes',
    rect: { x: 2280, y: 660, w: 720, h: 620 },
  },
  {
    key: 'ved',
    heading: words('Det ved vi', 'What we know', 'Dette vet vi'),
    question: words(
      'Hvilke tal, klager, undersøgelser og erfaringer har vi allerede?',
      'Which figures, complaints, studies and experience do we already have?',
      'Hvilke tall, klager, undersøkelser og erfaringer har vi allerede?',
    ),
    kind: 'notes',
    rect: { x: 0, y: 1320, w: 720, h: 620 },
  },
  {
    key: 'tror',
    heading: words('Det tror vi – antagelser', 'What we believe – assumptions', 'Dette tror vi – antakelser'),
    question: words(
      'Hvad tager vi for givet, som vi ikke har set med egne øjne?',
      'What do we take for granted that we have not seen ourselves?',
      'Hva tar vi for gitt som vi ikke har sett med egne øyne?',
    ),
    kind: 'notes',
    rect: { x: 760, y: 1320, w: 720, h: 620 },
  },
  {
    key: 'bekymringer',
    heading: words('Bekymringer', 'Worries', 'Bekymringer'),
    question: words(
      'Hvad kan vælte sprintet, og hvad gør vi ved det?',
      'What could topple the sprint, and what do we do about it?',
      'Hva kan velte sprinten, og hva gjør vi med det?',
    ),
    kind: 'notes',
    rect: { x: 1520, y: 1320, w: 720, h: 620 },
  },
  {
    key: 'data',
    heading: words('Data, samtykke og journal', 'Data, consent and records', 'Data, samtykke og journal'),
    question: words(
      'Hvad må stå på tavlen? Hvem har samtykket? Hvad skal journaliseres, og hvornår slettes resten?',
      'What may be on the board? Who has consented? What goes on file, and when is the rest deleted?',
      'Hva kan stå på tavla? Hvem har samtykket? Hva skal journalføres, og når slettes resten?',
    ),
    kind: 'notes',
    rect: { x: 2280, y: 1320, w: 720, h: 620 },
  },
]
