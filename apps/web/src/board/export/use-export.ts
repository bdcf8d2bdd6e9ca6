import type { BoardSummary } from '@samtavle/shared/api'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import type { Editor } from '@tldraw/tldraw'
import { useEffect, useRef, useState } from 'react'
import { saveFile } from '../../device/save-file.ts'
import { membersQuery } from '../../queries.ts'
import type { ExportChoice } from './export-choice.ts'
import { type ExportResult, exportFiles } from './export-files.ts'
import type { ExportWords } from './export-words.ts'
import { exportWork } from './export-work.ts'
import { countLeftOut, type PicturesLeftOut } from './picture-data.ts'

export type ExportState =
  | { name: 'choosing' }
  | { name: 'working'; share: number }
  /** Pictures are missing in the files: they are saved when the person says so. */
  | { name: 'lacking'; leftOut: PicturesLeftOut; result: ExportResult }
  /** Nothing was in what was chosen, the person stopped it, or it went wrong. */
  | { name: 'nothing' | 'stopped' | 'failed' }

const noName = (): string => ''

/** Names of those on a board, by their ids. Without the server nobody has one, and the file comes all the same. */
async function namesOn(queries: QueryClient, boardId: string): Promise<ExportWords['author']> {
  try {
    const query = { ...membersQuery(boardId), networkMode: 'always', retry: false } as const
    const names = new Map((await queries.fetchQuery(query)).map(({ userId, name }) => [userId, name]))
    return (id) => names.get(id) ?? ''
  } catch {
    return noName
  }
}

/** Makes the files and saves them. Stopped, also by leaving, it saves nothing. */
export function useExport(
  board: BoardSummary,
  editor: Editor,
  words: Omit<ExportWords, 'author'>,
  onSaved: (result: ExportResult) => void,
) {
  const queries = useQueryClient()
  const [state, setState] = useState<ExportState>({ name: 'choosing' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const save = (result: ExportResult) => {
    for (const { name, type, content } of result.files) saveFile(name, type, content)
    onSaved(result)
  }
  const run = async (choice: ExportChoice) => {
    if (running.current !== null) return
    const controller = new AbortController()
    running.current = controller
    const { signal } = controller
    setState({ name: 'working', share: 0 })
    try {
      const work = exportWork(signal, (share) => setState({ name: 'working', share }))
      const author = choice.format === 'csv' || choice.format === 'markdown' ? await namesOn(queries, board.id) : noName
      const result = await exportFiles(board, editor, choice, { ...words, author }, work, new Date())
      signal.throwIfAborted()
      running.current = null
      const { files, note } = result
      if (files.length === 0) setState({ name: 'nothing' })
      else if (note !== undefined && 'missing' in note && countLeftOut(note) > 0)
        setState({ name: 'lacking', leftOut: note, result })
      else save(result)
    } catch (failure) {
      running.current = null
      setState({ name: signal.aborted ? 'stopped' : 'failed' })
      // Without a connection, parts of the app may not come; everything else is ours to mend.
      if (!signal.aborted && navigator.onLine) reportError(failure)
    }
  }
  return {
    state,
    run,
    /** Saves what was made although pictures are missing. */
    saveLacking: () => state.name === 'lacking' && save(state.result),
    stop: () => running.current?.abort(),
    /** Another choice makes what was said of the last one untrue. */
    choose: () => setState((now) => (now.name === 'working' ? now : { name: 'choosing' })),
  }
}
