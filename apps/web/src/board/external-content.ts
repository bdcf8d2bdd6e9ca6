import type { BoardRecord } from '@samtavle/shared/board-doc'
import { checkRecord } from '@samtavle/shared/record-schema'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { createShapeId, defaultHandleExternalTldrawContent, type Editor, type TLContent } from '@tldraw/tldraw'
import { PASTE_LIMITS, pastedLines } from './pasted-lines.ts'
import { writeNotes } from './write-notes.ts'

/** Something was pasted or dropped that a board cannot take; the page says so. */
export type Refused = 'files' | 'svg' | 'parts' | 'manyLines' | 'longLine'

/** What the page is told of. */
export type PasteNews = {
  onRefused(what: Refused): void
  /** So many notes were made of pasted lines; some of them lie beside the section, which is full. */
  onNotes(count: number, outside: number): void
}

/**
 * What may come from outside. tldraw would embed pages, ask other servers about pasted addresses and hang pasted SVG
 * into this page, where its scripts run (SEC-40, 44, 45): none of it happens here, and nothing is dropped in silence.
 */
export function keepOutsideOut(editor: Editor, { onRefused, onNotes }: PasteNews): void {
  const refuse = (what: Refused) => async () => onRefused(what)
  editor.registerExternalAssetHandler('url', null)
  editor.registerExternalAssetHandler('file', null)
  editor.registerExternalContentHandler('files', refuse('files'))
  editor.registerExternalContentHandler('file-replace', refuse('files'))
  editor.registerExternalContentHandler('svg-text', refuse('svg'))
  editor.registerExternalContentHandler('excalidraw', refuse('parts'))
  editor.registerExternalContentHandler('embed', async () => {})
  editor.registerExternalContentHandler('text', async ({ text, point }) => {
    const lines = pastedLines(text)
    if (lines.length > PASTE_LIMITS.lines) onRefused('manyLines')
    else if (lines.some(({ length }) => length > PASTE_LIMITS.lineLength)) onRefused('longLine')
    else if (lines.length > 0) onNotes(lines.length, writeNotes(editor, lines, point))
  })
  editor.registerExternalContentHandler('url', async ({ url, point }) => writeLink(editor, url, point))
  editor.registerExternalContentHandler('tldraw', async ({ point, content }) => {
    const allowed = onlyAllowed(content)
    if (allowed.shapes.length < content.shapes.length) onRefused('parts')
    if (allowed.shapes.length > 0) {
      await defaultHandleExternalTldrawContent(editor, { content: allowed, ...(point && { point }) })
    }
  })
}

/** A pasted address is a text that leads there, never a card that asks the other site who is reading. */
function writeLink(editor: Editor, url: string, point: { x: number; y: number } | undefined): void {
  const { x, y } = point ?? editor.getViewportPageBounds().center
  const text = richTextOf(url)
  const run = text.content[0]?.content?.[0]
  if (run && /^(https?|mailto):/i.test(url)) run.marks = [{ type: 'link', attrs: { href: url } }]
  const id = createShapeId()
  editor.markHistoryStoppingPoint('paste link')
  editor.createShape({ id, type: 'text', x, y, props: { richText: text, autoSize: true, font: 'sans' } })
  editor.select(id)
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
    assets: content.assets.filter(isAllowed),
    bindings: bindings?.filter((binding) => !refused.has(binding.fromId) && !refused.has(binding.toId)),
  }
}

const typeNameOf = (id: string): string => id.slice(0, id.indexOf(':'))
