import { expect, test } from 'vitest'
import { createLogger } from './logger.ts'
import { runShutdown } from './shutdown.ts'

function setup() {
  const lines: { msg: string; step?: string }[] = []
  const logger = createLogger('info', { write: (line) => void lines.push(JSON.parse(line)) })
  let fire = () => {}
  let cancelled = false
  const timers = {
    after(_ms: number, task: () => void) {
      fire = task
      return () => {
        cancelled = true
      }
    },
  }
  return { lines, options: { deadlineMs: 1000, logger, timers }, fire: () => fire(), isCancelled: () => cancelled }
}

test('steps run one after the other, in order', async () => {
  const { options, isCancelled } = setup()
  const seen: string[] = []
  const step = (name: string) => ({
    name,
    async run() {
      seen.push(`${name} begins`)
      await Promise.resolve()
      seen.push(`${name} ends`)
    },
  })
  expect(await runShutdown([step('a'), step('b')], options)).toBe(true)
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
  expect(isCancelled()).toBe(true)
})

test('a step that fails is logged and does not stop the others, but is not clean', async () => {
  const { options, lines } = setup()
  let last = false
  const steps = [
    {
      name: 'broken',
      run() {
        throw new Error('no')
      },
    },
    {
      name: 'last',
      run() {
        last = true
      },
    },
  ]
  expect(await runShutdown(steps, options)).toBe(false)
  expect(last).toBe(true)
  expect(lines).toMatchObject([{ step: 'broken' }])
})

test('past the deadline the step is named and the rest is left undone', async () => {
  const { options, lines, fire } = setup()
  let last = false
  const steps = [
    { name: 'frozen', run: () => new Promise(() => {}) },
    {
      name: 'last',
      run() {
        last = true
      },
    },
  ]
  const outcome = runShutdown(steps, options)
  fire()
  expect(await outcome).toBe(false)
  expect(last).toBe(false)
  expect(lines).toMatchObject([{ step: 'frozen', msg: 'stopping took too long' }])
})
