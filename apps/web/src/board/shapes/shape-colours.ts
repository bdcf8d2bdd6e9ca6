/** Every colour that a shape of the canvas can have, by tldraw's names. */
export const SHAPE_COLOURS = [
  'black',
  'grey',
  'light-violet',
  'violet',
  'blue',
  'light-blue',
  'yellow',
  'orange',
  'green',
  'light-green',
  'light-red',
  'red',
  'white',
] as const
export type ShapeColour = (typeof SHAPE_COLOURS)[number]
