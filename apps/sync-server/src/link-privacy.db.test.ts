import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { anonymous, createBoard } from '../../../tests/support/api-session.ts'
import { closeCodeOf, nextFrame } from '../../../tests/support/socket-server.ts'
import { startTestServer } from '../../../tests/support/test-server.ts'

test('SEC-53 neither secrets, codes and passcodes of links nor the names of guests are logged or told in a failure', async () => {
  const log: string[] = []
  const server = await startTestServer({ env: { LOG_LEVEL: 'debug' }, log: { write: (line) => void log.push(line) } })
  try {
    const owner = await server.signIn()
    const board = await createBoard(owner)
    const path = `/api/boards/${board}/share-links`
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
    const over = { right: 'edit', expiresAt, passcode: 'kanarie-kodeord', name: 'kanarie-linknavn' }
    const { id, link } = await owner.ask<{ id: string; link: string }>('POST', path, over)
    const wall = await owner.ask<{ code: string; link: string }>('POST', `${path}/${id}/wall`)
    const secrets = [link, wall.link].map((address) => address.split('#')[1] ?? '')
    const guest = anonymous(server)
    const told: string[] = []
    const fail = async (method: string, at: string, body?: unknown) => {
      const response = await guest.send(method, at, body)
      if (!response.ok) told.push(await response.text())
    }
    for (const secret of secrets) {
      await fail('POST', '/api/join', { secret, passcode: 'kanarie-forkert', name: 'Kanarie Gæst' })
      await fail('POST', '/api/join', { secret, passcode: 'kanarie-kodeord', name: 'Kanarie Gæst', more: 1 })
      await fail('GET', `/api/join/${secret}?secret=${secret}`)
      await guest.ask('POST', '/api/join', { secret, passcode: 'kanarie-kodeord', name: 'Kanarie Gæst' })
    }
    await fail('POST', '/api/join', { code: wall.code, passcode: 'kanarie-forkert' })
    const { cookie, origin } = guest
    const socket = new WebSocket(server.syncUrl(board), { headers: { cookie, origin } })
    await nextFrame(socket)
    socket.send(new Uint8Array([99]))
    expect(await closeCodeOf(socket)).toBe(4400)
    await owner.ask('DELETE', `${path}/${id}`)
    await fail('POST', '/api/join', { secret: secrets[0], name: 'Kanarie Gæst' })
    expect(log.length).toBeGreaterThan(10)
    expect(told.length).toBeGreaterThan(5)
    const said = [...log, ...told].join('\n').toLowerCase()
    const token = cookie.split('=')[1] ?? ''
    for (const canary of [...secrets, wall.code, token, 'kanarie']) {
      expect(said.includes(canary.toLowerCase())).toBe(false)
      expect(said.includes(Buffer.from(canary).toString('base64').replace(/=+$/, '').toLowerCase())).toBe(false)
    }
  } finally {
    await server.close()
  }
}, 60_000)
