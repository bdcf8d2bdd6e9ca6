export type Sending = {
  signal: AbortSignal
  /** Told the share of the bytes that have gone, 0–1. */
  onProgress(share: number): void
}

/**
 * Posts bytes and tells how many have gone, which `fetch` cannot.
 * @returns the answer; null when the server was not reached
 * @throws the signal's reason when it was cancelled
 */
export function sendBytes(path: string, bytes: Blob, { signal, onProgress }: Sending): Promise<Response | null> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const stop = () => request.abort()
    const end = (settle: () => void) => () => {
      signal.removeEventListener('abort', stop)
      settle()
    }
    request.open('POST', path)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total)
    request.onload = end(() => resolve(answerOf(request)))
    request.onerror = end(() => resolve(null))
    request.onabort = end(() => reject(signal.reason))
    if (signal.aborted) reject(signal.reason)
    else {
      signal.addEventListener('abort', stop)
      request.send(bytes)
    }
  })
}

function answerOf(request: XMLHttpRequest): Response {
  const retryAfter = request.getResponseHeader('Retry-After')
  const headers = new Headers(retryAfter === null ? {} : { 'Retry-After': retryAfter })
  return new Response(request.responseText, { status: request.status, headers })
}
