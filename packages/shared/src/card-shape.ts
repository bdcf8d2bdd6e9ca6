import { numbered } from './numbered-props.ts'
import {
  flagProp,
  isKey,
  isLabel,
  labelProp,
  lengthProp,
  optionalKeyProp,
  optionalTextProp,
  type PropCheck,
  partsProp,
} from './prop-checks.ts'

/** A card with named fields and, where it has one, a status: an idea card, a trial-action card. A shape of the canvas. */
export const CARD_TYPE = 'samtavle-card'
export const CARD_FIELDS_MAX = 12
export const CARD_PICKS_MAX = 2
const PICK_OPTIONS_MAX = 8
/** In px. */
export const CARD_WIDTH = { least: 240, most: 4000 } as const

/** Width and least height of a card that lies on its own, in px. */
export const CARD_SIZE = { w: 520, h: 900 } as const

/** A field; `key` never changes. `hint` stands in it while it is empty, and may be empty too. */
export type CardField = { readonly key: string; readonly label: string; readonly hint: string }
/** What can be picked; `needs` names the fields that must be filled in first. */
export type CardOption = { readonly key: string; readonly label: string; readonly needs?: readonly string[] }
/** A status, or an outcome: one of a few words. */
export type CardPick = { readonly key: string; readonly label: string; readonly options: readonly CardOption[] }

/**
 * What is written in each field and what is picked are props of their own, so that two people who write in different
 * fields at once both keep their words. `text1` belongs to the first field.
 */
type Written = { readonly [text in `text${number}`]?: string } & { readonly [pick in `pick${number}`]?: string }
export type CardProps = Written & {
  readonly w: number
  /** What the card is high at least, in px; it grows with its words. */
  readonly h: number
  /** What it is, as it is read out: "Idea card". */
  readonly name: string
  /** False where it lies on the sheet of a section and needs none of its own. */
  readonly framed: boolean
  readonly fields: readonly CardField[]
  readonly picks: readonly CardPick[]
}

const isOption = (option: Record<string, unknown>): boolean => {
  const { label, needs } = option
  if (!isLabel(label)) return false
  return needs === undefined || (Array.isArray(needs) && needs.length <= CARD_FIELDS_MAX && needs.every(isKey))
}
const options = partsProp<CardOption>(PICK_OPTIONS_MAX, isOption)

function isPick({ label, options: held }: Record<string, unknown>): boolean {
  options.validate(held)
  return isLabel(label)
}

export const cardPropChecks: Readonly<Record<string, PropCheck<unknown>>> = {
  w: lengthProp(CARD_WIDTH.least, CARD_WIDTH.most),
  h: lengthProp(1, 20_000),
  name: labelProp,
  framed: flagProp,
  fields: partsProp<CardField>(CARD_FIELDS_MAX, ({ label, hint }) => isLabel(label) && isLabel(hint)),
  picks: partsProp<CardPick>(CARD_PICKS_MAX, isPick),
  ...Object.fromEntries(numbered('text', CARD_FIELDS_MAX).map((text) => [text, optionalTextProp])),
  ...Object.fromEntries(numbered('pick', CARD_PICKS_MAX).map((pick) => [pick, optionalKeyProp])),
}

/** What is written in the field at this place, from 0. */
export const fieldText = (props: CardProps, index: number): string => props[`text${index + 1}`] ?? ''

/** What is picked at this place, from 0; undefined for nothing. */
export const pickedOption = (props: CardProps, index: number): CardOption | undefined =>
  props.picks[index]?.options.find(({ key }) => key === props[`pick${index + 1}`])

/** Names of the fields that have to be filled in before this can be picked. */
export function missingFor(props: CardProps, { needs = [] }: CardOption): string[] {
  return props.fields
    .filter(({ key }, i) => needs.includes(key) && fieldText(props, i).trim() === '')
    .map(({ label }) => label)
}

/** What people wrote on the card, field by field, and at last what they picked; only what there is. */
export function cardParts(props: CardProps): { key: string; label: string; text: string }[] {
  const written = props.fields.map(({ key, label }, i) => ({ key, label, text: fieldText(props, i).trim() }))
  const picked = props.picks.map(({ key, label }, i) => ({ key, label, text: pickedOption(props, i)?.label ?? '' }))
  return [...written, ...picked].filter(({ text }) => text !== '')
}
