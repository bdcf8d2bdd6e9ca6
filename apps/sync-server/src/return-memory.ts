import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

type Collect = () => void
let collect: Collect | undefined

/**
 * Gives back what boards took that are open no more. V8 collects when it needs room, and a server that nobody uses needs
 * none: it would keep the memory of its busiest hour. Takes some tens of milliseconds, so only for when nobody is there.
 */
export function returnMemory(): void {
  if (collect === undefined) {
    setFlagsFromString('--expose-gc')
    collect = runInNewContext('gc') as Collect
  }
  collect()
}
