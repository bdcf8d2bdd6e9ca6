import type { Translated } from '../translated.ts'

export const structured: Translated<'structured'> = {
  'matrix.up': 'Top of the vertical axis',
  'matrix.down': 'Bottom of the vertical axis',
  'matrix.left': 'Left end of the horizontal axis',
  'matrix.right': 'Right end of the horizontal axis',
  'matrix.upLeft': 'Upper left field',
  'matrix.upRight': 'Upper right field',
  'matrix.downLeft': 'Lower left field',
  'matrix.downRight': 'Lower right field',
}
