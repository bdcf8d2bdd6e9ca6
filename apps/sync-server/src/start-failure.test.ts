import { AppError } from '@samtavle/shared/errors'
import { expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'
import { DataDirLockedError } from './db/data-dir-lock.ts'
import { MigrationError } from './db/migrate.ts'
import { describeStartFailure } from './start-failure.ts'

const config = readConfig({ DATABASE_URL: 'postgres://app:hemmeligt@db.example/tavle', PORT: '3000' })
const failure = (fields: object) => Object.assign(new Error('reason'), fields)

test.each([new ConfigError('PORT must be'), new DataDirLockedError('in use'), new MigrationError('newer')])(
  '%s speaks for itself',
  (error) => {
    expect(describeStartFailure(error)).toBe(error.message)
  },
)

test.each([
  [failure({ code: 'ECONNREFUSED', syscall: 'connect' }), /does not answer \(ECONNREFUSED\)/],
  [failure({ code: 'CONNECT_TIMEOUT' }), /does not answer \(CONNECT_TIMEOUT\)/],
  [new AppError('unavailable'), /does not answer/],
  [failure({ code: '28P01' }), /refuses: reason/],
  [failure({ code: '3D000' }), /refuses: reason/],
])('a database that cannot be used is named, without its password', (error, line) => {
  const said = describeStartFailure(error, config)
  expect(said).toMatch(line)
  expect(said).toContain('db.example:5432/tavle')
  expect(said).not.toContain('hemmeligt')
})

test('a port that is taken is named', () => {
  const said = describeStartFailure(failure({ code: 'EADDRINUSE', syscall: 'listen' }), config)
  expect(said).toBe('port 3000 on 127.0.0.1 is in use by another program; set PORT')
})

test('a bug is not put into words', () => {
  expect(describeStartFailure(new TypeError('x is undefined'), config)).toBeUndefined()
  expect(describeStartFailure('x')).toBeUndefined()
})
