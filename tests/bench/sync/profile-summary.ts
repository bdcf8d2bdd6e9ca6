import { readdir, readFile } from 'node:fs/promises'
import { SourceMap } from 'node:module'
import { join } from 'node:path'

type CallFrame = { functionName: string; url: string; lineNumber: number; columnNumber: number }
export type Profile = { nodes: { id: number; callFrame: CallFrame }[]; samples: number[]; timeDeltas: number[] }

/** Where a function's time went: its own, without what it called. */
export type SelfTime = { name: string; ms: number; share: number }

/** Names of what is no function of a program, and no work. */
const NOT_WORK = new Set(['(idle)', '(program)', '(root)'])
const SHOWN_FOLDERS = 2

/**
 * Adds up a profile of `node --cpu-prof` by function.
 * @param maps source maps of bundles by their file, so that functions have the names of their sources
 * @returns functions by self time, largest first
 */
export function summariseProfile(profile: Profile, maps: ReadonlyMap<string, SourceMap> = new Map()): SelfTime[] {
  const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, nameOf(callFrame, maps)]))
  const spent = new Map<string, number>()
  let total = 0
  for (const [i, id] of profile.samples.entries()) {
    const name = names.get(id)
    if (name === undefined || NOT_WORK.has(name)) continue
    const ms = (profile.timeDeltas[i] ?? 0) / 1000
    total += ms
    spent.set(name, (spent.get(name) ?? 0) + ms)
  }
  return [...spent].map(([name, ms]) => ({ name, ms, share: ms / total })).sort((a, b) => b.ms - a.ms)
}

function nameOf({ functionName, url, lineNumber, columnNumber }: CallFrame, maps: ReadonlyMap<string, SourceMap>) {
  const name = functionName || '(anonymous)'
  if (url === '') return name
  const entry = [...maps].find(([file]) => url.endsWith(file))?.[1].findEntry(lineNumber, columnNumber)
  const mapped = entry !== undefined && 'originalSource' in entry ? entry : undefined
  const [source, line] = mapped ? [mapped.originalSource, mapped.originalLine] : [url, lineNumber]
  return `${name} ${source.split('/').slice(-SHOWN_FOLDERS).join('/')}:${line + 1}`
}

/** Reads the newest profile in a folder and adds it up. @param bundle the program's file, beside its source map */
export async function readProfile(folder: string, bundle: string): Promise<SelfTime[]> {
  const [newest] = (await readdir(folder))
    .filter((file) => file.endsWith('.cpuprofile'))
    .sort()
    .reverse()
  if (newest === undefined) throw new Error('Node wrote no profile')
  const profile = JSON.parse(await readFile(join(folder, newest), 'utf8')) as Profile
  const map = new SourceMap(JSON.parse(await readFile(`${bundle}.map`, 'utf8')))
  return summariseProfile(profile, new Map([[bundle.split('/').slice(-SHOWN_FOLDERS).join('/'), map]]))
}
