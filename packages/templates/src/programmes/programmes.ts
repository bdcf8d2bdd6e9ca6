import { EXPRESS } from './express.ts'
import { HALF_DAYS } from './half-days.ts'
import { KS_FOUR_STEPS } from './ks-four-steps.ts'
import { MINI_SPRINT } from './mini-sprint.ts'
import { MONDAY_TO_MONDAY } from './monday-to-monday.ts'
import type { Programme } from './programme.ts'
import { PROJECT } from './project.ts'
import { SPLIT } from './split.ts'
import { TRAINING_FIVE, TRAINING_FOUR } from './training.ts'

/** Every programme, in the order in which they are offered. */
export const PROGRAMMES: readonly Programme[] = [
  MONDAY_TO_MONDAY,
  SPLIT,
  MINI_SPRINT,
  EXPRESS,
  ...HALF_DAYS,
  TRAINING_FIVE,
  TRAINING_FOUR,
  KS_FOUR_STEPS,
  PROJECT,
]

/** The programme with this id, or undefined. */
export function findProgramme(id: string): Programme | undefined {
  return PROGRAMMES.find((programme) => programme.id === id)
}
