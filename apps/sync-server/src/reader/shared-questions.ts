/** Asks once for all who ask the same meanwhile. */
export type SharedQuestions<T> = (key: string, ask: () => Promise<T>) => Promise<T>

/**
 * A hundred readers at once are one question to the database. Nothing is remembered: who asks after the answer has come
 * asks anew, and so an answer is never older than it took.
 */
export function createSharedQuestions<T>(): SharedQuestions<T> {
  const asked = new Map<string, Promise<T>>()
  return (key, ask) => {
    const before = asked.get(key)
    if (before !== undefined) return before
    const answer = ask().finally(() => asked.delete(key))
    asked.set(key, answer)
    return answer
  }
}
