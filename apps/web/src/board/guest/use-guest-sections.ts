import type { BoardRecord } from '@samtavle/shared/board-doc'
import type { Editor } from '@tldraw/tldraw'
import { useEffect, useState } from 'react'
import { type GuestSection, guestSections } from './guest-sections.ts'

/** While many write at once the board is read so often, in ms, and not at every letter. */
const PAUSE_MS = 250

/** What stands on the board, section by section, as it is now. */
export function useGuestSections(editor: Editor): GuestSection[] {
  const [sections, setSections] = useState(() => read(editor))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const renew = () => {
      timer = undefined
      setSections(read(editor))
    }
    const stop = editor.store.listen(
      () => {
        timer ??= setTimeout(renew, PAUSE_MS)
      },
      { scope: 'document' },
    )
    renew()
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [editor])
  return sections
}

const read = (editor: Editor): GuestSection[] =>
  guestSections(editor.store.allRecords() as unknown as readonly BoardRecord[])
