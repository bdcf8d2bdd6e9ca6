import { readFileSync } from 'node:fs'

/** Milliseconds between two looks at who started this process. */
const interval = 500

/** The process that started this one, and npm behind it when a shell stands between them. */
function starters() {
  const parent = process.ppid
  try {
    // "pid (name) state ppid …", where a name may contain spaces and brackets.
    const [, name, ppid] = /\((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${parent}/stat`, 'utf8'))
    return /^(sh|dash|ash|bash|busybox)$/.test(name) ? `${parent} ${ppid}` : `${parent}`
  } catch {
    return `${parent}`
  }
}

/**
 * npm passes SIGTERM to the shell that it runs scripts in, and on some systems that shell dies without passing it on.
 * So the server ends by itself, as on SIGTERM, when the npm or the shell that started it is gone.
 */
export function endWithNpm() {
  if (process.platform === 'win32' || process.env.npm_lifecycle_event === undefined) return
  const first = starters()
  const watch = setInterval(() => {
    if (starters() === first) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, interval)
  watch.unref()
}
