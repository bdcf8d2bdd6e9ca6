export const structured = {
  'matrix.up': 'Øverst på den lodrette akse',
  'matrix.down': 'Nederst på den lodrette akse',
  'matrix.left': 'Til venstre på den vandrette akse',
  'matrix.right': 'Til højre på den vandrette akse',
  'matrix.upLeft': 'Felt øverst til venstre',
  'matrix.upRight': 'Felt øverst til højre',
  'matrix.downLeft': 'Felt nederst til venstre',
  'matrix.downRight': 'Felt nederst til højre',
}
