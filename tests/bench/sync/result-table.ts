import { goalInWords, judge, type Measure, type Medians } from './goals.ts'

const TO_COME = '–'

const show = (value: number | undefined, digits: number): string =>
  value === undefined || Number.isNaN(value) ? TO_COME : value.toFixed(digits)

/**
 * A table of medians, one line for each measure: the contenders, ours in parts of the relay (r) and of the best peer
 * (p), the goal and whether it is met. Columns are as wide as they need to be.
 */
export function resultTable(
  measures: readonly Measure[],
  medians: ReadonlyMap<string, Medians>,
  contenders: readonly string[],
  peers: readonly string[],
): string {
  const head = ['', ...contenders, 'r', 'p', 'goal', '']
  const rows = measures.map((measure) => {
    const values = medians.get(measure.figure) ?? {}
    const { toRelay, toPeer, met } = judge(measure, values, peers)
    return [
      measure.label,
      ...contenders.map((name) => show(values[name], measure.digits ?? 1)),
      show(toRelay, 2),
      show(toPeer, 2),
      goalInWords(measure),
      met === undefined ? '' : met ? 'met' : 'not met',
    ]
  })
  const table = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  const line = (row: string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  return table.map(line).join('\n')
}
