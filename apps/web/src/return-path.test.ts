import { describe, expect, it } from 'vitest'
import { safeReturnPath } from './return-path.ts'

describe('safeReturnPath', () => {
  it.each([
    '/',
    '/boards',
    '/boards/0198c2a0-0000-7000-8000-000000000000?x=1#y',
    '/templates/borgerrejse',
    '/setupper',
  ])('keeps %s', (path) => {
    expect(safeReturnPath(path)).toBe(path)
  })

  it.each([
    'https://evil.example/',
    '//evil.example/boards',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/%0a/evil'.replace('%0a', '\n'),
    'javascript:alert(1)',
    'boards',
    ' /boards',
    '/boards/..//evil.example',
    '/.//evil.example',
    '/sign-in?next=/boards',
    '/setup',
    '/invite#secret',
    '',
    `/${'x'.repeat(3000)}`,
    undefined,
    null,
    42,
    ['/boards'],
  ])('leads %j home', (value) => {
    expect(safeReturnPath(value)).toBe('/')
  })
})
