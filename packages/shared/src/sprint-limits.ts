/** How long words about a sprint may be, in letters; here and not beside the schemas, because pages load no schemas. */
export const CHALLENGE_MAX = 500
export const PURPOSE_MAX = 500
export const LOG_WORDS_MAX = 500
/** Who decided, as roles. */
export const ROLE_WORDS_MAX = 120
