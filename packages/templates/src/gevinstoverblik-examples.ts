import { type TemplateExample, words } from './template.ts'

/** The invented case of the specification: older citizens come home from hospital. */
export const GEVINSTOVERBLIK_EXAMPLES: readonly TemplateExample[] = [
  {
    where: 'uventet',
    role: 'bright',
    text: words(
      'Naboer og hjemmesygeplejen bruger kortet',
      'Neighbours and district nurses use the card',
      'Naboer og hjemmesykepleien bruker kortet',
    ),
  },
  {
    where: 'ulemper',
    role: 'pain',
    text: words('To timer om dagen fra teamet', 'Two hours a day from the team', 'To timer om dagen fra teamet'),
  },
  {
    where: 'spredning',
    role: 'idea',
    text: words(
      'Genoptræning kan bruge samme kort',
      'Rehabilitation can use the same card',
      'Rehabiliteringen kan bruke samme kort',
    ),
  },
  {
    where: 'gevinst/kvalitet',
    role: 'bright',
    text: words(
      'Borgeren kender sin plan det første døgn',
      'The citizen knows her plan in the first 24 hours',
      'Innbyggeren kjenner planen sin det første døgnet',
    ),
  },
  {
    where: 'hvem/kvalitet',
    role: 'fact',
    text: words(
      'Nyudskrevne borgere og pårørende',
      'Newly discharged citizens and relatives',
      'Nyutskrevne innbyggere og pårørende',
    ),
  },
  {
    where: 'indikator/kvalitet',
    role: 'fact',
    text: words(
      'Kan gentage hvem og hvornår ved opkald',
      'Can repeat who and when in the call',
      'Kan gjenta hvem og når ved oppringning',
    ),
  },
  {
    where: 'start/kvalitet',
    role: 'fact',
    text: words('2 af 8 (samtaler, uge 37)', '2 of 8 (conversations, week 37)', '2 av 8 (samtaler, uke 37)'),
  },
  { where: 'maal/kvalitet', role: 'fact', text: words('8 af 10', '8 of 10', '8 av 10') },
  { where: 'ejer/kvalitet', role: 'decision', text: words('Teamleder syd', 'Team leader south', 'Teamleder sør') },
  {
    where: 'hvornaar/kvalitet',
    role: 'fact',
    text: words('Hver anden uge i tre måneder', 'Every other week for three months', 'Annenhver uke i tre måneder'),
  },
  { where: 'status/kvalitet', role: 'fact', text: words('I gang', 'In progress', 'I gang') },
  {
    where: 'gevinst/effektivitet',
    role: 'bright',
    text: words(
      'Færre opkald til visitationen',
      'Fewer calls to the assessment office',
      'Færre oppringninger til tjenestekontoret',
    ),
  },
  {
    where: 'start/effektivitet',
    role: 'fact',
    text: words('214 i maj (eksempeltal)', '214 in May (sample figure)', '214 i mai (eksempeltall)'),
  },
  {
    where: 'gevinst/medarbejdere',
    role: 'bright',
    text: words('Færre vrede første møder', 'Fewer angry first meetings', 'Færre sinte første møter'),
  },
  {
    where: 'gevinst/politik',
    role: 'fact',
    text: words(
      'Ældrepolitikkens mål om tryghed',
      'The senior policy goal on feeling safe',
      'Eldrepolitikkens mål om trygghet',
    ),
  },
]
