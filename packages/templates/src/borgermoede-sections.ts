import { type TemplateSection, words } from './template.ts'

/** The sections of T16, in the order in which they are read. */
export const BORGERMOEDE_SECTIONS: readonly TemplateSection[] = [
  {
    key: 'form',
    heading: words('Mødets form', 'Type of meeting', 'Møtets form'),
    question: words(
      'Information, dialog eller samskabelse? Vælg én, og sig det i invitationen.',
      'Information, dialogue or co-creation? Choose one and say so in the invitation.',
      'Informasjon, dialog eller samskaping? Velg én, og si det i invitasjonen.',
    ),
    kind: 'choice + notes',
    rect: { x: 0, y: 0, w: 720, h: 480 },
    options: [
      { key: 'information', label: words('Information', 'Information', 'Informasjon') },
      { key: 'dialog', label: words('Dialog', 'Dialogue', 'Dialog') },
      { key: 'samskabelse', label: words('Samskabelse', 'Co-creation', 'Samskaping') },
    ],
  },
  {
    key: 'indflydelse',
    heading: words('Det kan I påvirke', 'What you can influence', 'Dette kan dere påvirke'),
    question: words(
      'Hvad er åbent – og hvad er allerede besluttet?',
      'What is open – and what has already been decided?',
      'Hva er åpent – og hva er allerede bestemt?',
    ),
    kind: 'notes',
    rect: { x: 0, y: 520, w: 720, h: 480 },
  },
  {
    key: 'hvem',
    heading: words('Hvem skal vi høre?', 'Whom must we hear?', 'Hvem må vi høre?'),
    question: words(
      'Hvem kommer normalt ikke, og hvordan inviterer vi dem?',
      'Who does not normally come, and how do we invite them?',
      'Hvem kommer vanligvis ikke, og hvordan inviterer vi dem?',
    ),
    kind: 'notes',
    rect: { x: 0, y: 1040, w: 720, h: 480 },
  },
  {
    key: 'program',
    heading: words('Program', 'Programme', 'Program'),
    question: words(
      'Ankomst · velkomst · bordrunder · fælles · tak (højst to timer)',
      'Arrival · welcome · table rounds · plenary · thanks (two hours at most)',
      'Ankomst · velkomst · bordrunder · felles · takk (høyst to timer)',
    ),
    kind: 'notes',
    rect: { x: 0, y: 1560, w: 720, h: 480 },
  },
  {
    key: 'bord-1',
    heading: words('Bord 1', 'Table 1', 'Bord 1'),
    question: words(
      'Hvad fungerer? Hvad gør det svært? Hvad ville du prøve først?',
      'What works? What makes it hard? What would you try first?',
      'Hva fungerer? Hva gjør det vanskelig? Hva ville du prøvd først?',
    ),
    kind: 'notes',
    rect: { x: 760, y: 0, w: 1160, h: 1000 },
  },
  {
    key: 'bord-2',
    heading: words('Bord 2', 'Table 2', 'Bord 2'),
    question: words(
      'Hvad fungerer? Hvad gør det svært? Hvad ville du prøve først?',
      'What works? What makes it hard? What would you try first?',
      'Hva fungerer? Hva gjør det vanskelig? Hva ville du prøvd først?',
    ),
    kind: 'notes',
    rect: { x: 1960, y: 0, w: 1160, h: 1000 },
  },
  {
    key: 'bord-3',
    heading: words('Bord 3', 'Table 3', 'Bord 3'),
    question: words(
      'Hvad fungerer? Hvad gør det svært? Hvad ville du prøve først?',
      'What works? What makes it hard? What would you try first?',
      'Hva fungerer? Hva gjør det vanskelig? Hva ville du prøvd først?',
    ),
    kind: 'notes',
    rect: { x: 760, y: 1040, w: 1160, h: 1000 },
  },
  {
    key: 'bord-4',
    heading: words('Bord 4', 'Table 4', 'Bord 4'),
    question: words(
      'Hvad fungerer? Hvad gør det svært? Hvad ville du prøve først?',
      'What works? What makes it hard? What would you try first?',
      'Hva fungerer? Hva gjør det vanskelig? Hva ville du prøvd først?',
    ),
    kind: 'notes',
    rect: { x: 1960, y: 1040, w: 1160, h: 1000 },
  },
  {
    key: 'enige',
    heading: words('Det er vi enige om', 'What we agree on', 'Dette er vi enige om'),
    question: words(
      'Hvad går igen ved flere borde?',
      'What recurs at several tables?',
      'Hva går igjen ved flere bord?',
    ),
    kind: 'notes',
    rect: { x: 3160, y: 0, w: 720, h: 640 },
  },
  {
    key: 'uenige',
    heading: words('Det er vi uenige om', 'What we disagree on', 'Dette er vi uenige om'),
    question: words(
      'Hvilke hensyn trækker i hver sin retning? Beskriv begge sider loyalt.',
      'Which concerns pull in different directions? Write both sides fairly.',
      'Hvilke hensyn trekker i hver sin retning? Beskriv begge sider lojalt.',
    ),
    kind: 'notes',
    rect: { x: 3160, y: 680, w: 720, h: 640 },
  },
  {
    key: 'spoerg',
    heading: words('Spørgsmål vi skal svare på', 'Questions we must answer', 'Spørsmål vi skal svare på'),
    question: words(
      'Hvad kunne vi ikke svare på i aften?',
      'What could we not answer tonight?',
      'Hva kunne vi ikke svare på i kveld?',
    ),
    kind: 'notes',
    rect: { x: 3160, y: 1360, w: 720, h: 680 },
  },
  {
    key: 'tager',
    heading: words('Det tager vi med', 'What we take with us', 'Dette tar vi med oss'),
    question: words('Hvad gør kommunen nu?', 'What does the municipality do now?', 'Hva gjør kommunen nå?'),
    kind: 'notes',
    rect: { x: 3920, y: 0, w: 720, h: 1000 },
  },
  {
    key: 'svar',
    heading: words('I hører fra os', 'You will hear from us', 'Dere hører fra oss'),
    question: words(
      'Hvem svarer, hvordan, og senest hvornår?',
      'Who answers, how, and by when?',
      'Hvem svarer, hvordan og senest når?',
    ),
    kind: 'notes + date',
    rect: { x: 3920, y: 1040, w: 720, h: 1000 },
  },
]
