/** A socket whose other end is the test. */
export class TestSocket {
  static readonly all: TestSocket[] = []
  readonly OPEN = 1
  readonly sent: Uint8Array[] = []
  readyState = 0
  binaryType = ''
  onopen: (() => void) | null = null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: (() => void) | null = null
  readonly url: string
  constructor(url: string) {
    this.url = url
    TestSocket.all.push(this)
  }
  send(data: Uint8Array): void {
    this.sent.push(data)
  }
  close(): void {
    this.readyState = 3
  }
  open(): void {
    this.readyState = 1
    this.onopen?.()
  }
  receive(frame: Uint8Array): void {
    this.onmessage?.({ data: frame.slice().buffer })
  }
  drop(code = 1006): void {
    this.readyState = 3
    this.onclose?.({ code, reason: '' })
  }
}

/** What a connection needs in a test: sockets that the test plays, nobody else to ask, and no chance. */
export const testConnection = {
  origin: 'ws://board.test',
  boardId: 'b1',
  probe: async () => 'unreachable' as const,
  beforeReceive: () => {},
  onChange: () => {},
  onEvent: () => {},
  WebSocket: TestSocket as unknown as typeof WebSocket,
  random: () => 1,
}

export const lastSocket = () => TestSocket.all.at(-1) as TestSocket
