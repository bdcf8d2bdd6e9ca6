import type { Translated } from '../translated.ts'

export const fullBoard: Translated<'fullBoard'> = {
  title: 'Tavla er full',
  words:
    'Det er ikke plass til det du la til sist. Slett noe på tavla, eller fortsett på en ny tavle. Her er ordene, så du kan ta dem med.',
  line: 'Tavla er full, og den siste endringen din kom ikke med. Slett noe på tavla, eller fortsett på en ny.',
}
