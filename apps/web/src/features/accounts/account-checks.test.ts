import { PASSWORD_MIN } from '@samtavle/shared/api'
import { describe, expect, it } from 'vitest'
import { checkEmail, checkName, checkNewPassword, PASSWORD_LENGTH } from './account-checks.ts'

describe('checks of a new account', () => {
  it('asks for the same length of password as the server', () => {
    expect(PASSWORD_LENGTH.min).toBe(PASSWORD_MIN)
    expect(checkNewPassword('a'.repeat(PASSWORD_MIN - 1))).toBe('passwordTooShort')
    expect(checkNewPassword('a'.repeat(PASSWORD_MIN))).toBeUndefined()
    expect(checkNewPassword('a'.repeat(201))).toBe('passwordTooLong')
    expect(checkNewPassword('')).toBe('passwordMissing')
  })

  it('counts a password of spaces as one, because it is', () => {
    expect(checkNewPassword(' '.repeat(12))).toBeUndefined()
  })

  it.each([
    ['mette.holm@lindeby.example', undefined],
    ['  mette@lindeby.example ', undefined],
    ['', 'emailMissing'],
    ['mette', 'emailInvalid'],
    ['mette@lindeby', 'emailInvalid'],
    ['mette holm@lindeby.example', 'emailInvalid'],
    ['a@b@c.dk', 'emailInvalid'],
  ])('e-mail »%s«: %s', (email, problem) => {
    expect(checkEmail(email)).toBe(problem)
  })

  it('wants a name of one to eighty letters', () => {
    expect(checkName('   ')).toBe('nameMissing')
    expect(checkName('Åse')).toBeUndefined()
    expect(checkName('x'.repeat(81))).toBe('nameTooLong')
  })
})
