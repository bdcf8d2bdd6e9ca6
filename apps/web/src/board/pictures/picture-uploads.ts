import { ASSET_LIMITS } from '@samtavle/shared/board-asset'
import type { Editor, VecLike } from '@tldraw/tldraw'
import { ApiError, api, type FailureCode } from '../../api-client.ts'
import type { Sending } from '../../send-bytes.ts'
import { sendPicture } from '../../send-picture.ts'
import { choosePictures } from './choose-pictures.ts'
import { pictureName } from './picture-name.ts'
import { placePictures, type SentPicture } from './place-pictures.ts'

/** Files that one drop may hold. */
export const PICTURES_AT_ONCE = 20
/** What the server reads; asked before anything is sent, judged by the server. */
const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const

export type PictureFailure = { name: string; code: FailureCode | 'svg' }

/** What the page is told. */
export type PictureNews = {
  onPlaced(count: number): void
  /** None of them is on the board; what else was dropped with them may be. */
  onFailed(failures: readonly PictureFailure[]): void
  onTooMany(): void
}

/** What is on its way: which of how many, and the share of all bytes that have gone, 0–1. */
export type UploadState = { number: number; count: number; share: number }

/**
 * Pictures on their way to one board, one after the other. Those of one drop come on the board together, when the last
 * one is there, so that one undo takes them back.
 */
export class PictureUploads {
  readonly #boardId: string
  readonly #editor: Editor
  readonly #news: () => PictureNews
  readonly #listeners = new Set<() => void>()
  #state: UploadState | null = null
  #turn: Promise<unknown> = Promise.resolve()
  #cancel = new AbortController()

  constructor(boardId: string, editor: Editor, news: () => PictureNews) {
    this.#boardId = boardId
    this.#editor = editor
    this.#news = news
  }

  get state(): UploadState | null {
    return this.#state
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Lets the person choose pictures of this device. */
  choose(): void {
    if (!this.#editor.getIsReadonly()) choosePictures(PICTURE_TYPES, (files) => this.add(files))
  }

  /** Takes files that were dropped, pasted or chosen. Nothing happens on a board that is only read. */
  add(files: readonly File[], point?: VecLike): void {
    if (this.#editor.getIsReadonly() || files.length === 0) return
    if (files.length > PICTURES_AT_ONCE) {
      this.#news().onTooMany()
      return
    }
    const { signal } = this.#cancel
    void this.#next(() => this.#upload(files, signal, point))
  }

  /** One picture for a record that is on the board already, such as a pasted one. Undefined when it was refused. */
  async addOne(file: File): Promise<SentPicture | undefined> {
    const sent: SentPicture[] = []
    const { signal } = this.#cancel
    await this.#next(() => this.#send([file], signal, sent))
    return sent[0]
  }

  /** Stops what is on its way and what waits; pictures that are on the board stay. */
  cancel(): void {
    this.#cancel.abort()
    this.#cancel = new AbortController()
  }

  /** What failed before, however, does not keep what comes now from going. */
  #next(work: () => Promise<unknown>): Promise<unknown> {
    this.#turn = this.#turn.then(work, work)
    return this.#turn
  }

  async #upload(files: readonly File[], signal: AbortSignal, point: VecLike | undefined): Promise<void> {
    const sent: SentPicture[] = []
    const cancelled = await this.#send(files, signal, sent)
    if (cancelled || sent.length === 0) return
    if (this.#editor.isDisposed) return
    // The right may have been withdrawn meanwhile; then the server keeps them for nothing, for a while.
    if (this.#editor.getIsReadonly()) {
      this.#news().onFailed([{ name: '', code: 'forbidden' }])
      return
    }
    placePictures(this.#editor, sent, point)
    this.#news().onPlaced(sent.length)
  }

  /** @returns whether it was cancelled */
  async #send(files: readonly File[], signal: AbortSignal, sent: SentPicture[]): Promise<boolean> {
    const failures: PictureFailure[] = []
    const bytes = files.reduce((sum, { size }) => sum + size, 0)
    let gone = 0
    for (const [i, file] of files.entries()) {
      if (signal.aborted) break
      const name = pictureName(file.name)
      const at = (share: number) =>
        this.#show({ number: i + 1, count: files.length, share: bytes === 0 ? 0 : (gone + file.size * share) / bytes })
      at(0)
      const code = refusalBefore(file)
      if (code !== undefined) failures.push({ name, code })
      else {
        try {
          const toBoard = (sending: Sending) => api.addBoardAsset(this.#boardId, file, sending)
          sent.push({ asset: await sendPicture(toBoard, { signal, onProgress: at }), name })
        } catch (failure) {
          if (signal.aborted) break
          failures.push({ name, code: failure instanceof ApiError ? failure.code : 'internal' })
        }
      }
      gone += file.size
    }
    this.#show(null)
    if (failures.length > 0 && !signal.aborted) this.#news().onFailed(failures)
    return signal.aborted
  }

  #show(state: UploadState | null): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

/** What can be told without sending it. */
function refusalBefore({ type, size }: File): PictureFailure['code'] | undefined {
  if (type === 'image/svg+xml') return 'svg'
  if (type !== '' && !PICTURE_TYPES.some((known) => known === type)) return 'not_a_picture'
  if (size > ASSET_LIMITS.bytes) return 'too_large'
  return navigator.onLine ? undefined : 'network'
}
