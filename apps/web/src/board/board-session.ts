import type { RoomState } from '@samtavle/shared/protocol'
import { boardSchema, checkRecord } from '@samtavle/shared/record-schema'
import { getSchema } from '@tiptap/core'
import { atom, createTLStore, type Editor, type TLRecord, type TLStore, tipTapDefaultExtensions } from '@tldraw/tldraw'
import * as Y from 'yjs'
import { BoardConnection, type ConnectionState, type Probe } from '../sync/board-connection.ts'
import { PresenceBinding } from '../sync/presence-binding.ts'
import type { StampedUser } from '../sync/presence-state.ts'
import { createRichTextWriter } from '../sync/rich-text-writer.ts'
import { INITIAL_SAVED_STATE, nextSavedState, type SavedName } from '../sync/saved-state.ts'
import { type Schedule, StoreBinding } from '../sync/store-binding.ts'
import { BoardUndo } from '../sync/undo.ts'
import { boardAssets } from './board-assets.ts'
import { showRichText } from './live-text.ts'

/** What the server told while the board was open. */
export type SessionNews =
  | { type: 'title'; title: string; archived: boolean }
  | { type: 'role'; mayEdit: boolean }
  /** A change of mine was dropped, because I may only view: what this page shows is no longer the board. */
  | { type: 'refused' }

/** What the page shows of a session; a new object with every change. */
export type SessionView = Readonly<{
  connection: ConnectionState
  saved: SavedName
  /** True while something of mine is only in this tab. */
  unsaved: boolean
  room: RoomState
  people: readonly StampedUser[]
  mayEdit: boolean
  /** The board is loaded; from then on there is an editor. */
  store: TLStore | null
  quarantined: number
}>

export type SessionOptions = {
  boardId: string
  /** What my role allows while the board is not archived. */
  mayWrite: boolean
  archived: boolean
  probe: Probe
  onNews(news: SessionNews): void
}

const FLUSH_MS = 33
const RETRY_FOR_WRITER_MS = 5000

const SCHEDULE: Schedule = {
  flush(run) {
    const timer = setTimeout(run, FLUSH_MS)
    return () => clearTimeout(timer)
  },
  frame(run) {
    const frame = requestAnimationFrame(run)
    return () => cancelAnimationFrame(frame)
  },
}

function validate(value: unknown): TLRecord {
  const id = (value as { id?: unknown } | null)?.id
  const check = checkRecord(value, String(id))
  if (!check.ok) throw new Error(check.reason)
  return check.record as unknown as TLRecord
}

/** One open board: document, socket, store, presence, undo, and what is said about saving. Knows no React. */
export class BoardSession {
  readonly doc = new Y.Doc()
  readonly #connection: BoardConnection
  readonly #mode = atom<'readonly' | 'readwrite'>('mode', 'readonly')
  readonly #status = atom<'online' | 'offline'>('status', 'online')
  readonly #listeners = new Set<() => void>()
  #binding: StoreBinding | null = null
  #presence: PresenceBinding | null = null
  #undo: BoardUndo | null = null
  #editor: Editor | null = null
  #archived: boolean
  #retriedAt = 0
  #mayWrite: boolean
  #saved = INITIAL_SAVED_STATE
  #wake: ReturnType<typeof setTimeout> | undefined
  #view: SessionView

