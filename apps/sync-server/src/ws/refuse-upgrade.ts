import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { ERROR_STATUS, type ErrorCode } from '@samtavle/shared/errors'

/** Answers an upgrade with an error in the API's own form, before there is any WebSocket, and ends the connection. */
export function refuseUpgrade(stream: Duplex, code: ErrorCode, message: string): void {
  if (stream.destroyed || !stream.writable) {
    stream.destroy()
    return
  }
  const body = JSON.stringify({ error: { code, message } })
  const status = ERROR_STATUS[code]
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options: nosniff',
    'Referrer-Policy: no-referrer',
  ]
  stream.once('finish', () => stream.destroy())
  stream.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
