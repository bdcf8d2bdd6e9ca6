import { type TemplateSection, words } from './template.ts'

/** The sections of T14, in the order in which they are read. */
export const PROEVEHANDLING_SECTIONS: readonly TemplateSection[] = [
  {
    key: 'ide',
    heading: words('Prøvehandlingen', 'The trial action', 'Utprøvingen'),
    question: words(
      'Hvad hedder den, og hvilken idé kommer den fra?',
      'What is it called, and which idea does it come from?',
      'Hva heter den, og hvilken idé kommer den fra?',
    ),
    kind: 'notes',
    rect: { x: 0, y: 0, w: 720, h: 480 },
  },
  {
    key: 'hypotese',
    heading: words('Vi tror, at …', 'We believe that …', 'Vi tror at …'),
    question: words(
      'Hvis vi [gør], så vil [hvem] [opleve/gøre], fordi [indsigt].',
      'If we [do], then [who] will [experience/do], because [insight].',
      'Hvis vi [gjør], vil [hvem] [oppleve/gjøre] fordi [innsikt].',
    ),
    kind: 'notes',
    rect: { x: 0, y: 520, w: 720, h: 480 },
  },
  {
    key: 'laere',
    heading: words('Det vil vi lære', 'What we want to learn', 'Dette vil vi lære'),
    question: words(
      'Hvilket ene spørgsmål skal prøven svare på?',
      'Which single question must the trial answer?',
      'Hvilket ene spørsmål skal utprøvingen svare på?',
    ),
    kind: 'notes',
    rect: { x: 0, y: 1040, w: 720, h: 420 },
  },
  {
    key: 'mindste',
    heading: words('Mindste test', 'Smallest test', 'Minste test'),
    question: words(
      'Hvad er det mindste, vi kan gøre i morgen med det, vi har?',
      'What is the smallest thing we can do tomorrow with what we have?',
      'Hva er det minste vi kan gjøre i morgen med det vi har?',
    ),
    kind: 'notes',
    rect: { x: 760, y: 0, w: 720, h: 480 },
  },
  {
    key: 'medhvem',
    heading: words('Med hvem', 'With whom', 'Med hvem'),
    question: words(
      'Hvilke borgere og medarbejdere – og hvor mange?',
      'Which citizens and staff – and how many?',
      'Hvilke innbyggere og medarbeidere – og hvor mange?',
    ),
    kind: 'notes',
    rect: { x: 760, y: 520, w: 720, h: 480 },
  },
  {
    key: 'hvornaar',
    heading: words('Hvornår og hvor', 'When and where', 'Når og hvor'),
    question: words('Startdag, slutdag og sted', 'Start day, end day and place', 'Startdag, sluttdag og sted'),
    kind: 'notes',
    rect: { x: 760, y: 1040, w: 720, h: 420 },
  },
  {
    key: 'tegn',
    heading: words('Tegn på, at det virker', 'Signs that it works', 'Tegn på at det virker'),
    question: words(
      'Hvad kan vi se, høre eller tælle?',
      'What can we see, hear or count?',
      'Hva kan vi se, høre eller telle?',
    ),
    kind: 'notes',
    rect: { x: 1520, y: 0, w: 720, h: 480 },
  },
  {
    key: 'stopregel',
    heading: words('Stop, hvis …', 'Stop if …', 'Stopp hvis …'),
    question: words(
      'Hvornår stopper vi af hensyn til borger eller medarbejder?',
      'When do we stop for the sake of citizen or staff?',
      'Når stopper vi av hensyn til innbygger eller medarbeider?',
    ),
    kind: 'notes',
    rect: { x: 1520, y: 520, w: 720, h: 480 },
  },
  {
    key: 'samtykke',
    heading: words('Samtykke og hensyn', 'Consent and care', 'Samtykke og hensyn'),
    question: words(
      'Hvem har sagt ja, hvem skal vide det, og hvilke regler gælder?',
      'Who has said yes, who must know, and which rules apply?',
      'Hvem har sagt ja, hvem må vite det, og hvilke regler gjelder?',
    ),
    kind: 'notes',
    rect: { x: 1520, y: 1040, w: 720, h: 420 },
  },
  {
    key: 'skete',
    heading: words('Det skete', 'What happened', 'Dette skjedde'),
    question: words(
      'Hvad skete der faktisk? Tal og citater.',
      'What actually happened? Figures and quotes.',
      'Hva skjedde faktisk? Tall og sitater.',
    ),
    kind: 'notes',
    rect: { x: 2280, y: 0, w: 720, h: 730 },
  },
  {
    key: 'laert',
    heading: words('Det lærte vi', 'What we learned', 'Det lærte vi'),
    question: words(
      'Holdt hypotesen? Hvad ved vi nu, som vi ikke vidste før?',
      'Did the hypothesis hold? What do we know now that we did not?',
      'Holdt hypotesen? Hva vet vi nå som vi ikke visste før?',
    ),
    kind: 'notes',
    rect: { x: 2280, y: 770, w: 720, h: 690 },
  },
  {
    key: 'vurdering',
    heading: words('Virkede det?', 'Did it work?', 'Virket det?'),
    question: words(
      'Effekt (lille–stor) · indsats (lille–stor) · værdi for borger og for medarbejder',
      'Effect (small–large) · effort (small–large) · value to citizen and to staff',
      'Effekt (liten–stor) · innsats (liten–stor) · verdi for innbygger og for medarbeider',
    ),
    kind: 'notes',
    rect: { x: 3040, y: 0, w: 720, h: 480 },
  },
  {
    key: 'naeste',
    heading: words('Næste skridt', 'Next step', 'Neste steg'),
    question: words(
      'Behold · justér · stop · prøv større – og hvem gør det?',
      'Keep · adjust · stop · try larger – and who does it?',
      'Behold · juster · stopp · prøv større – og hvem gjør det?',
    ),
    kind: 'notes',
    rect: { x: 3040, y: 520, w: 720, h: 480 },
  },
  {
    key: 'ansvar',
    heading: words('Ansvarlig', 'Responsible', 'Ansvarlig'),
    question: words(
      'Hvem holder øje, og hvornår mødes vi om det?',
      'Who keeps an eye on it, and when do we meet about it?',
      'Hvem følger med, og når møtes vi om det?',
    ),
    kind: 'notes',
    rect: { x: 3040, y: 1040, w: 720, h: 420 },
  },
]
