import { AppError } from '@samtavle/shared/errors'
import { expect, test, vi } from 'vitest'
import { isDatabaseUnavailable, withDeadline } from './database.ts'

test('an answer in time is the answer, and the deadline is forgotten', async () => {
  vi.useFakeTimers()
  try {
    expect(await withDeadline(Promise.resolve(7), 100)).toBe(7)
    await expect(withDeadline(Promise.reject(new Error('no')), 100)).rejects.toThrow('no')
    expect(vi.getTimerCount()).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})

test('past the deadline the query is cancelled and counts as unavailable', async () => {
  vi.useFakeTimers()
  try {
    const canceller = vi.fn(async () => {
      throw new Error('the cancelling connection failed too')
    })
    const frozen = Object.assign(new Promise<never>(() => {}), { canceller, active: true })
    const waiting = withDeadline(frozen, 100)
    const refused = expect(waiting).rejects.toMatchObject({ code: 'unavailable' })
    vi.advanceTimersByTime(100)
    await refused
    expect(canceller).toHaveBeenCalledExactlyOnceWith(frozen)
  } finally {
    vi.useRealTimers()
  }
})

const failure = (fields: object) => Object.assign(new Error('x'), fields)

test.each([
  { code: 'CONNECTION_CLOSED' },
  { code: 'CONNECT_TIMEOUT' },
  { code: '57P01' },
  { code: '57014' },
  { code: '53300' },
  { code: '08006' },
  { code: 'ECONNREFUSED', syscall: 'connect' },
  { code: 'ENOTFOUND', syscall: 'getaddrinfo' },
  { code: 'ECONNRESET', query: 'select 1' },
])('%j may be cured by waiting', (fields) => {
  expect(isDatabaseUnavailable(failure(fields))).toBe(true)
})

test.each([{ code: '23505' }, { code: '42601' }, { code: 'ENOENT', syscall: 'open' }, { code: 5 }, {}])(
  '%j is not cured by waiting',
  (fields) => {
    expect(isDatabaseUnavailable(failure(fields))).toBe(false)
  },
)

test('what was told already, and what is no error, is not about the database', () => {
  expect(isDatabaseUnavailable(new AppError('not_found'))).toBe(false)
  expect(isDatabaseUnavailable('CONNECTION_CLOSED')).toBe(false)
})
