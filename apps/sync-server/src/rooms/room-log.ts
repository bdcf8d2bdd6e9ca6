type Write = (details: object, message: string) => void

/** What rooms need of a structured log. Details name boards and counts, never people or content. */
export type RoomLog = { info: Write; warn: Write; error: Write }
