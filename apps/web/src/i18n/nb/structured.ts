import type { Translated } from '../translated.ts'

export const structured: Translated<'structured'> = {
  'matrix.up': 'Øverst på den loddrette aksen',
  'matrix.down': 'Nederst på den loddrette aksen',
  'matrix.left': 'Til venstre på den vannrette aksen',
  'matrix.right': 'Til høyre på den vannrette aksen',
  'matrix.upLeft': 'Felt øverst til venstre',
  'matrix.upRight': 'Felt øverst til høyre',
  'matrix.downLeft': 'Felt nederst til venstre',
  'matrix.downRight': 'Felt nederst til høyre',
}
