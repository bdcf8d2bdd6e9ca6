import { readFileSync } from 'node:fs'

/** The agreed specification of the board templates, read from its tables. */
export const SPECIFICATION = readFileSync(new URL('../fixtures/templates-spec.md', import.meta.url), 'utf8')

export type Row = readonly string[]

/** The part of the specification under the heading of the second level that this matches. */
export function chapterOf(title: RegExp): string {
  const found = SPECIFICATION.split(/^(?=## )/m).find((part) => title.test(part))
  if (!found) throw new Error(`no chapter ${title}`)
  return found
}

/** The rows of the table under a bold title, without its head; none when there is no such title. */
export function tableIn(text: string, title: string): Row[] {
  const after = text.split(`**${title}**`)[1]
  return after === undefined ? [] : rowsOf(after.slice(after.indexOf('\n|') + 1))
}

/** The rows of the table that a text begins with, without its head. */
export function rowsOf(text: string): Row[] {
  const lines = text.trimStart().split('\n')
  const end = lines.findIndex((line) => !line.startsWith('|'))
  return lines.slice(2, end === -1 ? undefined : end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

/** A cell without the marks around its words. */
export const bare = (cell = ''): string => cell.replace(/^[`*]+|[`*]+$/g, '')
