import type { Translated } from '../translated.ts'

export const previewItems: Translated<'previewItems'> = {
  hint: 'Use “Leave out” at a text to keep it out.',
  leaveOut: 'Leave out',
  takeIn: 'Take in again',
  leaveOutNamed: 'Leave out: {{text}}',
  takeInNamed: 'Take in again: {{text}}',
  out: 'Left out. The reader does not see it:',
  leftOut: 'Left out: {{text}}',
  tookIn: 'Taken in again: {{text}}',
  wordless: '(no words)',
}
