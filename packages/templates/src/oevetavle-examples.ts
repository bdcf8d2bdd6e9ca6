import { type TemplateExample, words } from './template.ts'

/** The invented case of the specification: older citizens come home from hospital. */
export const OEVETAVLE_EXAMPLES: readonly TemplateExample[] = [
  {
    where: 'skriv',
    role: 'fact',
    text: words('Jens, frivillig besøgsven', 'Jens, volunteer visitor', 'Jens, frivillig besøksvenn'),
  },
  { where: 'flyt', role: 'fact', text: words('Kaffe', 'Coffee', 'Kaffe') },
  { where: 'flyt', role: 'fact', text: words('Te', 'Tea', 'Te') },
  {
    where: 'stem',
    role: 'question',
    text: words(
      'Hvad skal der ske med det, vi skriver?',
      'What will happen to what we write?',
      'Hva skal skje med det vi skriver?',
    ),
  },
  {
    where: 'stem',
    role: 'question',
    text: words('Hvornår hører vi nyt?', 'When will we hear back?', 'Når hører vi nytt?'),
  },
  {
    where: 'stem',
    role: 'question',
    text: words(
      'Hvor meget er allerede besluttet?',
      'How much has already been decided?',
      'Hvor mye er allerede bestemt?',
    ),
  },
  {
    where: 'fortryd',
    role: 'fact',
    text: words('Slet mig – jeg kommer tilbage', 'Delete me – I will come back', 'Slett meg – jeg kommer tilbake'),
  },
  {
    where: 'tjekind',
    role: 'bright',
    text: words('Glad for at blive spurgt', 'Glad to be asked', 'Glad for å bli spurt'),
  },
  {
    where: 'tjekind',
    role: 'question',
    text: words(
      'Lidt nervøs for det tekniske',
      'A little nervous about the technology',
      'Litt nervøs for det tekniske',
    ),
  },
]
