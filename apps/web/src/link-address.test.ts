import { describe, expect, test } from 'vitest'
import { HOSTILE_ADDRESSES } from '../../../tests/support/hostile-addresses.ts'
import { linkCardText, pageAddress } from './link-address.ts'

const cardOf = (address: string) => {
  const url = pageAddress(address)
  return url && linkCardText(url)
}

describe('what becomes a link card', () => {
  test.each(HOSTILE_ADDRESSES.map((address) => [address]))('SEC-42: not %j', (address) => {
    expect(pageAddress(address)).toBeUndefined()
  })

  test.each([
    '',
    'kommune.dk',
    'https://',
    'https:// kommune.dk',
    'https://kommune.dk læs mere',
    `https://kommune.dk/${'a'.repeat(2_000)}`,
  ])('nor %j', (words) => {
    expect(pageAddress(words)).toBeUndefined()
  })

  test.each([
    ['https://www.kommune.dk', 'kommune.dk', 'kommune.dk'],
    [' HTTPS://Kommune.DK/ ', 'kommune.dk', 'kommune.dk'],
    ['http://kommune.dk:8080/a?b=1#c', 'kommune.dk:8080', 'kommune.dk:8080/a?b=1'],
    ['https://kommune.dk/bl%C3%A5b%C3%A6r', 'kommune.dk', 'kommune.dk/blåbær'],
    // What would not be seen, or would turn the line around, stays written out.
    ['https://kommune.dk/a%20b%E2%80%AEc', 'kommune.dk', 'kommune.dk/a%20b%E2%80%AEc'],
    ['https://kommune.dk/%zz', 'kommune.dk', 'kommune.dk/%zz'],
    // Somebody else's name before the @, or in letters that only look alike: the site is the one that is asked.
    ['https://kommune.dk@evil.example/', 'evil.example', 'evil.example'],
    ['https://kommunе.dk/', 'xn--kommun-8of.dk', 'xn--kommun-8of.dk'],
    [`https://kommune.dk/${'a'.repeat(200)}`, 'kommune.dk', `kommune.dk/${'a'.repeat(58)}…`],
  ])('%j says where it leads', (address, site, shown) => {
    expect(cardOf(address)).toMatchObject({ site, shown })
  })

  test('leads to the whole address', () => {
    const address = `https://kommune.dk/${'a'.repeat(200)}?b=1#c`
    expect(cardOf(address)?.href).toBe(address)
  })
})
