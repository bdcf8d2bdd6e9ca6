import { expect, test } from 'vitest'
import { createWallCode, readWallCode } from './wall-code.ts'

test('codes are eight letters and figures that nobody takes for one another', () => {
  const codes = new Set(Array.from({ length: 2_000 }, createWallCode))
  expect(codes.size).toBe(2_000)
  for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/)
  expect(new Set([...codes].join('')).size).toBe(30)
})

test('a code is read however it is typed', () => {
  for (const typed of ['AB2CD3EF', 'ab2c d3ef', ' ab2c-d3ef ', 'AB2C\u00a0D3EF'])
    expect(readWallCode(typed)).toBe('AB2CD3EF')
  for (const typed of ['', 'AB2CD3E', 'AB2CD3EFG', 'AB2CD3E0', 'AB2CD3EI', 'æb2cd3ef']) {
    expect(readWallCode(typed)).toBeUndefined()
  }
})
