import type { BoardMeta } from '@samtavle/shared/board-meta'
import { choiceLayout } from '@samtavle/shared/choice-layout'
import { CHOICE_TYPE, type ChoiceOption, type ChoiceProps } from '@samtavle/shared/choice-shape'
import type { Drawing } from './drawing.ts'
import type { Locale, NewNote, Rect, TemplateOption } from './template.ts'

/** Where the team stands now, in the words of an example. */
const HERE = '◀'

type Row = Pick<Rect, 'x' | 'y' | 'w'> & {
  parent: string
  locale: Locale
  textSize: number
  /** Read out with the options. */
  question: string
  /** One of them is where the team stands, and those before it are done. */
  isSteps: boolean
  meta: BoardMeta
  example: NewNote | undefined
}

/**
 * The options of a choice, of which one is ticked. With an example that is its answer until the examples are removed.
 * Returns the height.
 */
export function addOptions(drawing: Drawing, options: readonly TemplateOption[], row: Row): number {
  const { parent, locale, x, y, w, textSize, question, isSteps, example } = row
  const named = options.map(({ key, label }) => ({ key, label: label[locale] }))
  const chosen = example ? chosenBy(named, example.text[locale], isSteps) : ''
  const props: ChoiceProps = { w, textSize, question, kind: isSteps ? 'step' : 'one', options: named, chosen }
  const meta: BoardMeta = { ...row.meta, part: 'choice' }
  const whenCleared = { props: { chosen: '' } }
  const mark: BoardMeta = example ? { role: example.role, example: true, whenCleared } : {}
  drawing.add({ type: CHOICE_TYPE, parent, x, y, props: { ...props }, meta: { ...meta, ...mark } })
  return choiceLayout(props).h
}

/**
 * Which option an example means: of steps the one with the sign ("Understand ✔ · Create ◀ · Put to work"), otherwise
 * the one whose words it begins with, the longest when there are several.
 */
function chosenBy(options: readonly ChoiceOption[], example: string, isSteps: boolean): string {
  const said = isSteps ? (example.split(' · ').find((part) => part.endsWith(HERE)) ?? '') : example
  const fitting = options.filter(({ label }) => said.startsWith(label)).sort((a, b) => b.label.length - a.label.length)
  return fitting[0]?.key ?? ''
}
