/** The eight presence colours of `tokens.css`, by number; the pages turn a number into `--presence-<n>`. */
export const PRESENCE_COLOURS = [1, 2, 3, 4, 5, 6, 7, 8] as const
export type PresenceColour = (typeof PRESENCE_COLOURS)[number]
