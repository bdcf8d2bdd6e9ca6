import type { BoardMeta } from '@samtavle/shared/board-meta'
import { cardLayout } from '@samtavle/shared/card-layout'
import { CARD_TYPE } from '@samtavle/shared/card-shape'
import { choiceLayout } from '@samtavle/shared/choice-layout'
import { CHOICE_OPTIONS_MAX, CHOICE_TYPE, type ChoiceProps } from '@samtavle/shared/choice-shape'
import type { Locale } from '@samtavle/shared/locale'

/** What people do in a section: put notes there, write a text, choose, or fill in a card. */
export const SECTION_KINDS = ['notes', 'text', 'choice', 'idea', 'trial'] as const
export type SectionKind = (typeof SECTION_KINDS)[number]

/** A written option, in UTF-16 units, and how many there may be. */
export const OPTION_MAX = 120
export const OPTIONS = { least: 2, most: CHOICE_OPTIONS_MAX } as const

/** In px at 100 % zoom. */
const PADDING = 40
const GAP = 24
const TEXT_SIZE = 26
const OPTION_SIZE = 22
/** Least height of what is filled in. */
const LEAST = 200

type Wanted = {
  kind: SectionKind
  options: readonly string[]
  locale: Locale
  /** What the options answer. */
  question: string
  /** Of the section, and where its labels end, in px. */
  size: Readonly<{ w: number; h: number }>
  below: number
}
/** A shape inside a section, and how high the section must be for it. */
type Content = { shape: { type: string; x: number; y: number; props: object; meta: BoardMeta } | null; h: number }

/** Options as they were typed, one a line; undefined when they are too few, too many, too long or the same. */
export function typedOptions(typed: string): string[] | undefined {
  const lines = typed
    .split('\n')
    .map((line) => line.replace(/\p{Cc}+/gu, ' ').trim())
    .filter((line) => line !== '')
  const isSound =
    lines.length >= OPTIONS.least &&
    lines.length <= OPTIONS.most &&
    new Set(lines).size === lines.length &&
    lines.every((line) => line.length <= OPTION_MAX)
  return isSound ? lines : undefined
}

/** What people fill in; null for notes, which they bring themselves. */
export async function sectionContent({ kind, options, locale, question, size, below }: Wanted): Promise<Content> {
  if (kind === 'notes') return { shape: null, h: size.h }
  const at = { x: PADDING, y: below + GAP }
  const w = size.w - 2 * PADDING
  const room = Math.max(LEAST, size.h - at.y - PADDING)
  const highFor = (content: number) => Math.max(size.h, Math.ceil(at.y + content + PADDING))
  if (kind === 'text') {
    const look = { geo: 'rectangle', color: 'grey', fill: 'none', dash: 'solid', size: 's', font: 'sans' } as const
    const props = { ...look, w, h: room, scale: TEXT_SIZE / 18, align: 'start', verticalAlign: 'start' } as const
    return { shape: { ...at, type: 'geo', props, meta: { part: 'text' } }, h: highFor(room) }
  }
  if (kind === 'choice') {
    const named = options.map((label, i) => ({ key: `svar-${i + 1}`, label }))
    const props: ChoiceProps = { w, textSize: OPTION_SIZE, question, kind: 'one', options: named, chosen: '' }
    const h = highFor(choiceLayout(props).h)
    return { shape: { ...at, type: CHOICE_TYPE, props, meta: { part: 'choice' } }, h }
  }
  const { newCard } = await import('@samtavle/shared/card-kinds')
  const props = newCard(kind, locale, { w, h: room, framed: false })
  return { shape: { ...at, type: CARD_TYPE, props, meta: { part: 'card' } }, h: highFor(cardLayout(props).h) }
}
