import { hash, verify } from '@node-rs/argon2'
import { AppError } from '@samtavle/shared/errors'

/** Argon2id (the library's default), 19 MiB, two passes, one lane: OWASP's first choice. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** More at once would take the threads that file access needs too. */
const AT_ONCE = 2
/** Who waits longer than this many before them is told to come back. */
const WAITING_MAX = 200

export type Passwords = {
  /** @throws AppError `unavailable` when too many wait. */
  hash(password: string): Promise<string>
  /**
   * Compares, in the same time whether there is such an account or not.
   * @param stored undefined for an account that does not exist; the answer is then false.
   * @param admit asked when it is this caller's turn; what it throws ends the attempt without hashing.
   * @throws AppError `unavailable` when too many wait.
   */
  verify(stored: string | undefined, password: string, admit?: () => void): Promise<boolean>
}

/** The same password typed on two keyboards may come in two forms of Unicode. */
const normalise = (password: string): string => password.normalize('NFKC')

/** Hashing with a bound on how much of it happens at once. */
export async function createPasswords(): Promise<Passwords> {
  const decoy = await hash('a password that nobody has', COST)
  const waiting: (() => void)[] = []
  let running = 0

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= AT_ONCE) {
      if (waiting.length >= WAITING_MAX) throw new AppError('unavailable', 'too many sign-ins', { retryAfter: 5 })
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else {
      running += 1
    }
    try {
      return await work()
    } finally {
      // The turn passes on directly, so that nobody who comes now gets in between.
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }

  return {
    hash: (password) => inTurn(() => hash(normalise(password), COST)),
    verify: (stored, password, admit) =>
      inTurn(async () => {
        admit?.()
        const matches = await verify(stored ?? decoy, normalise(password))
        return matches && stored !== undefined
      }),
  }
}

/**
 * Long enough is checked by the schema; this refuses what is long and still the first guess.
 * @throws AppError `weak_password`.
 */
export function refuseWeakPassword(password: string, person: { email: string; name: string }): void {
  const plain = password.toLowerCase()
  const own = [person.email.toLowerCase(), person.email.toLowerCase().split('@')[0] ?? '', person.name.toLowerCase()]
  const isOwn = own.some((word) => word.length >= 4 && plain.replaceAll(word, '').length < 6)
  if (new Set(plain).size < 5 || isRun(plain) || isOwn) throw new AppError('weak_password')
}

/** `123456789012`, `abcdefghijkl` and the same backwards. */
function isRun(text: string): boolean {
  const steps = Array.from(text.slice(1), (letter, index) => letter.charCodeAt(0) - text.charCodeAt(index))
  const inRun = steps.filter((step) => Math.abs(step) === 1 || step === 0).length
  return inRun >= steps.length - 2
}
