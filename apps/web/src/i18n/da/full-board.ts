/** A board that takes nothing new, because it holds as much as one may. */
export const fullBoard = {
  title: 'Tavlen er fuld',
  words:
    'Der er ikke plads til det, du tilføjede sidst. Slet noget på tavlen, eller fortsæt på en ny tavle. Her er ordene, så du kan tage dem med.',
  line: 'Tavlen er fuld, og din sidste ændring kom ikke med. Slet noget på tavlen, eller fortsæt på en ny.',
} as const
