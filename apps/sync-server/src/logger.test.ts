import { expect, test } from 'vitest'
import { createLogger } from './logger.ts'

function capture(write: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = []
  write(createLogger('debug', { write: (line) => void lines.push(line) }))
  return lines.join('')
}

test('SEC-53 secrets and personal data are hidden wherever they lie', () => {
  const text = capture((logger) =>
    logger.info({ email: 'a@x.dk', user: { name: 'Anna', deep: { token: 't0k3n' } }, link: 'https://x#s3cret' }, 'hi'),
  )
  expect(text).not.toMatch(/a@x\.dk|Anna|t0k3n|s3cret/)
  expect(text.match(/\[hidden\]/g)).toHaveLength(4)
})

test('SEC-53 an error of the database tells what failed and none of the values', () => {
  const error = Object.assign(new Error('duplicate key value violates unique constraint'), {
    code: '23505',
    detail: 'Key (email)=(anna@x.dk) already exists.',
    constraint_name: 'app_user_email_key',
    table_name: 'app_user',
    parameters: ['anna@x.dk'],
    query: 'INSERT …',
    cause: Object.assign(new Error('why'), { detail: 'anna@x.dk' }),
  })
  const text = capture((logger) => logger.error({ err: error }, 'failed'))
  expect(text).not.toContain('anna@x.dk')
  expect(JSON.parse(text).err).toMatchObject({
    code: '23505',
    constraint: 'app_user_email_key',
    cause: { message: 'why' },
  })
})

test('a line has its time and no machine or process', () => {
  const line = JSON.parse(capture((logger) => logger.warn('hi')))
  expect(Object.keys(line).sort()).toEqual(['level', 'msg', 'time'])
})
