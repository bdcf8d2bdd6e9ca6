import { type TemplateExample, words } from './template.ts'

/** The invented task of the specification: citizens who decline a preventive home visit. */
export const TRAENINGSLOG_EXAMPLES: readonly TemplateExample[] = [
  { where: 'dag1/dato', role: 'fact', text: words('Uge 36', 'Week 36', 'Uke 36') },
  {
    where: 'dag1/tema',
    role: 'fact',
    text: words(
      'Udefra og ind: borgerland–fagland og interview',
      'Outside in: citizen land–professional land and interviewing',
      'Utenfra og inn: innbyggerland–fagland og intervju',
    ),
  },
  {
    where: 'dag1/udfordring',
    role: 'fact',
    text: words(
      'Udeblivelser fra forebyggende hjemmebesøg',
      'No-shows at preventive home visits',
      'Uteblivelser fra forebyggende hjemmebesøk',
    ),
  },
  {
    where: 'mellem1/proever',
    role: 'fact',
    text: words(
      'Tal med tre borgere, der sagde nej tak',
      'Talk with three citizens who declined',
      'Snakk med tre innbyggere som takket nei',
    ),
  },
  {
    where: 'mellem1/skete',
    role: 'quote',
    text: words(
      '»Jeg troede, I ville tjekke, om jeg kunne bo her« (B2)',
      '"I thought you wanted to check whether I could live here" (B2)',
      '«Jeg trodde dere ville sjekke om jeg kunne bo her» (B2)',
    ),
  },
  {
    where: 'mellem1/laerte',
    role: 'fact',
    text: words(
      'Brevet lyder som en kontrol',
      'The letter sounds like an inspection',
      'Brevet høres ut som en kontroll',
    ),
  },
  {
    where: 'dag2/tema',
    role: 'fact',
    text: words(
      'Borgerrejse og mulighedsrum',
      'Citizen journey and opportunity space',
      'Innbyggerreise og mulighetsrom',
    ),
  },
  {
    where: 'dag2/makker',
    role: 'question',
    text: words('Hvem har du ikke spurgt endnu?', 'Whom have you not asked yet?', 'Hvem har du ikke spurt ennå?'),
  },
  {
    where: 'mellem2/proever',
    role: 'fact',
    text: words(
      'Tegn rejsen med kolleger på personalemødet',
      'Draw the journey with colleagues at the staff meeting',
      'Tegn reisen med kolleger på personalmøtet',
    ),
  },
  {
    where: 'dag3/tema',
    role: 'fact',
    text: words('Idéer og prøvehandlinger', 'Ideas and trial actions', 'Ideer og utprøvinger'),
  },
  {
    where: 'mellem3/proever',
    role: 'fact',
    text: words(
      'Ring i stedet for at skrive – fem gange',
      'Call instead of writing – five times',
      'Ring i stedet for å skrive – fem ganger',
    ),
  },
  {
    where: 'mellem3/leder',
    role: 'decision',
    text: words(
      'Fik ja til at droppe brevet i en måned',
      'Got a yes to drop the letter for a month',
      'Fikk ja til å droppe brevet i en måned',
    ),
  },
  {
    where: 'dag4/tema',
    role: 'fact',
    text: words('Læringsloop og klart sprog', 'Learning loop and plain language', 'Læringssløyfe og klarspråk'),
  },
  {
    where: 'dag5/tema',
    role: 'fact',
    text: words(
      'Fremtidsfortælling, implementering og fernisering for lederne',
      'Future narrative, implementation and exhibition for managers',
      'Framtidsfortelling, implementering og utstilling for lederne',
    ),
  },
]
