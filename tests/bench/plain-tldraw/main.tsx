/**
 * The yardstick: tldraw as it comes, holding the same records, with no server behind it. `data-ready` is set two frames
 * after the records are in the store and the camera shows all of them, as the board page does it.
 */
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'
import { type Editor, type TLRecord, Tldraw } from '@tldraw/tldraw'
import '@tldraw/tldraw/tldraw.css'
import { createRoot } from 'react-dom/client'

const assetUrls = getAssetUrlsByImport()

function load(editor: Editor, records: TLRecord[]): void {
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
