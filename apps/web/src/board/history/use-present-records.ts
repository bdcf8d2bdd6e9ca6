import type { BoardRecord } from '@samtavle/shared/board-doc'
import type { Editor } from '@tldraw/tldraw'
import { useEffect, useState } from 'react'
import { documentRecords } from '../export/board-backup.ts'

/** What others do while one looks at a version is reckoned in so long after they did it, in ms. */
const AFTER_MS = 800

/** What is on the board now, followed at a distance: the whole of it is compared every time. */
export function usePresentRecords(editor: Editor): readonly BoardRecord[] {
  const [records, setRecords] = useState(() => documentRecords(editor.store))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    setRecords(documentRecords(editor.store))
    const stop = editor.store.listen(
      () => {
        timer ??= setTimeout(() => {
          timer = undefined
          setRecords(documentRecords(editor.store))
        }, AFTER_MS)
      },
      { scope: 'document' },
    )
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [editor])
  return records
}
