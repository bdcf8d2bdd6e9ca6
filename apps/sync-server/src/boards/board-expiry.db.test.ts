import { boardSummarySchema } from '@samtavle/shared/api'
import { expect, test } from 'vitest'
import { createManualClock } from '../../../../tests/support/manual-clock.ts'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { type RoomCall, recordingRooms } from '../../test-support/recording-rooms.ts'
import { BOARD_EXPIRY, createBoardExpiry } from './board-expiry.ts'
import { createBoardStore } from './board-store.ts'

const DAY = 24 * 60 * 60_000
const log = { info() {}, warn() {}, error() {} }

describeDatabases('boards to try things on', (open) => {
  const api = useBoardApi(open)
  const expiresAt = async (id: string) =>
    boardSummarySchema.parse(await (await api.ask(api.people.owner, 'GET', `/api/boards/${id}`)).json()).expiresAt
  const toTry = () => api.board(api.people.owner, { title: 'Prøv', templateId: 'borgerrejse', toTry: true })

  test('they say when they are gone, the practice board too; all others stay', async () => {
    const inADay = new Date(api.clock.now.getTime() + DAY).toISOString()
    expect(await expiresAt(await toTry())).toBe(inADay)
    expect(await expiresAt(await api.board(api.people.owner, { title: 'Øv', templateId: 'oevetavle' }))).toBe(inADay)
    expect(await expiresAt(await api.board(api.people.owner, { title: 'Rejse', templateId: 'borgerrejse' }))).toBeNull()
    const kept = await api.board(api.people.owner, { title: 'Øv', templateId: 'oevetavle', toTry: false })
    expect(await expiresAt(kept)).toBeNull()
  })

  test('a copy of one is a board like any other', async () => {
    const copied = await api.ask(api.people.owner, 'POST', `/api/boards/${await toTry()}/duplicate`, {})
    expect(await expiresAt(((await copied.json()) as { id: string }).id)).toBeNull()
  })

  test('only its owner keeps it', async () => {
    const id = await toTry()
    await api.ask(api.people.owner, 'PUT', `/api/boards/${id}/members`, {
      userId: api.people.editor.userId,
      role: 'edit',
    })
    expect((await api.ask(api.people.editor, 'POST', `/api/boards/${id}/keep`)).status).toBe(403)
    expect((await api.ask(api.people.stranger, 'POST', `/api/boards/${id}/keep`)).status).toBe(404)
    expect((await api.ask(api.people.owner, 'POST', `/api/boards/${id}/keep`)).status).toBe(204)
    expect(await expiresAt(id)).toBeNull()
  })

  test('after 24 hours they are gone for good, and nothing else is', async () => {
    const [gone, kept, other] = [await toTry(), await toTry(), await api.board(api.people.owner)]
    await api.ask(api.people.owner, 'POST', `/api/boards/${kept}/keep`)
    const calls: RoomCall[] = []
    const clock = createManualClock()
    const now = () => api.clock.now
    const store = createBoardStore(api.database.sql)
    const expiry = createBoardExpiry({ store, rooms: recordingRooms(calls), clock, log, now })
    const before = api.clock.now
    try {
      api.clock.now = new Date(before.getTime() + DAY - 1000)
      expect(await expiry.sweep()).toBe(0)
      api.clock.now = new Date(before.getTime() + DAY + 1000)
      expect(await expiry.sweep()).toBeGreaterThanOrEqual(1)
      expect(await expiry.sweep()).toBe(0)
      expect(JSON.stringify(calls)).toContain(gone)
      expect(JSON.stringify(calls)).not.toContain(kept)
      const status = async (id: string, method = 'GET', rest = '') =>
        (await api.ask(api.people.owner, method, `/api/boards/${id}${rest}`)).status
      expect([await status(gone), await status(kept), await status(other)]).toEqual([404, 200, 200])
      expect(await status(gone, 'POST', '/restore')).toBe(404)
      const bin = await (await api.ask(api.people.owner, 'GET', '/api/boards?state=deleted')).text()
      expect(bin).not.toContain(gone)
      const cutoff = new Date(api.clock.now.getTime() - 30 * DAY)
      await api.versionStore.purge(cutoff, api.clock.now)
      const [left] = await api.database.sql`SELECT count(*)::int AS rows FROM board_update WHERE board_id = ${gone}`
      expect(left?.rows).toBe(0)
    } finally {
      api.clock.now = before
    }
  })

  test('it sweeps by the clock, and never again when it was closed', async () => {
    const clock = createManualClock()
    let asked = 0
    const store = {
      async deleteExpired() {
        asked += 1
        return []
      },
    }
    const expiry = createBoardExpiry({ store, rooms: recordingRooms([]), clock, log, now: () => new Date() })
    expiry.start()
    clock.advance(BOARD_EXPIRY.firstMs)
    await Promise.resolve()
    expect(asked).toBe(1)
    await expiry.close()
    clock.advance(10 * BOARD_EXPIRY.everyMs)
    expect(asked).toBe(1)
  })
})
