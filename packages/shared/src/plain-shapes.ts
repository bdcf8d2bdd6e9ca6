import type { BoardRecord } from './board-doc.ts'
import { CARD_TYPE, type CardProps, fieldText, pickedOption } from './card-shape.ts'
import { CHOICE_TYPE, type ChoiceProps, OPTION_SIGNS, optionStates } from './choice-shape.ts'
import { boxOf } from './picture-geometry.ts'
import { richTextOf } from './rich-text-doc.ts'
import { textOn } from './shape-words.ts'
import { isStructured } from './structured-types.ts'

/**
 * Our own shapes for files of other programs, which know none of them: a rectangle with the words, and in its `meta` what
 * it was, so that it becomes that again here.
 */
const KEPT = 'samtavle'

/** The record itself, or the rectangle that stands for it elsewhere. */
export function plainShape(record: BoardRecord): BoardRecord {
  if (!isStructured(record.type)) return record
  const { w, h } = boxOf(record, 0)
  const look = {
    geo: 'rectangle',
    color: 'grey',
    labelColor: 'black',
    fill: 'none',
    dash: 'solid',
    size: 's',
    font: 'sans',
  }
  const set = {
    align: 'start',
    verticalAlign: 'start',
    growY: 0,
    scale: 1,
    url: '',
    richText: richTextOf(plainWords(record)),
  }
  const meta = { ...record.meta, [KEPT]: { type: record.type, props: record.props } }
  return { ...record, type: 'geo', props: { ...look, ...set, w, h }, meta }
}

/** What a rectangle of such a file was here; undefined for any other shape. Whether it is valid has to be checked. */
export function structuredShape(record: BoardRecord): BoardRecord | undefined {
  const kept = record.meta?.[KEPT] as { type?: unknown; props?: unknown } | null | undefined
  if (record.type !== 'geo' || typeof kept !== 'object' || kept === null) return undefined
  if (!isStructured(kept.type)) return undefined
  const { [KEPT]: _kept, ...meta } = record.meta ?? {}
  return { ...record, type: kept.type, props: kept.props as Record<string, unknown>, meta }
}

function plainWords(record: BoardRecord): string {
  if (record.type === CARD_TYPE) return cardWords(record.props as CardProps)
  return record.type === CHOICE_TYPE ? optionWords(record.props as ChoiceProps) : textOn(record)
}

function cardWords(props: CardProps): string {
  const picks = props.picks.map(({ label }, i) => `${label}: ${pickedOption(props, i)?.label ?? '–'}`)
  const fields = props.fields.map(({ label }, i) => `${label}\n${fieldText(props, i)}`)
  return [...picks, ...fields].join('\n')
}

function optionWords(props: ChoiceProps): string {
  const states = optionStates(props)
  return props.options.map(({ label }, i) => `${OPTION_SIGNS[states[i] ?? 'open']} ${label}`).join('\n')
}
