import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** Instructions of a Dockerfile, with continued lines joined. */
function instructions(text: string): { name: string; words: string }[] {
  const lines = text.replaceAll(/\\\n\s*/g, '').split('\n')
  return lines
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => ({ name: line.slice(0, line.indexOf(' ')), words: line.slice(line.indexOf(' ') + 1).trim() }))
}

describe('infra/Dockerfile', () => {
  const all = instructions(read('infra/Dockerfile'))
  const last = all.slice(all.findLastIndex(({ name }) => name === 'FROM'))

  test('has only instructions that exist', () => {
    const known = 'FROM RUN WORKDIR COPY ENV USER VOLUME EXPOSE STOPSIGNAL HEALTHCHECK CMD'.split(' ')
    expect(all.filter(({ name }) => !known.includes(name))).toEqual([])
  })

  test('copies what exists, from the build context or from a stage that is named', () => {
    const stages = all.flatMap(({ name, words }) => (name === 'FROM' ? [/ AS (\S+)/.exec(words)?.[1]] : []))
    for (const { words } of all.filter(({ name }) => name === 'COPY')) {
      const stage = /^--from=(\S+)/.exec(words)?.[1]
      const sources = words.split(' ').filter((word) => !word.startsWith('--'))
      if (stage !== undefined) expect(stages).toContain(stage)
      else for (const source of sources.slice(0, -1)) expect(existsSync(join(root, source)), source).toBe(true)
    }
  })

  test('copies the manifest of every member of the workspace', () => {
    const { importers } = parse(read('pnpm-lock.yaml')) as { importers: Record<string, unknown> }
    const copied = all.filter(({ name }) => name === 'COPY').map(({ words }) => words)
    for (const member of Object.keys(importers).filter((path) => path !== '.')) {
      expect(
        copied.some((words) => words.startsWith(`${member}/package.json `)),
        member,
      ).toBe(true)
    }
  })

  test('installs the pnpm of the workspace, on the Node that it is meant for', () => {
    const { packageManager } = JSON.parse(read('package.json')) as { packageManager: string }
    expect(all.some(({ words }) => words.endsWith(packageManager))).toBe(true)
    for (const { words } of all.filter(({ name }) => name === 'FROM')) {
      expect(words).toMatch(/^(node:24-slim|manifests)\b/)
    }
  })

  test('does not run as root, is asked for its health, and ends with the server', () => {
    expect(last.find(({ name }) => name === 'USER')?.words).toBe('node')
    const health = last.find(({ name }) => name === 'HEALTHCHECK')?.words ?? ''
    const [, , script] = JSON.parse(health.slice(health.indexOf('CMD ') + 4)) as string[]
    expect(script).toContain('/healthz')
    expect(() => new Function(script ?? '')).not.toThrow()
    const command = JSON.parse(last.at(-1)?.words ?? '') as string[]
    expect(command.at(-1)).toBe('apps/sync-server/dist/main.js')
  })
})

test('the README explains every variable that the server reads', () => {
  const variables = [...read('apps/sync-server/src/config.ts').matchAll(/\benv\.([A-Z_]+)/g)].map((match) => match[1])
  const rows = [...read('README.md').matchAll(/^\| (`.*`) \|/gm)].flatMap((row) => row[1]?.match(/[A-Z_]+/g) ?? [])
  expect(variables.length).toBeGreaterThan(10)
  expect(variables.filter((name) => !rows.includes(name ?? ''))).toEqual([])
})

describe('infra/compose.yaml', () => {
  type Service = {
    image: string
    healthcheck?: unknown
    environment: Record<string, string>
    volumes: string[]
    networks: string[]
    ports?: string[]
    depends_on?: Record<string, { condition: string }>
    build?: { context: string; dockerfile: string }
  }
  type Compose = {
    services: Record<string, Service>
    volumes: object
    networks: Record<string, { internal?: boolean } | null>
  }
  const text = read('infra/compose.yaml')
  const { services, volumes, networks } = parse(text) as Compose

  test('names only volumes, networks and services that it declares', () => {
    for (const service of Object.values(services)) {
      for (const volume of service.volumes) expect(Object.keys(volumes)).toContain(volume.split(':')[0])
      for (const network of service.networks) expect(Object.keys(networks)).toContain(network)
      for (const other of Object.keys(service.depends_on ?? {})) expect(Object.keys(services)).toContain(other)
    }
  })

  test('builds the image of the Dockerfile', () => {
    const { context = '', dockerfile = '' } = services.app?.build ?? {}
    expect(existsSync(join(root, 'infra', context, dockerfile))).toBe(true)
  })

  test('starts the app when the database is healthy, and lets nobody else reach it', () => {
    expect(services.app?.depends_on?.database?.condition).toBe('service_healthy')
    expect(services.database?.healthcheck).toBeDefined()
    expect(services.database?.ports).toBeUndefined()
    expect(services.database?.networks.every((name) => networks[name]?.internal)).toBe(true)
    expect(services.app?.ports?.every((port) => port.startsWith('127.0.0.1:'))).toBe(true)
  })

  test('holds no secret, and every variable it reads is in the example', () => {
    const variables = new Set([...text.matchAll(/\$\{([A-Z_]+)/g)].map((match) => match[1]))
    const example = new Set([...read('infra/samtavle.env.example').matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]))
    expect([...variables].filter((name) => name !== 'LOG_LEVEL' && !example.has(name))).toEqual([])
    expect(services.database?.environment.POSTGRES_PASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD:\?/)
  })
})
