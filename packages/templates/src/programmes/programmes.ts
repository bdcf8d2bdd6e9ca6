import { MONDAY_TO_MONDAY } from './monday-to-monday.ts'
import type { Programme } from './programme.ts'

/** Every programme, in the order in which they are offered. */
export const PROGRAMMES: readonly Programme[] = [MONDAY_TO_MONDAY]

/** The programme with this id, or undefined. */
export function findProgramme(id: string): Programme | undefined {
  return PROGRAMMES.find((programme) => programme.id === id)
}
