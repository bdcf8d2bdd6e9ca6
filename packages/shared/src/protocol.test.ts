import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import {
  CLOSE,
  closeReasonOf,
  decodeClientMessage,
  encodeAck,
  encodeAwareness,
  encodeEvent,
  encodeSyncStep1,
  encodeSyncStep2,
  encodeUpdate,
  isDocumentFrame,
  LIMITS,
  MESSAGE,
  ProtocolError,
  readAck,
  readEvent,
  SYNC,
} from './protocol.ts'

const bytes = new Uint8Array([1, 2, 3])

describe('decodeClientMessage', () => {
  it.each([
    [encodeSyncStep1(bytes), { type: 'syncStep1', stateVector: bytes }],
    [encodeSyncStep2(bytes), { type: 'syncStep2', update: bytes }],
    [encodeUpdate(bytes), { type: 'update', update: bytes }],
    [encodeAwareness(bytes), { type: 'awareness', update: bytes }],
    [new Uint8Array([MESSAGE.queryAwareness]), { type: 'queryAwareness' }],
  ])('reads what a client sends', (frame, message) => {
    expect(decodeClientMessage(frame)).toEqual(message)
  })

  it.each([
    ['nothing', []],
    ['an unknown type', [9]],
    ['an acknowledgement, which only servers send', [MESSAGE.ack, 1, 0]],
    ['an auth message, which only servers send', [MESSAGE.auth, 0]],
    ['an unknown sync step', [MESSAGE.sync, 3, 0]],
    ['a truncated sync', [MESSAGE.sync]],
    ['a length that lies', [MESSAGE.sync, SYNC.update, 200, 1, 5]],
    ['bytes after the end', [...encodeUpdate(bytes), 0]],
    ['two messages in one frame', [...encodeUpdate(bytes), ...encodeUpdate(bytes)]],
  ])('refuses %s', (_, frame) => {
    expect(() => decodeClientMessage(new Uint8Array(frame))).toThrow(ProtocolError)
  })

  it('refuses an update and an awareness message over their limits', () => {
    expect(() => decodeClientMessage(encodeUpdate(new Uint8Array(LIMITS.updateBytes + 1)))).toThrow(ProtocolError)
    expect(() => decodeClientMessage(encodeAwareness(new Uint8Array(LIMITS.awarenessBytes + 1)))).toThrow(ProtocolError)
  })
})

it('tells document frames, which are counted, from the rest', () => {
  expect(isDocumentFrame(encodeUpdate(bytes))).toBe(true)
  expect(isDocumentFrame(encodeSyncStep2(bytes))).toBe(true)
  expect(isDocumentFrame(encodeSyncStep1(bytes))).toBe(false)
  expect(isDocumentFrame(encodeAwareness(bytes))).toBe(false)
})

it('carries count and room state in message 100, and reads an unknown state as degraded', () => {
  const read = (frame: Uint8Array) => {
    const decoder = decoding.createDecoder(frame)
    expect(decoding.readVarUint(decoder)).toBe(MESSAGE.ack)
    return readAck(decoder)
  }
  expect(read(encodeAck(70_000, 'read-only'))).toEqual({ count: 70_000, state: 'read-only' })
  const newer = encoding.createEncoder()
  for (const value of [MESSAGE.ack, 5, 9]) encoding.writeVarUint(newer, value)
  expect(read(encoding.toUint8Array(newer))).toEqual({ count: 5, state: 'degraded' })
})

it('carries events in message 101, and skips those of a newer server', () => {
  const read = (frame: Uint8Array) => {
    const decoder = decoding.createDecoder(frame)
    expect(decoding.readVarUint(decoder)).toBe(MESSAGE.event)
    return readEvent(decoder)
  }
  expect(read(encodeEvent({ type: 'role', role: 'view' }))).toEqual({ type: 'role', role: 'view' })
  expect(read(encodeEvent({ type: 'refused', records: ['shape:a'] }))).toEqual({
    type: 'refused',
    records: ['shape:a'],
  })
  expect(read(encodeEvent({ type: 'vote' }))).toEqual({ type: 'vote' })
  const by = { id: 'a', name: 'Anna' }
  const version = { id: 'v', kind: 'named', name: 'Før frokost', createdAt: '2026-09-09T08:12:00.000Z' } as const
  const restored = { type: 'restored', by, version, before: 'b' } as const
  for (const event of [restored, { type: 'taken-back', by }] as const) expect(read(encodeEvent(event))).toEqual(event)
  expect(read(encodeEvent({ type: 'restored', by } as never))).toBeUndefined()
  expect(read(encodeEvent({ type: 'taken-back', by: null } as never))).toBeUndefined()
  expect(read(encodeEvent({ type: 'refused' } as never))).toBeUndefined()
  expect(read(encodeEvent({ type: 'applause' } as never))).toBeUndefined()
})

it('lets the client retry exactly those closings that y-websocket does not treat as final', () => {
  for (const [reason, { code, retry }] of Object.entries(CLOSE)) {
    expect(retry, reason).toBe(code < 4400 || code > 4499)
    expect(closeReasonOf(code)).toBe(reason)
  }
  expect(closeReasonOf(1006)).toBeUndefined()
})
