import { useEffect, useRef, useState } from 'react'
import { openTable } from './open-table.ts'
import { type Columns, guessColumns, hasHeading } from './table-columns.ts'
import type { OpenedTable, Sheet } from './table-file.ts'

/** What the person says about the rows of one sheet; guessed until they do. */
export type TableChoice = { sheet: number; withHeading: boolean; columns: Columns }

const NO_ROWS: Sheet = { name: '', rows: [] }

function guess(sheets: readonly Sheet[], sheet: number, said?: boolean): TableChoice {
  const { rows } = sheets[sheet] ?? NO_ROWS
  const withHeading = said ?? hasHeading(rows)
  return { sheet, withHeading, columns: guessColumns(rows, withHeading) }
}

/** The file that is chosen, what was read in it, and what its columns are taken for. */
export function useTableFile(first: File | null) {
  const [file, setFile] = useState<File | null>(null)
  const [opened, setOpened] = useState<OpenedTable | null>(null)
  const [choice, setChoice] = useState<TableChoice>({ sheet: 0, withHeading: false, columns: {} })
  /** Reading a large file takes a while: only the one chosen last counts. */
  const reading = useRef(new AbortController())

  const choose = async (next: File | undefined) => {
    reading.current.abort()
    const mine = new AbortController()
    reading.current = mine
    setOpened(null)
    setFile(next ?? null)
    if (next === undefined) return
    const result = await openTable(next, mine.signal)
    if (mine.signal.aborted) return
    if (result.ok) setChoice(guess(result.sheets, 0))
    setOpened(result)
  }
  const start = useRef(choose)
  useEffect(() => {
    if (first !== null) void start.current(first)
    return () => reading.current.abort()
  }, [first])

  const sheets = opened?.ok ? opened.sheets : []
  return {
    file,
    opened,
    isReading: file !== null && opened === null,
    sheets,
    rows: sheets[choice.sheet]?.rows ?? NO_ROWS.rows,
    choice,
    choose: (next: File | undefined) => void choose(next),
    chooseSheet: (sheet: number) => setChoice(guess(sheets, sheet)),
    chooseHeading: (withHeading: boolean) => setChoice((now) => guess(sheets, now.sheet, withHeading)),
    chooseColumn: (use: keyof Columns, column: number | undefined) =>
      setChoice((now) => ({ ...now, columns: { ...now.columns, [use]: column } })),
  }
}

export type TableFile = ReturnType<typeof useTableFile>
