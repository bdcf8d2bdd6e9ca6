import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Fetches the interface's font together with the first script, so that text is not set twice. */
function preloadLatinFont(): Plugin {
  return {
    name: 'preload-latin-font',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const font = Object.keys(bundle ?? {}).find((file) =>
          /schibsted-grotesk-latin-wght-normal.*\.woff2$/.test(file),
        )
        if (font === undefined) return []
        const attrs = { rel: 'preload', href: `/${font}`, as: 'font', type: 'font/woff2', crossorigin: '' }
        return [{ tag: 'link', attrs, injectTo: 'head-prepend' }]
      },
    },
  }
}

/**
 * What opening a board without a server takes: the page, code, styles, signs, the editor's texts in our languages, and
 * the fonts of the app, of notes and of paper. Rarer fonts are kept once a board has shown them.
 */
const KEPT = /\.(js|css|html|svg)$|\/(da|en|no)-[^/]*\.json$|\/(IBMPlexSans|schibsted|source-serif)[^/]*\.woff2?$/
const NOT_KEPT = /^licenses\/|(^|\/)service-worker\.js$/

/** Writes the service worker with the list of files that it keeps. Its own text changes when one of them does. */
function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    writeBundle({ dir = 'dist' }) {
      const files = readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
        .filter((file) => KEPT.test(file) && !NOT_KEPT.test(file))
        .sort((a, b) => Number(b === 'index.html') - Number(a === 'index.html') || (a < b ? -1 : 1))
      const source = readFileSync(join(import.meta.dirname, 'service-worker/service-worker.js'), 'utf8')
      const hash = createHash('sha256').update(source)
      for (const file of files) hash.update(file).update(readFileSync(join(dir, file)))
      const filled = source
        .replace('__VERSION__', hash.digest('hex').slice(0, 16))
        .replace("['__FILES__']", () => JSON.stringify(files.map((file) => `/${file}`)))
      writeFileSync(join(dir, 'service-worker.js'), filled)
    },
  }
}

/**
 * Styles that others compose are read without their place, of which Vite warns: addresses in them would be resolved
 * from somewhere else. They have none.
 */
function composeQuietly(): Plugin {
  return {
    name: 'compose-quietly',
    configResolved({ logger }) {
      const { warnOnce } = logger
      logger.warnOnce = (message, options) => {
        if (!message.includes('A PostCSS plugin did not pass the `from` option')) warnOnce(message, options)
      }
    },
  }
}

const server = process.env.SAMTAVLE_SERVER ?? 'http://127.0.0.1:3000'
// The server accepts its own origin only, and in development the page has another one.
const toServer = { target: server, headers: { origin: server } }

export default defineConfig({
  plugins: [react(), preloadLatinFont(), serviceWorker(), composeQuietly()],
  // Its files are named by address, not by content: pre-bundling would lose them.
  optimizeDeps: { exclude: ['@tldraw/assets'] },
  build: {
    outDir: 'dist',
    sourcemap: false,
    // Nothing as a data address: the page may load from its own origin only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The editor is one large part that only the board's page loads.
    chunkSizeWarningLimit: 2500,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': toServer, '/sync': { ...toServer, ws: true } },
  },
})
