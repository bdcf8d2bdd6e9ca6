import { expect, test } from 'vitest'
import { createPasswords, refuseWeakPassword } from './password.ts'

const passwords = await createPasswords()

test('SEC-09 a hash is argon2id with 19 MiB, two passes and one lane', async () => {
  expect(await passwords.hash('korrekt hest batteri')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('the right password fits and another does not', async () => {
  const stored = await passwords.hash('korrekt hest batteri')
  expect(await passwords.verify(stored, 'korrekt hest batteri')).toBe(true)
  expect(await passwords.verify(stored, 'korrekt hest batterI')).toBe(false)
})

test('a letter with its ring in two code points is the same letter', async () => {
  const stored = await passwords.hash('på en ø i en å'.normalize('NFC'))
  expect(await passwords.verify(stored, 'på en ø i en å'.normalize('NFD'))).toBe(true)
})

test('SEC-09 an unknown account never fits', async () => {
  expect(await passwords.verify(undefined, 'a password that nobody has')).toBe(false)
})

test('SEC-09 at most two are hashed at once, and a refused one is not hashed', async () => {
  const stored = await passwords.hash('korrekt hest batteri')
  let running = 0
  let most = 0
  const attempts = Array.from({ length: 8 }, async () => {
    await passwords.verify(stored, 'nej', () => {
      running += 1
      most = Math.max(most, running)
    })
    running -= 1
  })
  const refused = passwords.verify(stored, 'korrekt hest batteri', () => {
    throw new Error('not now')
  })
  await expect(refused).rejects.toThrow('not now')
  await Promise.all(attempts)
  // A finished one gives its turn away before its caller is told: one more may have begun by then.
  expect(most).toBeGreaterThanOrEqual(2)
  expect(most).toBeLessThanOrEqual(4)
  expect(await passwords.verify(stored, 'korrekt hest batteri')).toBe(true)
})

test('SEC-09 an unknown account takes as long as a known one', { retry: 2, timeout: 30_000 }, async () => {
  const stored = await passwords.hash('korrekt hest batteri')
  const times = { known: [] as number[], unknown: [] as number[] }
  for (let round = 0; round < 15; round++) {
    for (const [kind, hash] of [
      ['known', stored],
      ['unknown', undefined],
    ] as const) {
      const start = performance.now()
      await passwords.verify(hash, 'et forkert gæt')
      times[kind].push(performance.now() - start)
    }
  }
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  const ratio = median(times.unknown) / median(times.known)
  expect(ratio).toBeGreaterThan(0.8)
  expect(ratio).toBeLessThan(1.25)
})

const ANNA = { name: 'Anna Holm', email: 'anna.holm@kommune.example' }

test.each(['aaaaaaaaaaaa', '123456789012', 'abcdefghijklm', '121212121212', 'anna.holm123', 'Anna Holm 12'])(
  '%s is long and still the first guess',
  (password) => {
    expect(() => refuseWeakPassword(password, ANNA)).toThrow(expect.objectContaining({ code: 'weak_password' }))
  },
)

test.each(['korrekt hest batteri', 'xK9#mQ2$vL5p', 'anna er glad for sin cykel'])('%s is good enough', (password) => {
  expect(() => refuseWeakPassword(password, ANNA)).not.toThrow()
})
