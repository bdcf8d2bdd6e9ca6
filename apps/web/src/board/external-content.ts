import { ASSET_LIMITS } from '@samtavle/shared/board-asset'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { checkRecord } from '@samtavle/shared/record-schema'
import {
  defaultHandleExternalTldrawContent,
  type Editor,
  type TLAsset,
  type TLContent,
  type TLImageAsset,
  type VecLike,
} from '@tldraw/tldraw'
import { pageAddress } from '../link-address.ts'
import { roomOn } from './draft-notes.ts'
import { isTableFile } from './import/open-table.ts'
import { writeLinkCard } from './link-card.ts'
import { PASTE_LIMITS, pastedLines } from './pasted-lines.ts'
import type { PictureUploads } from './pictures/picture-uploads.ts'
import { pictureRecord } from './pictures/place-pictures.ts'
import { writeNotes } from './write-notes.ts'

/** Length of a picture that comes as text: base64 is a third longer than its bytes. */
const CARRIED_MAX = Math.ceil((ASSET_LIMITS.bytes * 4) / 3) + 100

/** Something was pasted or dropped that a board cannot take; the page says so. */
export type Refused = 'svg' | 'parts' | 'manyLines' | 'longLine' | 'fullBoard' | 'manyFiles'

/** What the page is told of. */
export type PasteNews = {
  onRefused(what: Refused): void
  /** So many notes were made of pasted lines; some of them lie beside the section, which is full. */
  onNotes(count: number, outside: number): void
  /** A spreadsheet was dropped. */
  onTable(file: File): void
}

/**
 * What may come from outside. tldraw would embed pages, ask other servers about pasted addresses and hang pasted SVG
 * into this page, where its scripts run (SEC-40, 44, 45): none of it happens here, and nothing is dropped in silence.
 */
export function keepOutsideOut(
  editor: Editor,
  pictures: PictureUploads,
  { onRefused, onNotes, onTable }: PasteNews,
): void {
  const refuse = (what: Refused) => async () => onRefused(what)
  editor.registerExternalAssetHandler('url', null)
  // A picture in what was copied on another board: it comes as bytes and goes the way of all pictures.
  editor.registerExternalAssetHandler('file', async ({ file, assetId }) => {
    const sent = await pictures.addOne(file)
    // Without a record tldraw takes the empty one away again, though its types say that there always is one.
    return (sent && pictureRecord(sent, assetId)) as TLAsset
  })
  editor.registerExternalContentHandler('files', async ({ files, point }) => {
    const tables = files.filter(isTableFile)
    const [table] = tables
    if (table === undefined || editor.getIsReadonly()) pictures.add(files, point)
    else if (files.length === 1) onTable(table)
    else onRefused('manyFiles')
  })
  editor.registerExternalContentHandler('file-replace', async () => {})
  editor.registerExternalContentHandler('svg-text', refuse('svg'))
  editor.registerExternalContentHandler('excalidraw', refuse('parts'))
  editor.registerExternalContentHandler('embed', async () => {})
  const writeText = (text: string, point: VecLike | undefined) => {
    const lines = pastedLines(text)
    if (lines.length > PASTE_LIMITS.lines) onRefused('manyLines')
    else if (lines.some(({ length }) => length > PASTE_LIMITS.lineLength)) onRefused('longLine')
    else if (lines.length > roomOn(editor)) onRefused('fullBoard')
    else if (lines.length > 0) onNotes(lines.length, writeNotes(editor, lines, point))
  }
  editor.registerExternalContentHandler('text', async ({ text, point }) => writeText(text, point))
  // A card that says where it leads, and asks nobody. What only looks like an address is words.
  editor.registerExternalContentHandler('url', async ({ url, point }) => {
    const page = pageAddress(url)
    if (page === undefined) writeText(url, point)
    else writeLinkCard(editor, page, point)
  })
  editor.registerExternalContentHandler('tldraw', async ({ point, content }) => {
    const allowed = onlyAllowed(content)
    if (allowed.shapes.length < content.shapes.length) onRefused('parts')
    if (allowed.shapes.length > 0) {
      await defaultHandleExternalTldrawContent(editor, { content: allowed, ...(point && { point }) })
    }
  })
}

/** Copies from another tldraw may hold shapes and images that a board does not; children go with their parent. */
function onlyAllowed(content: TLContent): TLContent {
  const isAllowed = (record: { id: string }) =>
    checkRecord({ ...(record as unknown as BoardRecord), typeName: typeNameOf(record.id) }, record.id).ok
  const refused = new Set(content.shapes.filter((shape) => !isAllowed(shape)).map((shape) => shape.id as string))
  for (let found = true; found; ) {
    found = false
    for (const shape of content.shapes) {
      if (refused.has(shape.id) || !refused.has(shape.parentId)) continue
      refused.add(shape.id)
      found = true
    }
  }
  const { bindings } = content
  return {
    ...content,
    shapes: content.shapes.filter((shape) => !refused.has(shape.id)),
    rootShapeIds: content.rootShapeIds.filter((id) => !refused.has(id)),
    assets: content.assets.filter((asset) => isAllowed(isCarried(asset) ? emptied(asset) : asset)),
    bindings: bindings?.filter((binding) => !refused.has(binding.fromId) && !refused.has(binding.toId)),
  }
}

/** A picture that comes as its bytes; the canvas empties the record before it puts it on the board, and asks for an upload. */
const isCarried = (asset: TLAsset): asset is TLImageAsset =>
  asset.type === 'image' && asset.props.src?.startsWith('data:image/') === true && asset.props.src.length < CARRIED_MAX

const emptied = (asset: TLImageAsset): TLImageAsset => ({ ...asset, props: { ...asset.props, src: null } })

const typeNameOf = (id: string): string => id.slice(0, id.indexOf(':'))
