import {
  type BoardRecord,
  type RecordMap,
  type RichTextWriter,
  readRecord,
  richTextFragmentOf,
} from '@samtavle/shared/board-doc'
import { isRichText, readRichText } from '@samtavle/shared/rich-text-doc'
import type * as Y from 'yjs'
import { mergeRichText } from './merge-rich-text.ts'

/** The text editor of the shape that I am writing in, if any. */
export type LiveText = {
  editingId(): string | null
  /** True while letters are being composed: a text that changes under them would break them off. */
  isComposing?(): boolean
  /** Where I stand in the open text, as ProseMirror counts; undefined when it is not open. */
  caret?(): number | undefined
  /** Others are about to change this text: remembers by its letters where I stand in it. */
  keepPlace?(fragment: Y.XmlFragment): void
  /**
   * Brings the open editor to this text, which the fragment holds, without moving the caret; false when no editor is
   * open on that shape yet.
   */
  show(id: string, richText: unknown, fragment?: Y.XmlFragment): boolean
}

type OpenTextOptions = { live: LiveText | undefined; records: RecordMap; writeText: RichTextWriter }

/** The text that is open for writing, between its editor and the document. */
export class OpenText {
  readonly #options: OpenTextOptions
  /** The shape of whose text the document holds more than was shown. */
  #behind: string | null = null

  constructor(options: OpenTextOptions) {
    this.#options = options
  }

  /** The shape that it is on. */
  get id(): string | null {
    return this.#options.live?.editingId() ?? null
  }

  /** The same while what others write in it has to wait. A shape that somebody deleted waits for nothing. */
  get heldId(): string | null {
    const { live, records } = this.#options
    return this.id !== null && live?.isComposing?.() === true && records.has(this.id) ? this.id : null
  }

  /** True when what came in for this shape has to wait; from then on what I write in it is merged with that. */
  holdsBack(id: string): boolean {
    if (this.heldId !== id) return false
    this.#behind = id
    return true
  }

  /** What the document holds of these records is shown. */
  caughtUp(ids: ReadonlySet<string>): void {
    if (this.#behind !== null && ids.has(this.#behind)) this.#behind = null
  }

  /** The document is about to change, by others or by my own undo. */
  keepPlace(): void {
    const { live, records } = this.#options
    const fragment = this.id === null || this.heldId !== null ? undefined : richTextFragmentOf(records, this.id)
    if (fragment !== undefined) live?.keepPlace?.(fragment)
  }

  /** Shows what the document holds. @returns that text, or undefined when it could not be shown */
  show(id: string): unknown {
    const { live, records } = this.#options
    const richText = readRecord(records, id)?.props?.richText
    const isShown = richText !== undefined && live?.show(id, richText, richTextFragmentOf(records, id)) === true
    if (isShown) this.caughtUp(new Set([id]))
    return isShown ? richText : undefined
  }

  /**
   * How what I made of a record's text is written. The fragment holds more than I have seen while others wait for my
   * letters to be composed: then it is merged with theirs.
   */
  writerFor(before: BoardRecord): RichTextWriter {
    const { live, writeText } = this.#options
    const base = before.props?.richText
    if (before.id === this.#behind && isRichText(base)) {
      return (fragment, mine) => writeText(fragment, mergeRichText(base, mine, readRichText(fragment), writeText))
    }
    return before.id === this.id ? (fragment, mine) => writeText(fragment, mine, live?.caret?.()) : writeText
  }
}