  constructor(options: SessionOptions) {
    this.#mayWrite = options.mayWrite
    this.#archived = options.archived
    const mayEdit = options.mayWrite && !options.archived
    this.#mode.set(mayEdit ? 'readwrite' : 'readonly')
    this.#view = {
      connection: { name: 'connecting' },
      saved: 'pending',
      unsaved: false,
      room: 'healthy',
      people: [],
      mayEdit,
      store: null,
      quarantined: 0,
    }
    this.#connection = new BoardConnection({
      origin: location.origin.replace(/^http/, 'ws'),
      boardId: options.boardId,
      doc: this.doc,
      probe: options.probe,
      beforeReceive: () => this.#binding?.flush(),
      onChange: () => this.#connectionChanged(),
      onEvent: (event) => {
        if (event.type === 'readonly') options.onNews({ type: 'refused' })
        else if (event.type === 'role') {
          const changed = (event.role === 'edit') !== this.#mayWrite
          this.#setRights(event.role === 'edit', this.#archived)
          if (changed) options.onNews({ type: 'role', mayEdit: this.#mayWrite })
        } else {
          this.#setRights(this.#mayWrite, event.archived)
          options.onNews({ type: 'title', title: event.title, archived: event.archived })
        }
      },
    })
  }

  get view(): SessionView {
    return this.#view
  }

  get undo(): BoardUndo | null {
    return this.#undo
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Opens the socket; returns how to close everything. */
  open(): () => void {
    const leave = () => this.#binding?.flush()
    const back = () => {
      if (document.visibilityState === 'visible') this.#connection.retryNow()
      else leave()
    }
    const online = () => this.#connection.retryNow()
    window.addEventListener('pagehide', leave)
    window.addEventListener('online', online)
    document.addEventListener('visibilitychange', back)
    this.#connection.connect()
    return () => {
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('online', online)
      document.removeEventListener('visibilitychange', back)
      this.#close()
    }
  }

  retryNow(): void {
    this.#connection.retryNow()
  }

  /** tldraw's editor is there: text, undo steps and shortcuts go through the document from now on. */
  attach(editor: Editor): () => void {
    this.#editor = editor
    const markInHistory = editor.markHistoryStoppingPoint.bind(editor)
    editor.markHistoryStoppingPoint = (name) => {
      this.#undo?.mark()
      return markInHistory(name)
    }
    return () => {
      this.#editor = null
    }
  }

  /** Takes back or repeats my last own step and shows it at once. */
  stepBack(direction: 'undo' | 'redo'): void {
    this.#undo?.[direction]()
    this.#binding?.receive()
  }

  #setRights(mayWrite: boolean, archived: boolean): void {
    this.#mayWrite = mayWrite
    this.#archived = archived
    const may = mayWrite && !archived
    if (!may && this.#mode.get() === 'readwrite') {
      // A text editor that stays open would take words that nobody keeps.
      this.#editor?.complete()
      this.#editor?.setCurrentTool('select')
      this.#binding?.flush()
    }
    this.#mode.set(may ? 'readwrite' : 'readonly')
    this.#show({ mayEdit: may })
  }

  #connectionChanged(): void {
    // The constructor of the connection reports before the field is set.
    const connection = this.#connection as BoardConnection | undefined
    if (!connection) return
    if (connection.synced && this.#binding === null) this.#load()
    this.#status.set(connection.state.name === 'waiting' ? 'offline' : 'online')
    if (connection.state !== this.#view.connection || connection.room !== this.#view.room) {
      this.#show({ connection: connection.state, room: connection.room })
    }
    this.#reckon()
  }

  #load(): void {
    const store = createTLStore({
      schema: boardSchema,
      assets: boardAssets,
      collaboration: { status: this.#status, mode: this.#mode },
    })
    const binding = new StoreBinding({
      store,
      doc: this.doc,
      validate,
      quarantine: () => this.#show({ quarantined: this.#view.quarantined + 1 }),
      writeText: createRichTextWriter(getSchema(tipTapDefaultExtensions)),
      schedule: SCHEDULE,
      liveText: {
        editingId: () => this.#editor?.getEditingShapeId() ?? null,
        show: (id, richText) => this.#editor !== null && showRichText(this.#editor, id, richText),
      },
      canWrite: () => this.#mode.get() === 'readwrite',
      onPending: () => {
        this.#reconnectForWriter()
        this.#reckon()
      },
    })
    this.#binding = binding
    this.#undo = new BoardUndo(this.doc, binding.origin, () => binding.flush())
    const presence = new PresenceBinding({
      store,
      awareness: this.#connection.awareness,
      onPeople: () => this.#show({ people: this.#presence?.people ?? [] }),
    })
    this.#presence = presence
    performance.mark('board-loaded')
    this.#show({ store, people: presence.people })
  }

  /** Whoever writes without a connection waits for it now, not at the end of a long pause. */
  #reconnectForWriter(): void {
    const { state } = this.#connection
    if (state.name !== 'waiting' || Date.now() - this.#retriedAt < RETRY_FOR_WRITER_MS) return
    this.#retriedAt = Date.now()
    this.#connection.retryNow()
  }

  /** Asks the machine what to say now, and again when it wants to be asked. */
  #reckon(): void {
    // A board that is still on its way for the first time is not offline, however long it takes.
    if (this.#binding === null && this.#connection.state.name !== 'waiting') return
    const pending = this.#binding?.pendingSince ?? null
    const unacked = this.#connection.oldestUnsavedAt
    const oldestUnsavedAt = pending === null ? unacked : unacked === null ? pending : Math.min(pending, unacked)
    const facts = { connected: this.#connection.synced, oldestUnsavedAt, room: this.#connection.room }
    const { state, wakeInMs } = nextSavedState(this.#saved, facts, Date.now())
    this.#saved = state
    clearTimeout(this.#wake)
    if (wakeInMs !== null) this.#wake = setTimeout(() => this.#reckon(), wakeInMs)
    const unsaved = oldestUnsavedAt !== null
    if (state.shown !== this.#view.saved || unsaved !== this.#view.unsaved) {
      this.#show({ saved: state.shown, unsaved })
    }
  }

  #show(change: Partial<SessionView>): void {
    this.#view = { ...this.#view, ...change }
    for (const listener of this.#listeners) listener()
  }

  #close(): void {
    clearTimeout(this.#wake)
    this.#presence?.dispose()
    this.#binding?.dispose()
    this.#undo?.destroy()
    this.#connection.destroy()
    this.doc.destroy()
  }
}
