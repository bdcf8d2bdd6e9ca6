import { readdirSync, readFileSync } from 'node:fs'

/** Ticks a second of the times in /proc: fixed at 100 in Linux's interface, whatever the kernel's own clock. */
const TICKS = 100
const PAGE_BYTES = 4096

/** Processor time that a process has used, all its threads together, in milliseconds. Linux only. */
export function cpuMsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
  // The name in parentheses may hold anything; the fields behind it are numbers.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS
}

/** Memory of a process that is in RAM, in bytes. Linux only. */
export function rssOf(pid: number): number {
  const [, resident] = readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')
  return Number(resident) * PAGE_BYTES
}

/** Processes that a process started, and those that they did. */
function descendantsOf(pid: number): number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1').trim().split(' ').filter(Boolean).map(Number),
  )
  return children.flatMap((child) => [child, ...descendantsOf(child)])
}

/**
 * Processor time of a process and of all that it started and that still lives, in milliseconds; 0 without one.
 * Linux only.
 */
export function cpuMsOfTree(pid: number | undefined): number {
  if (pid === undefined) return 0
  return [pid, ...descendantsOf(pid)].reduce((sum, each) => sum + cpuMsOf(each), 0)
}
