/** What the browser tells about this page. */
export type PageCalls = {
  /** It is hidden or about to go: what is open should be written now. */
  leave(): void
  /** It is looked at again, or the network is back. */
  back(): void
}

/** @returns how to stop listening */
export function watchPage({ leave, back }: PageCalls): () => void {
  const seen = () => (document.visibilityState === 'visible' ? back() : leave())
  window.addEventListener('pagehide', leave)
  window.addEventListener('online', back)
  document.addEventListener('visibilitychange', seen)
  return () => {
    window.removeEventListener('pagehide', leave)
    window.removeEventListener('online', back)
    document.removeEventListener('visibilitychange', seen)
  }
}
