/** A line with those that correct it or one another, the oldest first. */
export type Thread<Row> = { first: Row; corrections: Row[] }

type Numbered = { number: number; corrects: number | null; at: string }

/** Puts corrections to the line that they began with, however often it was corrected. In the order of first lines. */
export function threadsOf<Row extends Numbered>(rows: readonly Row[]): Thread<Row>[] {
  const byNumber = new Map<number, Thread<Row>>()
  const threads: Thread<Row>[] = []
  for (const row of rows.toSorted((a, b) => a.number - b.number)) {
    const known = row.corrects === null ? undefined : byNumber.get(row.corrects)
    const thread = known ?? { first: row, corrections: [] }
    if (known === undefined) threads.push(thread)
    else known.corrections.push(row)
    byNumber.set(row.number, thread)
  }
  return threads
}

/** What counts of it: the newest correction, or the line itself. */
export const latestOf = <Row>({ first, corrections }: Thread<Row>): Row => corrections.at(-1) ?? first

/** The date on this device's wall, `2026-09-07`. */
export function localDate(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

/** Threads by the date on which they began, the newest first. */
export function byDate<Row extends Numbered>(
  threads: readonly Thread<Row>[],
): { date: string; threads: Thread<Row>[] }[] {
  const days: { date: string; threads: Thread<Row>[] }[] = []
  for (const thread of threads.toReversed()) {
    const date = localDate(new Date(thread.first.at))
    const day = days.find((known) => known.date === date)
    if (day === undefined) days.push({ date, threads: [thread] })
    else day.threads.push(thread)
  }
  return days
}
