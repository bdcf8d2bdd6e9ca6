import type { Translated } from '../translated.ts'

export const previewItems: Translated<'previewItems'> = {
  hint: 'Bruk «Utelat» ved en tekst for å holde den utenfor.',
  leaveOut: 'Utelat',
  takeIn: 'Ta med igjen',
  leaveOutNamed: 'Utelat: {{text}}',
  takeInNamed: 'Ta med igjen: {{text}}',
  out: 'Utelatt. Leseren ser det ikke:',
  leftOut: 'Utelatt: {{text}}',
  tookIn: 'Tatt med igjen: {{text}}',
  wordless: '(uten ord)',
}
