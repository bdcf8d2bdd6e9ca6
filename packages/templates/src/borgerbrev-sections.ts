import { type TemplateSection, words } from './template.ts'

/** The sections of T15, in the order in which they are read. */
export const BORGERBREV_SECTIONS: readonly TemplateSection[] = [
  {
    key: 'foer',
    heading: words('Brevet i dag', 'The letter today', 'Brevet i dag'),
    question: words(
      'Sæt teksten ind – uden navne og sagsnumre. Ét afsnit pr. boks.',
      'Paste the text – without names and case numbers. One paragraph per box.',
      'Lim inn teksten – uten navn og saksnumre. Ett avsnitt per boks.',
    ),
    kind: 'text',
    rect: { x: 0, y: 0, w: 940, h: 1940 },
  },
  {
    key: 'laesning',
    heading: words('Sådan bliver det læst', 'How it is read', 'Slik blir det lest'),
    question: words(
      'Hvor stopper læseren? Hvad tror hun, der står? Hvad føler hun?',
      'Where does the reader stop? What does she think it says? What does she feel?',
      'Hvor stopper leseren? Hva tror hun at det står? Hva føler hun?',
    ),
    kind: 'notes',
    rect: { x: 980, y: 0, w: 720, h: 960 },
  },
  {
    key: 'svaereord',
    heading: words('Svære ord', 'Difficult words', 'Vanskelige ord'),
    question: words('Fagord → hverdagsord', 'Jargon → everyday word', 'Fagord → hverdagsord'),
    kind: 'notes',
    rect: { x: 980, y: 1000, w: 720, h: 940 },
  },
  {
    key: 'kerne',
    heading: words('Kernen', 'The core', 'Kjernen'),
    question: words(
      'Hvad skal læseren vide, føle og gøre? Én sætning til hver.',
      'What must the reader know, feel and do? One sentence each.',
      'Hva skal leseren vite, føle og gjøre? Én setning til hver.',
    ),
    kind: 'notes',
    rect: { x: 1740, y: 0, w: 720, h: 620 },
  },
  {
    key: 'skal',
    heading: words('Det skal med', 'Must be included', 'Dette må med'),
    question: words(
      'Hvad kræver loven (begrundelse, klagevejledning, frist)?',
      'What does the law require (reasons, complaint guidance, deadline)?',
      'Hva krever loven (begrunnelse, klageadgang, frist)?',
    ),
    kind: 'notes',
    rect: { x: 1740, y: 660, w: 720, h: 620 },
  },
  {
    key: 'kanud',
    heading: words('Det kan ud', 'Can be left out', 'Dette kan ut'),
    question: words(
      'Hvad er kun til vores egen skyld?',
      'What is there only for our own sake?',
      'Hva er bare for vår egen skyld?',
    ),
    kind: 'notes',
    rect: { x: 1740, y: 1320, w: 720, h: 620 },
  },
  {
    key: 'ny-overskrift',
    heading: words('Overskrift og emnefelt', 'Heading and subject line', 'Overskrift og emnefelt'),
    question: words(
      'Hvad handler brevet om – på højst ti ord?',
      'What is the letter about – in ten words at most?',
      'Hva handler brevet om – på høyst ti ord?',
    ),
    kind: 'text',
    rect: { x: 2500, y: 0, w: 1380, h: 200 },
  },
  {
    key: 'ny-vigtigst',
    heading: words('1. Det vigtigste først', '1. Most important first', '1. Det viktigste først'),
    question: words(
      'Hvad er svaret? Hvorfor skriver vi?',
      'What is the answer? Why are we writing?',
      'Hva er svaret? Hvorfor skriver vi?',
    ),
    kind: 'text',
    rect: { x: 2500, y: 240, w: 1380, h: 240 },
  },
  {
    key: 'ny-betyder',
    heading: words('2. Det betyder det for dig', '2. What it means for you', '2. Dette betyr det for deg'),
    question: words(
      'Hvem kommer, hvornår, hvad, hvor længe?',
      'Who comes, when, what, for how long?',
      'Hvem kommer, når, hva, hvor lenge?',
    ),
    kind: 'text',
    rect: { x: 2500, y: 520, w: 1380, h: 240 },
  },
  {
    key: 'ny-goer',
    heading: words('3. Det skal du gøre', '3. What you need to do', '3. Dette må du gjøre'),
    question: words(
      'Handling, frist og hvordan – eller »Du skal ikke gøre noget«',
      'Action, deadline and how – or "You do not need to do anything"',
      'Handling, frist og hvordan – eller «Du trenger ikke å gjøre noe»',
    ),
    kind: 'text',
    rect: { x: 2500, y: 800, w: 1380, h: 240 },
  },
  {
    key: 'ny-hjaelp',
    heading: words('4. Har du brug for hjælp?', '4. Do you need help?', '4. Trenger du hjelp?'),
    question: words(
      'Ét navn eller én enhed, ét nummer, åbningstid',
      'One name or unit, one number, opening hours',
      'Ett navn eller én enhet, ett nummer, åpningstid',
    ),
    kind: 'text',
    rect: { x: 2500, y: 1080, w: 1380, h: 240 },
  },
  {
    key: 'ny-hvorfor',
    heading: words('5. Derfor har vi besluttet det', '5. Why we decided so', '5. Derfor har vi bestemt dette'),
    question: words('Begrundelsen i almindelige ord', 'The reasons in ordinary words', 'Begrunnelsen med vanlige ord'),
    kind: 'text',
    rect: { x: 2500, y: 1360, w: 1380, h: 260 },
  },
  {
    key: 'ny-regler',
    heading: words('6. Regler og klagevejledning', '6. Rules and how to complain', '6. Regler og klageadgang'),
    question: words(
      'Paragraffer samlet til sidst',
      'Legal references gathered at the end',
      'Paragrafer samlet til slutt',
    ),
    kind: 'text',
    rect: { x: 2500, y: 1660, w: 1380, h: 280 },
  },
  {
    key: 'tjek',
    heading: words('Tjekliste', 'Checklist', 'Sjekkliste'),
    question: words(
      'Sætninger under 25 ord? Du og vi? Én besked pr. afsnit? Lav lix? Kan det læses på en telefon?',
      'Sentences under 25 words? You and we? One message per paragraph? Low readability score? Readable on a phone?',
      'Setninger under 25 ord? Du og vi? Ett budskap per avsnitt? Lav liks? Kan det leses på en telefon?',
    ),
    kind: 'notes',
    rect: { x: 3920, y: 0, w: 1400, h: 620 },
  },
  {
    key: 'test',
    heading: words('Test med tre læsere', 'Test with three readers', 'Test med tre lesere'),
    question: words(
      'Hvad skal du gøre nu? Hvornår? Hvem ringer du til? Hvordan har du det efter at have læst det?',
      'What do you do now? When? Whom do you call? How do you feel after reading it?',
      'Hva skal du gjøre nå? Når? Hvem ringer du til? Hvordan har du det etter å ha lest det?',
    ),
    kind: 'notes',
    rect: { x: 3920, y: 660, w: 1400, h: 620 },
  },
  {
    key: 'frem',
    heading: words('Sådan kommer det i brug', 'How it gets into use', 'Slik tas det i bruk'),
    question: words(
      'Hvem ejer skabelonen, hvem siger god for juraen, og hvornår skifter vi?',
      'Who owns the template, who clears the law, and when do we switch?',
      'Hvem eier malen, hvem går god for jussen, og når bytter vi?',
    ),
    kind: 'notes',
    rect: { x: 3920, y: 1320, w: 1400, h: 620 },
  },
]
