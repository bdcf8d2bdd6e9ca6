import type { PASSWORD_MIN } from '@samtavle/shared/api'

/** The server's rules, so that a slip is told before a request is made. Their type follows the server's constant. */
export const PASSWORD_LENGTH: { min: typeof PASSWORD_MIN; max: number } = { min: 12, max: 200 }
export const NAME_MAX = 80

export type AccountProblem =
  | 'nameMissing'
  | 'nameTooLong'
  | 'emailMissing'
  | 'emailInvalid'
  | 'passwordMissing'
  | 'passwordTooShort'
  | 'passwordTooLong'

/** What is wrong with a name, or undefined. Pure, as are the others. */
export function checkName(name: string): AccountProblem | undefined {
  const length = name.trim().length
  if (length === 0) return 'nameMissing'
  return length > NAME_MAX ? 'nameTooLong' : undefined
}

/** Finds slips only; whether an address exists, nobody can tell from its letters. */
export function checkEmail(email: string): AccountProblem | undefined {
  const trimmed = email.trim()
  if (trimmed === '') return 'emailMissing'
  return /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(trimmed) && trimmed.length <= 254 ? undefined : 'emailInvalid'
}

/** A password that is to be chosen. */
export function checkNewPassword(password: string): AccountProblem | undefined {
  if (password === '') return 'passwordMissing'
  if (password.length < PASSWORD_LENGTH.min) return 'passwordTooShort'
  return password.length > PASSWORD_LENGTH.max ? 'passwordTooLong' : undefined
}
