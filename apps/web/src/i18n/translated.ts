import type { texts } from './da/texts.ts'

/** The texts as Danish has them: Danish is the source, and its keys are the keys. */
export type Texts = typeof texts
export type Area = keyof Texts

/** What an area of another language must hold: every key of the Danish one, and no other. */
export type Translated<A extends Area> = Readonly<Record<keyof Texts[A], string>>
