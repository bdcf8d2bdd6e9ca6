import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

type ProfileNode = {
  id: number
  callFrame: { functionName: string; url: string; lineNumber: number }
  children?: number[]
}
type Profile = { nodes: ProfileNode[]; samples: number[]; timeDeltas: number[] }

/** Where a function's time went: its own, without what it called. */
export type SelfTime = { name: string; share: number; ms: number }

/** Names of what is no function, and no work. */
const WAITING = new Set(['(idle)', '(program)', '(root)'])

/**
 * Adds up a profile of `node --cpu-prof` by function.
 * @returns the time that was work in milliseconds, and functions by self time, largest first
 */
export function summariseProfile(profile: Profile): { busyMs: number; programMs: number; functions: SelfTime[] } {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]))
  const ms = new Map<string, number>()
  let busyMs = 0
  let programMs = 0
  for (const [i, id] of profile.samples.entries()) {
    const frame = nodes.get(id)?.callFrame
    if (frame === undefined) continue
    const spent = (profile.timeDeltas[i] ?? 0) / 1000
    if (frame.functionName === '(program)') programMs += spent
    if (WAITING.has(frame.functionName)) continue
    busyMs += spent
    const file = frame.url.split('/').slice(-2).join('/')
    const name = `${frame.functionName || '(anonymous)'}${file ? ` ${file}:${frame.lineNumber + 1}` : ''}`
    ms.set(name, (ms.get(name) ?? 0) + spent)
  }
  const functions = [...ms]
    .map(([name, spent]) => ({ name, ms: spent, share: spent / busyMs }))
    .sort((a, b) => b.ms - a.ms)
  return { busyMs, programMs, functions }
}

/** The newest profile in a folder. */
export async function readProfile(folder: string): Promise<Profile> {
  const [newest] = (await readdir(folder))
    .filter((file) => file.endsWith('.cpuprofile'))
    .sort()
    .reverse()
  if (newest === undefined) throw new Error('Node wrote no profile')
  return JSON.parse(await readFile(join(folder, newest), 'utf8')) as Profile
}
