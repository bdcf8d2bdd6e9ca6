import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const tokens = readFileSync(new URL('../../apps/web/src/ui/tokens.css', import.meta.url), 'utf8')

/** The declarations of the first block that begins with this selector. */
function declarations(selector: string): string[] {
  const start = tokens.indexOf(selector)
  expect(start, selector).toBeGreaterThan(-1)
  const block = tokens.slice(start + selector.length, tokens.indexOf('}', start))
  return [...block.matchAll(/(--[\w-]+|color-scheme):\s*([^;]+);/g)].map((match) => `${match[1]}: ${match[2]}`)
}

describe('tokens.css', () => {
  it('has the same dark theme for the system and for the choice', () => {
    const system = declarations(':root:not([data-theme="light"]) {')
    const chosen = declarations('\n[data-theme="dark"] {')
    expect(chosen).toEqual(system)
    expect(chosen.length).toBeGreaterThan(70)
  })

  it('gives every colour of the light theme a dark one', () => {
    const names = (selector: string) => declarations(selector).map((line) => line.split(':')[0])
    const light = names('[data-theme="light"] {').filter((name) => name !== 'color-scheme')
    expect(names('\n[data-theme="dark"] {')).toEqual(expect.arrayContaining(light))
  })
})
