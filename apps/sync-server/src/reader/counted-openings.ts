/** How long openings are gathered before they are counted together, in milliseconds. */
const GATHER_MS = 1_000

/** Counts that links were opened, some at a time: a hundred readers are one statement, and none waits for it. */
export function createCountedOpenings(
  count: (linkId: string, times: number) => Promise<unknown>,
  onFailure: (error: unknown) => void,
): (linkId: string) => void {
  let gathered = new Map<string, number>()

  function flush(): void {
    const due = gathered
    gathered = new Map()
    for (const [linkId, times] of due) count(linkId, times).catch(onFailure)
  }

  return (linkId) => {
    // What a server that stops within the second has gathered is not counted: a number to look at, nothing more.
    if (gathered.size === 0) setTimeout(flush, GATHER_MS).unref()
    gathered.set(linkId, (gathered.get(linkId) ?? 0) + 1)
  }
}
