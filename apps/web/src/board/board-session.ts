import type { BoardRole } from '@samtavle/shared/access'
import type { BoardSummary } from '@samtavle/shared/api'
import type { RoomEvent } from '@samtavle/shared/protocol'
import { atom, type Editor } from '@tldraw/tldraw'
import { takeWords } from '../device/device-shelf.ts'
import type { Refusal } from '../sync/connection-options.ts'
import { wordsOfChanges } from '../sync/lost-words.ts'
import { RebuildLimit } from '../sync/rebuild-limit.ts'
import { isOffline } from '../sync/saved-state.ts'
import type { BoardUndo } from '../sync/undo.ts'
import { BackgroundLock } from './background-lock.ts'
import { BoardKeeper } from './board-keeper.ts'
import { BoardLink } from './board-link.ts'
import { createBoardStore } from './board-store.ts'
import { OwnOnly } from './own-only.ts'
import { watchPage } from './page-life.ts'
import { beginRebuild, finishRebuild, type Rebuild, type RebuildCause } from './rebuild.ts'
import { SavedClock } from './saved-clock.ts'
import { isToldOn, type SessionOptions, type SessionRights, type SessionView } from './session-view.ts'
import { ShownView } from './shown-view.ts'
import { BoardText } from './text/board-text.ts'

const RETRY_FOR_WRITER_MS = 5000

