/**
 * The yardstick: tldraw as it comes, holding the same records, with no server behind it. `data-ready` is set two frames
 * after the records are in the store and the camera shows all of them, as the board page does it.
 */
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'
import { type Editor, type TLRecord, type TLShapeId, Tldraw } from '@tldraw/tldraw'
import '@tldraw/tldraw/tldraw.css'
import { createRoot } from 'react-dom/client'

const assetUrls = getAssetUrlsByImport()

declare global {
  interface Window {
    startMoves(ids: TLShapeId[], rate: number): void
    stopMoves(): void
  }
}

/** Puts moves of others into the store, each as it would come: one note at a time, `rate` times a second. */
function offerMoves({ store }: Editor): void {
  let timers: number[] = []
  window.startMoves = (ids, rate) => {
    timers = ids.map((id, i) => {
      let tick = 0
      return window.setInterval(() => {
        const note = store.get(id)
        if (note === undefined) return
        tick += 1
        const place = { x: 40 * i + 30 * Math.sin(tick / 5), y: 30 * Math.cos(tick / 7) + i }
        store.mergeRemoteChanges(() => store.put([{ ...note, ...place }]))
      }, 1_000 / rate)
    })
  }
  window.stopMoves = () => {
    for (const timer of timers) window.clearInterval(timer)
  }
}

function load(editor: Editor, records: TLRecord[]): void {
  offerMoves(editor)
  editor.store.mergeRemoteChanges(() => editor.store.put(records))
  const page = records.find((record) => record.typeName === 'page')
  if (page) editor.setCurrentPage(page.id)
  editor.zoomToFit({ immediate: true })
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      document.body.dataset.ready = 'true'
    }),
  )
}

const response = await fetch('./records.json')
const records = (await response.json()) as TLRecord[]
createRoot(document.getElementById('root') as HTMLElement).render(
  <Tldraw assetUrls={assetUrls} onMount={(editor) => load(editor, records)} />,
)
