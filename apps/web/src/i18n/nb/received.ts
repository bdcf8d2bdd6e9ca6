import type { Translated } from '../translated.ts'

export const received: Translated<'received'> = {
  title: 'Læringssløyfer du er mottaker av',
  intro: 'De er overlevert til deg fra sprinter du ikke er med i.',
  page: 'Læringssløyfe',
  back: 'Sprint',
  onlyThis:
    'Du er mottaker (ny eier) av læringssløyfen. Du kan skrive ned runder og flytte dem. Resten av sprinten hører til hos teamet.',
  fromSprint: 'Fra sprinten {{sprint}}',
  ended: 'Avsluttet',
  noRound: 'Ingen runde er avtalt',
  loadFailed: 'Læringssløyfen kunne ikke hentes.',
  ownerReceives:
    '{{name}} er ikke med i sprinten og blir mottaker (ny eier): ser bare denne læringssløyfen, blir minnet om rundene, skriver dem ned og flytter dem.',
  ownerLeft:
    '{{name}} er ikke lenger med i sprinten og kan ikke se læringssløyfen. Fasilitatoren blir minnet om rundene.',
  receiver: 'mottaker',
  notInSprint: 'ikke med i sprinten',
  trial: 'Prøvehandling bak',
  trialHint: 'Eieren kan lese hva den har lært dere, også uten å være med i sprinten.',
  noTrial: 'Ingen',
  otherTrial: 'Den som er valgt nå',
  trialTitle: 'Dette har prøvehandlingen lært oss',
  hypothesis: 'Hypotese: {{words}}',
  nothingLearned: 'Det er ikke skrevet ned ennå hva den har lært dere.',
  trialLines: 'Fra loggen til prøvehandlingen',
}
