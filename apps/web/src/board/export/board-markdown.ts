import type { ReadSection, WrittenText } from '@samtavle/shared/read-board'
import { cleanText, type ExportWords, sectionTitle } from './export-words.ts'

/**
 * The board as CommonMark: sections and cells as headings, each text as an item that begins with its role and ends
 * with its author.
 */
export function boardMarkdown(title: string, sections: readonly ReadSection[], words: ExportWords): string {
  const blocks = [`# ${heading(title)}`]
  for (const section of sections) {
    blocks.push(`## ${heading(sectionTitle(section, words))}`)
    for (const cell of section.cells) {
      if (cell.title !== undefined) blocks.push(`### ${heading(cell.title)}`)
      blocks.push(cell.texts.map((text) => item(text, words)).join('\n'))
    }
  }
  return `${blocks.join('\n\n')}\n`
}

/** A heading is one line. */
const heading = (text: string): string => escapeWords(cleanText(text).replace(/\s+/gu, ' ').trim())

function item({ role, text, author, example }: WrittenText, words: ExportWords): string {
  const name = role === undefined ? undefined : words.role(role)
  const mark = [name, example ? words.example : undefined].filter((word) => word !== undefined).join(', ')
  const prefix = mark === '' ? '' : `**${escapeWords(mark)}:** `
  const lines = cleanText(text)
    .split('\n')
    .map((line) => escapeLine(line.trim()))
  const body = lines.map((line, i) => {
    const next = lines[i + 1]
    // A backslash keeps the line break; beside an empty line there is a paragraph's already.
    const end = line !== '' && next !== undefined && next !== '' ? '\\' : ''
    return i === 0 || line === '' ? line + end : `  ${line}${end}`
  })
  const by = author === undefined ? '' : words.author(author)
  return `- ${prefix}${body.join('\n')}${by === '' ? '' : ` *(${escapeWords(cleanText(by))})*`}`
}

/**
 * Words as words: nothing in them is a link, code, emphasis or HTML. Tags are written as entities, because not every
 * reader of Markdown knows the backslash before them.
 */
function escapeWords(words: string): string {
  return words
    .replace(/[\\`*[\]#|~$]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** The same for words at the beginning of a line, where signs and numbers would make lists and rules. */
export function escapeLine(line: string): string {
  return escapeWords(line)
    .replace(/^[-+=](?=[-+=\s]|$)/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}
