import { describe, expect, it } from 'vitest'
import { readSecret } from './fragment-secret.ts'

const SECRET = 'oTDBo3hKK9OABPzfXDWQHGECs2JkO1B3'

describe('readSecret', () => {
  it('reads the fragment of the two pages that carry one', () => {
    expect(readSecret('/invite', `#${SECRET}`)).toBe(SECRET)
    expect(readSecret('/setup/', `#${SECRET}`)).toBe(SECRET)
  })

  it('leaves every other fragment alone', () => {
    expect(readSecret('/boards', `#${SECRET}`)).toBeNull()
    expect(readSecret('/invite', '')).toBeNull()
    expect(readSecret('/invite', '#main')).toBeNull()
    expect(readSecret('/invite', `#${SECRET}<script>`)).toBeNull()
    expect(readSecret('/invite', `#${'a'.repeat(101)}`)).toBeNull()
  })
})
