import type { ShownChange } from './shown-changes.ts'

const MOST = 80
const short = (words: string): string => {
  const line = words.replace(/\s+/gu, ' ')
  return line.length > MOST ? `${line.slice(0, MOST).trimEnd()}…` : line
}

/** Kinds of shapes that have a name of their own in the texts. */
const KINDS: Readonly<Record<string, string>> = {
  note: 'note',
  frame: 'section',
  text: 'text',
  arrow: 'arrow',
  line: 'line',
  draw: 'drawing',
  highlight: 'drawing',
  image: 'picture',
}

export type ChangeText = (key: string, values?: Record<string, string>) => string

/** One change in words: »Seddel flyttet: »Ingen ringede««. */
export function changeWords(change: ShownChange, t: ChangeText): { title: string; was: string; is: string } {
  const { kind, parts, before, after, type } = change
  const shape = t(`shape_${KINDS[type] ?? 'other'}`)
  const said = parts.map((part) => t(`part_${part}`)).join(', ')
  const title = kind === 'changed' ? t('changeParts', { shape, parts: said }) : t(`change_${kind}`, { shape })
  if (kind !== 'changed') return { title, was: '', is: short(kind === 'added' ? after : before) }
  return parts.includes('words')
    ? { title, was: short(before), is: short(after) }
    : { title, was: '', is: short(after) }
}
