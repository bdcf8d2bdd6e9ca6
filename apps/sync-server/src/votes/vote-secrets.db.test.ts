import { createRecord } from '@samtavle/shared/board-doc'
import { MESSAGE, readEvent } from '@samtavle/shared/protocol'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { noteRecord } from '@samtavle/shared/shape-record.fixture'
import type { BoardVote } from '@samtavle/shared/vote-api'
import * as decoding from 'lib0/decoding'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { editOverSocket } from '../../../../tests/support/edit-over-socket.ts'
import {
  createRightsWorld,
  GUESTS,
  MEMBERS,
  type RightsWorld,
  type Somebody,
} from '../../../../tests/support/rights-world.ts'

const QUESTION = 'Kanariens spørgsmål 8f60'
const NOTES = ['kanarie-a', 'kanarie-b', 'kanarie-c', 'kanarie-d']
/** Who votes, and for what. */
const BALLOTS: Partial<Record<Somebody, Record<string, number>>> = {
  owner: { 'kanarie-a': 2, 'kanarie-b': 1 },
  editor: { 'kanarie-a': 3 },
  contributor: { 'kanarie-c': 1 },
  guestEdit: { 'kanarie-b': 2 },
  guestComment: { 'kanarie-a': 1, 'kanarie-c': 2 },
}
const EVERYBODY = [...MEMBERS, ...GUESTS]

const log: string[] = []
const now = new Date()
let world: RightsWorld
let vote: string
/** What stands for the ids in the paths of routes; each path is asked with all that fit. */
const ids = { snapshots: [] as string[], version: '' }

beforeAll(async () => {
  world = await createRightsWorld({
    env: { LOG_LEVEL: 'debug' },
    log: { write: (line) => void log.push(line) },
    now: () => now,
  })
  const { owner } = world.who
  await editOverSocket(owner, world.board, (records) => {
    for (const id of NOTES) createRecord(records, noteRecord(`shape:${id}`, { richText: richTextOf(`Idé ${id}`) }))
  })
  const at = `/api/boards/${world.board}`
  const { open } = await owner.ask<BoardVote>('POST', `${at}/vote`, { question: QUESTION, dots: 3, frame: null })
  vote = open?.id ?? ''
  ids.version = (await owner.ask<{ id: string }>('POST', `${at}/versions`, { name: 'Før' })).id
  for (const publish of [true, false]) {
    const { id } = await owner.ask<{ id: string }>('POST', `${at}/snapshots`, { day: null })
    if (publish) await owner.ask('POST', `/api/snapshots/${id}/publish`, { expiresAt: null })
    ids.snapshots.push(id)
  }
}, 60_000)
afterAll(() => world?.close())

async function pathsToAsk(): Promise<string[]> {
  const { paths } = await world.who.nobody.ask<{ paths: Record<string, Record<string, unknown>> }>(
    'GET',
    '/api/openapi.json',
  )
  const patterns = Object.entries(paths).flatMap(([path, operations]) => ('get' in operations ? [path] : []))
  return patterns.flatMap((pattern) => {
    const whole = pattern.startsWith('/api/boards')
      ? [world.board]
      : pattern.startsWith('/api/snapshots')
        ? ids.snapshots
        : [pattern.startsWith('/api/templates') ? 'ideudvikling' : world.sprint]
    return whole.map((id) =>
      pattern
        .replace('{id}', id)
        .replace('{version}', ids.version)
        .replace('{key}', 'p1')
        .replace('{date}', '2026-09-07')
        .replace('{shape}', `shape:${NOTES[0]}`)
        .replace(/\{[A-Za-z]+\}/g, crypto.randomUUID()),
    )
  })
}

/** All that everybody is answered, to the byte, at every path that can be asked. */
async function everyAnswer(paths: readonly string[]): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  for (const path of paths) {
    for (const who of EVERYBODY) {
      const response = await world.who[who].send('GET', path)
      const headers = [...response.headers].filter(([name]) => !['date', 'x-request-id'].includes(name))
      const body = Buffer.from(await response.arrayBuffer()).toString('latin1')
      answers.set(`${who} ${path}`, JSON.stringify([response.status, headers, body]))
    }
  }
  return answers
}

const differing = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...before].flatMap(([asked, answer]) => (after.get(asked) === answer ? [] : [asked]))

