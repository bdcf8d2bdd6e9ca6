import { fileURLToPath } from 'node:url'
import { type App, startApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { createLogger } from './logger.ts'
import { describeStartFailure } from './start-failure.ts'

/** Beside `src/` and `dist/` alike. */
const WEB_ROOT = fileURLToPath(new URL('../../web/dist', import.meta.url))

/** Stdout is for the person who starts the server; the log goes to stderr. */
const say = (line: string): void => void process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  let config: Config | undefined
  let app: App
  try {
    config = readConfig(process.env)
    app = await startApp(config, { logger: createLogger(config.logLevel), webRoot: WEB_ROOT })
  } catch (error) {
    const line = describeStartFailure(error, config)
    const said = line ?? (error instanceof Error ? error.stack : String(error))
    process.stderr.write(`Samtavle cannot start: ${said}\n`)
    process.exit(1)
  }
  let stopping = false
  const stop = async (code: number) => {
    // A second signal must not cut the first one's saving short.
    if (stopping) return
    stopping = true
    const clean = await app.close()
    process.exit(clean ? code : 1)
  }
  process.on('SIGTERM', () => void stop(0))
  process.on('SIGINT', () => void stop(0))
  say(`Samtavle: ${app.address}`)
  if (app.setupLink !== null) say(`Create the first administrator: ${app.setupLink}`)
  const reason = await app.failed
  process.stderr.write(`Samtavle stops: the embedded database failed (${reason})\n`)
  await stop(1)
}

await main()
