/** Whether this code was built, or is served by the development server, whose files nobody should keep. */
const isBuilt = import.meta.env.PROD

/**
 * Asks the browser to keep the app's own files, once the page has what it needs: then it opens without a server.
 * Where the browser cannot or may not (no https, private windows), the app works as before, with a connection.
 */
export function keepAppOnDevice(): void {
  if (!isBuilt || !('serviceWorker' in navigator)) return
  const register = () => void navigator.serviceWorker.register('/service-worker.js').catch(() => {})
  if (document.readyState === 'complete') register()
  else window.addEventListener('load', register, { once: true })
}
