/** How many dots each may have, and how long the question of a vote may be; apart from the schemas, as pages load none. */
export const VOTE_DOTS = { min: 1, max: 10, usual: 3 } as const
export const VOTE_QUESTION_MAX = 200
