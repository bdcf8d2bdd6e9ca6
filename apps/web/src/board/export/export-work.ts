/** How far an export has come, and the person's word to stop it. */
export type ExportWork = {
  readonly signal: AbortSignal
  /**
   * Says how far it has come and lets the page draw and listen meanwhile.
   * @throws the signal's reason when the person has stopped it
   */
  step(done: number, of: number): Promise<void>
}

/** A page that draws itself anew after every step would be busy with nothing else. In ms. */
const PAUSE_MS = 100

/**
 * @param onProgress gets a share from 0 to 1
 * @param pauseMs how long there is work before the page may draw and listen again
 */
export function exportWork(
  signal: AbortSignal,
  onProgress: (share: number) => void,
  pauseMs: number = PAUSE_MS,
): ExportWork {
  let paused = Number.NEGATIVE_INFINITY
  return {
    signal,
    async step(done, of) {
      signal.throwIfAborted()
      if (performance.now() - paused < pauseMs) return
      onProgress(of <= 0 ? 0 : Math.min(1, done / of))
      await turn()
      paused = performance.now()
      signal.throwIfAborted()
    },
  }
}

/** The same work as one stretch of a longer one, from share `from` to share `to`. */
export function stretchOf(work: ExportWork, from: number, to: number): ExportWork {
  const whole = 1_000
  return {
    signal: work.signal,
    step: (done, of) => work.step(whole * (from + (to - from) * (of <= 0 ? 0 : done / of)), whole),
  }
}

/** A turn of the event loop, in which clicks and keys come through. Timers would be slowed down in a hidden tab. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => {
      channel.port1.close()
      resolve()
    }
    channel.port2.postMessage(null)
  })
}
