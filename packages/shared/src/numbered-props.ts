/** Names of props that are alike but for their number, from 1: each merges on its own when two people write at once. */
export const numbered = <Name extends string>(name: Name, count: number): readonly `${Name}${number}`[] =>
  Array.from({ length: count }, (_, i): `${Name}${number}` => `${name}${i + 1}`)