/** One open board: document, socket, store, presence, undo, and what is said about saving. Knows no React. */
export class BoardSession {
  /** The text that I have open. */
  readonly text = new BoardText()
  /** Whether I may change what others made. */
  readonly #own = new OwnOnly(() => this.#link.doc)
  /** Whether I may work on what is fixed. */
  readonly lock = new BackgroundLock(() => this.#link, this.#own)
  readonly #options: SessionOptions
  readonly #mode = atom<'readonly' | 'readwrite'>('mode', 'readonly')
  readonly #status = atom<'online' | 'offline'>('status', 'online')
  readonly #rebuilds = new RebuildLimit()
  #link: BoardLink
  #rebuild: Rebuild | null = null
  /** True while a document is given up or tied to the store: what its connection reports is looked at afterwards. */
  #busy = false
  #editor: Editor | null = null
  #archived: boolean
  #retriedAt = 0
  #rights: SessionRights
  readonly #saved = new SavedClock(() => this.#reckon())
  readonly #shown: ShownView

  constructor(options: SessionOptions) {
    this.#options = options
    this.#rights = options.rights
    this.#archived = options.archived
    this.#own.setHeld(!options.rights.mayChangeOthers)
    this.#own.onRefused(() => options.onNews({ type: 'not-mine' }))
    const mayEdit = options.rights.mayWrite && !options.archived
    this.#mode.set(mayEdit ? 'readwrite' : 'readonly')
    this.#shown = new ShownView(mayEdit)
    this.#link = this.#newLink(true)
  }

  get view(): SessionView {
    return this.#shown.now
  }

  get undo(): BoardUndo | null {
    return this.#link.bound?.undo ?? null
  }

  /** The document as it is now, to be read and not kept: another may take its place. */
  get present(): Pick<BoardLink, 'doc' | 'generation'> {
    return this.#link
  }

  /** The words that I wrote and that are not known to be kept. */
  get unsavedWords(): string[] {
    return wordsOfChanges(this.#rebuild?.changes ?? this.#link.changes.all)
  }

  /** Calls when the view has changed; returns how to stop. */
  get subscribe(): (listener: () => void) => () => void {
    return this.#shown.subscribe
  }

  /** Opens the socket; returns how to close everything. */
  open(): () => void {
    const stop = watchPage({ leave: () => this.#link.flush(), back: () => this.#link.connection.retryNow() })
    this.#link.connection.connect()
    return () => {
      stop()
      this.#saved.stop()
      this.#link.close()
    }
  }

  retryNow(): void {
    this.#link.connection.retryNow()
  }

  /** tldraw's editor is there: text, undo steps and shortcuts go through the document from now on. */
  attach(editor: Editor): () => void {
    this.#editor = editor
    this.lock.follow(editor)
    const markInHistory = editor.markHistoryStoppingPoint.bind(editor)
    editor.markHistoryStoppingPoint = (name) => {
      this.undo?.mark()
      return markInHistory(name)
    }
    const letGo = this.text.attach(editor)
    return () => {
      letGo()
      this.#editor = null
    }
  }

  /** Takes back or repeats my last own step and shows it at once. */
  stepBack(direction: 'undo' | 'redo'): void {
    const { bound } = this.#link
    if (bound === null || this.#mode.get() === 'readonly') return
    // What is undone is compared with what is shown, and that must be all there is.
    bound.binding.receive()
    bound.undo[direction]()
    bound.binding.receive()
  }

  #newLink(beginsHere: boolean): BoardLink {
    const { boardId, probe, firstState, keeping } = this.#options
    return new BoardLink({
      origin: location.origin.replace(/^http/, 'ws'),
      boardId,
      probe,
      firstState,
      keeper: keeping && new BoardKeeper(keeping, () => this.#reckon()),
      beginsHere,
      onChange: () => this.#connectionChanged(),
      onEvent: (event) => this.#hear(event),
    })
  }

  #hear(event: RoomEvent): void {
    if (event.type === 'readonly') {
      if (!this.#startRebuild('readonly', null)) this.#link.connection.end('rebuild')
    } else if (event.type === 'role') this.#hearRole(event.role)
    else if (event.type === 'own') {
      this.#own.learn(event.clients)
      // Only contributors are told: I became one while nobody could tell me.
      if (this.#rights.mayChangeOthers) this.#hearRole('contribute')
    } else if (isToldOn(event)) this.#options.onNews(event)
    else if (event.type === 'board') {
      this.#archived = event.archived
      this.#setRights(this.#rights)
      this.#options.onNews({ type: 'title', title: event.title, archived: event.archived })
    }
  }

  /** Less counts at once; what a role allows beyond that, the page finds out and says. */
  #hearRole(role: BoardRole): void {
    const mayWrite = this.#rights.mayWrite && role !== 'view'
    const mayChangeOthers = this.#rights.mayChangeOthers && mayWrite && role !== 'contribute'
    this.#setRights({ mayWrite, mayChangeOthers, mayFix: false })
    this.#options.onNews({ type: 'role', role })
  }

  /** What my role and the state of the board are, as the list of boards says. */
  learn(board: BoardSummary, rights: SessionRights): void {
    this.#link.keeper?.learn(board)
    this.#archived = board.state !== 'active'
    this.#setRights(rights)
  }

  #setRights(rights: SessionRights): void {
    this.lock.setRight(rights.mayFix)
    this.#own.setHeld(!rights.mayChangeOthers)
    this.#rights = rights
    this.#settleMode()
  }

  /** May I write now? When not, what is open for writing is closed, and what I had written goes on its way first. */
  #settleMode(): void {
    const mayEdit = this.#rights.mayWrite && !this.#archived
    // Without a connection everybody writes into the tab alone, whatever the room said last.
    const paused =
      this.#rebuild !== null || (this.#link.connection.room === 'read-only' && !isOffline(this.#saved.shown))
    const mode = mayEdit && !paused ? 'readwrite' : 'readonly'
    if (mode === 'readonly' && this.#mode.get() === 'readwrite') {
      // A text editor that stays open would take words that nobody keeps.
      this.#editor?.complete()
      this.#editor?.setCurrentTool('select')
      this.#link.bound?.binding.flush()
    }
    if (mode !== this.#mode.get()) this.#mode.set(mode)
    this.#shown.show({ mayEdit, paused })
  }

  #connectionChanged(): void {
    if (this.#busy) return
    const link = this.#link
    const { connection } = link
    const { state, refusal } = connection
    if (state.name === 'ended' && state.reason === 'rebuild') {
      if (this.#startRebuild(refusal?.type ?? 'restored', refusal)) return
    }
    if (state.name === 'ended' && state.reason !== 'signedOut') void link.keeper?.giveUp(this.unsavedWords)
    if (link.bound === null && (this.#rebuild === null ? connection.loaded : connection.synced)) this.#bind()
    this.#status.set(connection.state.name === 'waiting' ? 'offline' : 'online')
    this.#shown.show({ connection: connection.state, room: connection.room })
    this.#reckon()
  }

  /**
   * The server does not take this document: it is given up, and a fresh one opened, while the page shows the old one.
   * False when that has happened too often.
   */
  #startRebuild(cause: RebuildCause, refusal: Refusal | null): boolean {
    const verdict = this.#rebuilds.take(Date.now())
    // A full board is no fault of the document's: whoever tries again is told again.
    if (verdict === 'stop' && cause !== 'full') return false
    this.#busy = true
    const former = this.#link
    const { changes } = former
    const isLastTry = verdict !== 'replay'
    if (this.#rebuild === null) {
      this.#rebuild = beginRebuild(former, cause, refusal, isLastTry)
      // Whoever writes is stopped here, and the last letters are among the changes.
      this.#settleMode()
      this.#rebuild = { ...this.#rebuild, changes: changes.all }
    } else if (isLastTry) this.#rebuild = { ...this.#rebuild, cause: 'discarded' }
    // What was refused must not come from the device again. The words stay there until they are on the board.
    const givenUp = former.keeper?.giveUp(this.unsavedWords)
    former.close()
    this.#link = this.#newLink(false)
    this.#busy = false
    const next = this.#link.connection
    if (givenUp === undefined) next.connect()
    else void givenUp.then(() => next.connect())
    return true
  }

  #bind(): void {
    this.#busy = true
    const link = this.#link
    const rebuild = this.#rebuild
    const done = rebuild === null ? null : finishRebuild(link, rebuild, this.lock)
    const collaboration = { status: this.#status, mode: this.#mode }
    const store = this.view.store ?? createBoardStore(this.#options.boardId, collaboration)
    const { presence } = link.bind(store, {
      onQuarantined: (quarantined) => this.#shown.show({ quarantined }),
      text: this.text,
      lock: this.lock,
      canWrite: () => this.#mode.get() === 'readwrite',
      onBeyondLimit: () => this.#options.onNews({ type: 'beyond-limit' }),
      onPending: () => {
        this.#reconnectForWriter()
        this.#reckon()
      },
      onPeople: () => this.#shown.show({ people: this.#link.bound?.presence.people ?? [] }),
    })
    this.#rebuild = null
    this.#busy = false
    const isFirst = this.view.store === null
    if (isFirst) performance.mark('board-loaded')
    this.#settleMode()
    this.#shown.show({ store, people: presence.people })
    if (done === null || isFirst) return
    const { cause, lost } = done
    const { boardId, keeping } = this.#options
    const words = wordsOfChanges(lost)
    const onBoard = wordsOfChanges(rebuild?.changes ?? []).filter((text) => !words.includes(text))
    if (keeping !== null) void takeWords(keeping.personId, boardId, onBoard)
    this.#options.onNews({ type: 'rebuilt', cause, lost: lost.length > 0, words })
  }

  /** Whoever writes without a connection waits for it now, not at the end of a long pause. */
  #reconnectForWriter(): void {
    const { connection } = this.#link
    if (connection.state.name !== 'waiting' || Date.now() - this.#retriedAt < RETRY_FOR_WRITER_MS) return
    this.#retriedAt = Date.now()
    connection.retryNow()
  }

  #reckon(): void {
    const link = this.#link
    const { connection } = link
    // A board that is still on its way for the first time is not offline, however long it takes.
    if (this.#busy || (this.view.store === null && connection.state.name !== 'waiting')) return
    link.settle()
    const rescued = this.#rebuild?.changes[0]?.at
    const oldestUnsavedAt = rescued ?? link.oldestUnsavedAt
    const device = rescued === undefined ? link.device : 'off'
    const { room, synced: connected } = connection
    const facts = { connected, oldestUnsavedAt, room, device, writingSince: link.writingSince }
    const saved = this.#saved.tell(facts, connected || connection.state.name === 'waiting')
    const unsaved = oldestUnsavedAt !== null
    const here = { onlyHere: unsaved && device !== 'kept', keepsHere: device !== 'off', waiting: link.changes.count }
    this.#shown.show({ saved, unsaved, ...here })
    this.#settleMode()
  }
}
