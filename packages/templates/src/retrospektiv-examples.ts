import { type TemplateExample, words } from './template.ts'

/** The invented case of the specification: older citizens come home from hospital. */
export const RETROSPEKTIV_EXAMPLES: readonly TemplateExample[] = [
  {
    where: 'godt',
    role: 'bright',
    text: words(
      'Vi var ude hos borgerne allerede mandag',
      'We visited citizens already on Monday',
      'Vi var ute hos innbyggerne allerede mandag',
    ),
  },
  {
    where: 'svaert',
    role: 'pain',
    text: words(
      'Onsdag eftermiddag var for lang',
      'Wednesday afternoon was too long',
      'Onsdag ettermiddag var for lang',
    ),
  },
  {
    where: 'laert',
    role: 'fact',
    text: words(
      'Jeg spørger »fortæl om sidste gang« i visitationen nu',
      'I now ask "tell me about the last time" in assessments',
      'Nå sier jeg «fortell om sist gang» i kartleggingssamtalen',
    ),
  },
  {
    where: 'stop',
    role: 'decision',
    text: words(
      'At skrive i fagsprog på fællestavler',
      'Writing jargon on shared boards',
      'Å skrive fagspråk på felles tavler',
    ),
  },
  {
    where: 'start',
    role: 'decision',
    text: words(
      'Ti minutters stilhed, før vi taler',
      'Ten minutes of silence before we talk',
      'Ti minutters stillhet før vi snakker',
    ),
  },
  {
    where: 'fortsaet',
    role: 'decision',
    text: words('Lederens 15 minutter hver dag', "The manager's 15 minutes every day", 'Lederens 15 minutter hver dag'),
  },
  {
    where: 'aftaler',
    role: 'decision',
    text: words(
      'Facilitator flytter idéudvikling til formiddag · før næste sprint',
      'Facilitator moves idea generation to the morning · before the next sprint',
      'Fasilitator flytter idéutvikling til formiddagen · før neste sprint',
    ),
  },
  {
    where: 'tak',
    role: 'bright',
    text: words(
      'Aftenholdet, fordi I kom på jeres fridag',
      'The evening shift, because you came on your day off',
      'Kveldsvakten, fordi dere kom på fridagen deres',
    ),
  },
]
