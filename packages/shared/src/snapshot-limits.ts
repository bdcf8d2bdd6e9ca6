/** How long words in a snapshot may be, in letters, and how many sections it has; apart from the schemas, as pages load none. */
export const SNAPSHOT_WORDS = { title: 120, status: 600, question: 300, parts: 60, answer: 300 } as const
