import { wallTimeOf } from '@samtavle/shared/agenda-times'

/** The day on this device's wall. */
export const today = (): string => wallTimeOf(new Date()).date