/** A socket of somebody who watches: every frame but the counts of message 100. */
async function watch(who: Somebody): Promise<Uint8Array[]> {
  const { cookie, origin } = world.who[who]
  const socket = new WebSocket(world.server.syncUrl(world.board), { headers: { cookie, origin } })
  const frames: Uint8Array[] = []
  await new Promise((resolve) => socket.once('message', resolve))
  socket.on('message', (data: Buffer) => {
    if (data[0] !== MESSAGE.ack) frames.push(new Uint8Array(data))
  })
  return frames
}

const cast = (who: Somebody, dots: Record<string, number>, done: boolean) =>
  world.who[who].send('PUT', `/api/boards/${world.board}/vote/${vote}/ballot`, {
    votes: Object.entries(dots).map(([id, count]) => ({ shape: `shape:${id}`, dots: count })),
    done,
  })

test('A18: ballots change no byte of any answer, frame or line of the log for anybody but who gave them', async () => {
  const paths = await pathsToAsk()
  const at = `/api/boards/${world.board}/vote`
  expect(paths.length).toBeGreaterThan(40)
  expect(paths).toContain(at)
  await everyAnswer(paths)
  const before = await everyAnswer(paths)
  const again = await everyAnswer(paths)
  // What tells time or is made anew for each would hide a difference; there is none such.
  expect(differing(before, again)).toEqual([])

  const frames = { viewer: await watch('viewer'), guestView: await watch('guestView') }
  const lines = log.length
  for (const [who, dots] of Object.entries(BALLOTS)) expect((await cast(who as Somebody, dots, false)).status).toBe(200)
  const after = await everyAnswer(paths)
  // That it would be seen: each voter's own answer is another one, in their own ballot only.
  expect(differing(before, after).sort()).toEqual(
    Object.keys(BALLOTS)
      .map((who) => `${who} ${at}`)
      .sort(),
  )
  for (const who of Object.keys(BALLOTS) as Somebody[]) {
    const [was, is] = [before, after].map((answers) =>
      JSON.parse(JSON.parse(answers.get(`${who} ${at}`) ?? '')[2]),
    ) as [BoardVote, BoardVote]
    expect(is.open?.own.votes.length).toBeGreaterThan(0)
    expect({ ...is, open: { ...is.open, own: was.open?.own } }).toEqual(was)
  }
  expect(frames).toEqual({ viewer: [], guestView: [] })

  // That one is done is told to all, and only that.
  await cast('editor', BALLOTS.editor ?? {}, true)
  for (const own of Object.values(frames)) {
    await expect.poll(() => own.length).toBe(1)
    const decoder = decoding.createDecoder(own[0] ?? new Uint8Array())
    expect(decoding.readVarUint(decoder)).toBe(MESSAGE.event)
    expect(readEvent(decoder)).toEqual({ type: 'vote' })
    expect(decoding.hasContent(decoder)).toBe(false)
  }
  const said = log.slice(lines).join('\n')
  expect(log.slice(lines).length).toBeGreaterThan(Object.keys(BALLOTS).length)
  for (const canary of [...NOTES, 'Kanariens', '8f60']) expect(said).not.toContain(canary)
}, 240_000)

test('A18: shown, they are sums for everybody who may see the board, and nothing says whose', async () => {
  const lines = log.length
  const at = `/api/boards/${world.board}/vote`
  await world.who.owner.ask('POST', `${at}/${vote}/show`)
  const sums = [
    { shape: 'shape:kanarie-a', votes: 6 },
    { shape: 'shape:kanarie-b', votes: 3 },
    { shape: 'shape:kanarie-c', votes: 3 },
  ]
  for (const who of ['owner', 'viewer', 'guestView', 'guestComment'] as const) {
    const { notes, open, last } = await world.who[who].ask<BoardVote>('GET', at)
    expect(notes.sort((a, b) => (a.shape < b.shape ? -1 : 1))).toEqual(sums)
    expect({ open, last }).toMatchObject({ open: null, last: { ballots: 5 } })
  }
  for (const who of ['stranger', 'admin', 'manager', 'guestOther', 'nobody'] as const) {
    expect((await world.who[who].send('GET', at)).ok).toBe(false)
  }
  for (const canary of [...NOTES, 'Kanariens']) expect(log.slice(lines).join('\n')).not.toContain(canary)
})
