export const previewItems = {
  hint: 'Brug »Udelad« ved en tekst for at holde den ude.',
  leaveOut: 'Udelad',
  takeIn: 'Tag med igen',
  leaveOutNamed: 'Udelad: {{text}}',
  takeInNamed: 'Tag med igen: {{text}}',
  out: 'Udeladt. Læseren ser det ikke:',
  leftOut: 'Udeladt: {{text}}',
  tookIn: 'Taget med igen: {{text}}',
  wordless: '(uden ord)',
} as const
