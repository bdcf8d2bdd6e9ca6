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

const server = process.env.SAMTAVLE_SERVER ?? 'http://127.0.0.1:3000'
// The server accepts its own origin only, and in development the page has another one.
const toServer = { target: server, headers: { origin: server } }

export default defineConfig({
  plugins: [react(), preloadLatinFont()],
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
