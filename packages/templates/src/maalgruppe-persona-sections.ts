import { type TemplateSection, words } from './template.ts'

/** The sections of T06, in the order in which they are read. */
export const MAALGRUPPE_PERSONA_SECTIONS: readonly TemplateSection[] = [
  {
    key: 'maalgruppe',
    heading: words('Målgruppen', 'The target group', 'Målgruppen'),
    question: words(
      'Hvem udvikler vi for, og hvor mange er de?',
      'Whom do we develop for, and how many are they?',
      'Hvem utvikler vi for, og hvor mange er de?',
    ),
    kind: 'notes',
    rect: { x: 0, y: 0, w: 720, h: 620 },
  },
  {
    key: 'ikke',
    heading: words('Uden for målgruppen', 'Outside the target group', 'Utenfor målgruppen'),
    question: words(
      'Hvem løser vi ikke noget for denne gang?',
      'For whom are we not solving anything this time?',
      'Hvem løser vi ikke noe for denne gangen?',
    ),
    kind: 'notes',
    rect: { x: 0, y: 660, w: 720, h: 400 },
  },
  {
    key: 'grundlag',
    heading: words('Bygger på', 'Based on', 'Bygger på'),
    question: words(
      'Hvilke samtaler og tal bygger personaen på? (B1, B3 …)',
      'Which conversations and figures is the persona based on? (B1, B3 …)',
      'Hvilke samtaler og tall bygger personaen på? (B1, B3 …)',
    ),
    kind: 'notes',
    rect: { x: 0, y: 1100, w: 720, h: 400 },
  },
  {
    key: 'navn',
    heading: words('Navn og situation', 'Name and situation', 'Navn og situasjon'),
    question: words(
      'Opdigtet fornavn, alder, livssituation. Tegn – brug ikke foto.',
      'Invented first name, age, life situation. Draw – do not use a photo.',
      'Oppdiktet fornavn, alder, livssituasjon. Tegn – ikke bruk foto.',
    ),
    kind: 'drawing + notes',
    rect: { x: 760, y: 0, w: 720, h: 620 },
  },
  {
    key: 'hverdag',
    heading: words('En almindelig dag', 'An ordinary day', 'En vanlig dag'),
    question: words(
      'Hvad fylder fra morgen til aften?',
      'What fills the day from morning to evening?',
      'Hva fyller dagen fra morgen til kveld?',
    ),
    kind: 'notes',
    rect: { x: 760, y: 660, w: 720, h: 840 },
  },
  {
    key: 'vigtigt',
    heading: words('Det er vigtigt for mig', 'What matters to me', 'Dette er viktig for meg'),
    question: words(
      'Hvad vil jeg gerne kunne – selv, sammen med andre, derhjemme?',
      'What do I want to be able to do – alone, with others, at home?',
      'Hva vil jeg gjerne kunne – selv, sammen med andre, hjemme?',
    ),
    kind: 'notes',
    rect: { x: 1520, y: 0, w: 720, h: 620 },
  },
  {
    key: 'svaert',
    heading: words('Det er svært for mig', 'What is hard for me', 'Dette er vanskelig for meg'),
    question: words(
      'Hvad bekymrer mig, og hvad orker jeg ikke?',
      'What worries me, and what can I not cope with?',
      'Hva bekymrer meg, og hva orker jeg ikke?',
    ),
    kind: 'notes',
    rect: { x: 1520, y: 660, w: 720, h: 840 },
  },
  {
    key: 'kontakt',
    heading: words('Mit møde med kommunen', 'My meetings with the municipality', 'Mitt møte med kommunen'),
    question: words(
      'Hvem kender jeg, og hvordan foretrækker jeg kontakt?',
      'Whom do I know, and how do I prefer contact?',
      'Hvem kjenner jeg, og hvordan foretrekker jeg kontakt?',
    ),
    kind: 'notes',
    rect: { x: 2280, y: 0, w: 720, h: 620 },
  },
  {
    key: 'digital',
    heading: words('Mig og det digitale', 'Me and the digital', 'Meg og det digitale'),
    question: words(
      'Digital Post, MitID, telefon, tablet, hjælp fra andre?',
      'Digital mail, eID, phone, tablet, help from others?',
      'Digital postkasse, BankID, telefon, nettbrett, hjelp fra andre?',
    ),
    kind: 'notes',
    rect: { x: 2280, y: 660, w: 720, h: 400 },
  },
  {
    key: 'citat',
    heading: words('Et citat, der rammer', 'A quote that hits home', 'Et sitat som treffer'),
    question: words(
      'Ordret fra en samtale – kun kode som kilde.',
      'Verbatim from a conversation – code only as source.',
      'Ordrett fra en samtale – bare kode som kilde.',
    ),
    kind: 'notes',
    rect: { x: 2280, y: 1100, w: 720, h: 400 },
  },
  {
    key: 'behov',
    heading: words('Behov bag ønskerne', 'Needs behind the wishes', 'Behov bak ønskene'),
    question: words(
      'Hvad er det egentlige behov, når ønsket er »flere timer«?',
      'What is the real need when the wish is "more hours"?',
      'Hva er det egentlige behovet når ønsket er «flere timer»?',
    ),
    kind: 'notes',
    rect: { x: 3040, y: 0, w: 720, h: 840 },
  },
  {
    key: 'ressourcer',
    heading: words('Ressourcer og netværk', 'Resources and network', 'Ressurser og nettverk'),
    question: words(
      'Hvad kan jeg selv, og hvem kan jeg trække på?',
      'What can I do myself, and on whom can I draw?',
      'Hva klarer jeg selv, og hvem kan jeg støtte meg på?',
    ),
    kind: 'notes',
    rect: { x: 3040, y: 880, w: 720, h: 620 },
  },
]
