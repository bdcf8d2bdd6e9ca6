import type { Localised } from './locale.ts'
import { numbered } from './numbered-props.ts'
import {
  isLabel,
  keyProp,
  labelProp,
  lengthProp,
  oneOf,
  optionalFlagProp,
  type PropCheck,
  partsProp,
} from './prop-checks.ts'

/** A question with options to be ticked, as a shape of the canvas. The words of people are none of it but the question. */
export const CHOICE_TYPE = 'samtavle-choice'
export const CHOICE_OPTIONS_MAX = 12
/** In px. */
export const CHOICE_WIDTH = { least: 120, most: 4000 } as const

/** An option; `key` never changes, `label` is what people read. */
export type ChoiceOption = { readonly key: string; readonly label: string }
/** `one`: at most one is ticked. `several`: any of them. `step`: one is where the team stands, those before it are done. */
export const CHOICE_KINDS = ['one', 'several', 'step'] as const
export type ChoiceKind = (typeof CHOICE_KINDS)[number]

/** Of several ticks each is a prop of its own, so that two people who tick different ones at once both keep theirs. */
type Ticks = { readonly [tick in `tick${number}`]?: boolean }
export type ChoiceProps = Ticks & {
  /** In px; the height follows from the words. */
  readonly w: number
  readonly textSize: number
  /** Read out with the options; empty where a heading beside the choice says it. */
  readonly question: string
  readonly kind: ChoiceKind
  readonly options: readonly ChoiceOption[]
  /** Key of the ticked option, empty for none; not for `several`. */
  readonly chosen: string
}

const TICKS = numbered('tick', CHOICE_OPTIONS_MAX)

export const choicePropChecks: Readonly<Record<string, PropCheck<unknown>>> = {
  w: lengthProp(CHOICE_WIDTH.least, CHOICE_WIDTH.most),
  textSize: lengthProp(8, 200),
  question: labelProp,
  kind: oneOf(CHOICE_KINDS),
  options: partsProp<ChoiceOption>(CHOICE_OPTIONS_MAX, ({ label }) => isLabel(label)),
  chosen: keyProp,
  ...Object.fromEntries(TICKS.map((tick) => [tick, optionalFlagProp])),
}

/** How an option stands: `here` and `passed` are of steps. */
export type OptionState = 'open' | 'ticked' | 'here' | 'passed'

/** Says it where only letters are drawn. */
export const OPTION_SIGNS: Readonly<Record<OptionState, string>> = { open: '○', ticked: '✔', here: '◀', passed: '✔' }

const STATE_WORDS: Readonly<Record<Exclude<OptionState, 'open'>, Localised>> = {
  ticked: { da: 'Valgt', en: 'Chosen', nb: 'Valgt' },
  here: { da: 'Her nu', en: 'Here now', nb: 'Her nå' },
  passed: { da: 'Færdig', en: 'Done', nb: 'Ferdig' },
}

/** What is said of an option that is not open. */
export const stateWords = (state: OptionState): Localised | undefined =>
  state === 'open' ? undefined : STATE_WORDS[state]

/** How each of the options stands, in order. */
export function optionStates(props: ChoiceProps): OptionState[] {
  const { kind, options, chosen } = props
  if (kind === 'several') return options.map((_, i) => (props[`tick${i + 1}`] === true ? 'ticked' : 'open'))
  const at = options.findIndex(({ key }) => key === chosen)
  if (kind === 'one') return options.map((_, i) => (i === at ? 'ticked' : 'open'))
  return options.map((_, i) => (i === at ? 'here' : i < at ? 'passed' : 'open'))
}

/** The props that change when somebody ticks this option, or takes its tick away. */
export function tickChange(props: ChoiceProps, index: number): Partial<ChoiceProps> {
  const option = props.options[index]
  if (option === undefined) return {}
  if (props.kind === 'several') return { [`tick${index + 1}`]: props[`tick${index + 1}`] !== true }
  return { chosen: props.chosen === option.key ? '' : option.key }
}

/** The words of what is ticked; of steps the one where the team stands. */
export function chosenWords(props: ChoiceProps): string[] {
  const states = optionStates(props)
  return props.options.filter((_, i) => states[i] === 'ticked' || states[i] === 'here').map(({ label }) => label)
}
