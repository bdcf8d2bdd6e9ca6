import { AppError } from '@samtavle/shared/errors'
import { beforeEach, expect, test } from 'vitest'
import { createAttemptLimit, createSignInLimits, type SignInLimits } from './sign-in-limits.ts'

const MINUTE = 60_000
let time = 0
const now = () => time
let limits: SignInLimits

beforeEach(() => {
  time = 1_000_000
  limits = createSignInLimits({ now, enabled: true })
})

function tooMany(attempt: () => unknown): AppError {
  try {
    attempt()
  } catch (error) {
    if (error instanceof AppError && error.code === 'too_many_requests') return error
    throw error
  }
  throw new Error('was let through')
}

test('SEC-09 the sixth failure within 15 minutes is refused until the first is old', () => {
  for (let attempt = 0; attempt < 5; attempt++) {
    limits.beginSignIn('anna@x.dk', `address ${attempt}`).failed()
    time += MINUTE
  }
  expect(tooMany(() => limits.beginSignIn('anna@x.dk', 'another')).retryAfter).toBe(10 * 60)
  time += 10 * MINUTE
  expect(() => limits.beginSignIn('anna@x.dk', 'another')).not.toThrow()
})

test('SEC-09 attempts in flight count, so that many at once do not slip through', () => {
  for (let attempt = 0; attempt < 5; attempt++) limits.beginSignIn('anna@x.dk', 'here')
  tooMany(() => limits.beginSignIn('anna@x.dk', 'here'))
})

test('a success clears the account, and other accounts are untouched', () => {
  for (let attempt = 0; attempt < 4; attempt++) limits.beginSignIn('anna@x.dk', 'here').failed()
  limits.beginSignIn('anna@x.dk', 'here').succeeded()
  for (let attempt = 0; attempt < 5; attempt++) limits.beginSignIn('anna@x.dk', 'here').failed()
  tooMany(() => limits.beginSignIn('anna@x.dk', 'here'))
  expect(() => limits.beginSignIn('bo@x.dk', 'here')).not.toThrow()
})

test('SEC-09 the 21st failure of an address within a minute is refused, also when it already waits', () => {
  const waiting = limits.beginSignIn('last@x.dk', 'here')
  for (let attempt = 0; attempt < 20; attempt++) limits.beginSignIn(`${attempt}@x.dk`, 'here').failed()
  expect(tooMany(() => limits.beginSignIn('another@x.dk', 'here')).retryAfter).toBe(60)
  tooMany(waiting.admit)
  expect(() => limits.beginSignIn('another@x.dk', 'elsewhere')).not.toThrow()
  time += MINUTE
  expect(() => waiting.admit()).not.toThrow()
})

test('thirty people who sign in from one office at once are all let in', () => {
  const attempts = Array.from({ length: 30 }, (_, person) => limits.beginSignIn(`${person}@x.dk`, 'office'))
  for (const attempt of attempts) {
    attempt.admit()
    attempt.succeeded()
  }
})

test('SEC-10 guessing at links ends after 20 in a minute', () => {
  for (let guess = 0; guess < 20; guess++) {
    limits.checkLink('here')
    limits.linkFailed('here')
  }
  tooMany(() => limits.checkLink('here'))
})

test('memory stays bounded: the key that was quiet for longest goes first', () => {
  const limit = createAttemptLimit({ limit: 1, windowMs: MINUTE, now, maxKeys: 3 })
  for (const key of ['a', 'b', 'c', 'd']) limit.record(key)
  expect(() => limit.check('a')).not.toThrow()
  for (const key of ['b', 'c', 'd']) tooMany(() => limit.check(key))
})

test('off lets everything through', () => {
  const off = createSignInLimits({ now, enabled: false })
  for (let attempt = 0; attempt < 50; attempt++) off.beginSignIn('anna@x.dk', 'here').failed()
  expect(() => off.checkLink('here')).not.toThrow()
})
