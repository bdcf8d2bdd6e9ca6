import type { Asset } from '@samtavle/shared/api'
import { assetSource } from '@samtavle/shared/board-asset'
import {
  AssetRecordType,
  Box,
  createShapeId,
  type Editor,
  type TLAssetId,
  type TLImageAsset,
  type TLShape,
  type VecLike,
} from '@tldraw/tldraw'
import { bringIntoView, whereToWrite } from '../write-note.ts'
import { pictureRows } from './picture-rows.ts'

export type SentPicture = { asset: Asset; name: string }

/** The record of a picture: it names the content, and says no address. */
export function pictureRecord({ asset, name }: SentPicture, id: TLAssetId = AssetRecordType.createId()): TLImageAsset {
  const { width: w, height: h, type: mimeType, bytes: fileSize } = asset
  return {
    id,
    typeName: 'asset',
    type: 'image',
    props: { name, src: assetSource(asset.id), w, h, mimeType, fileSize, isAnimated: false },
    meta: {},
  }
}

/**
 * Puts pictures on the board side by side, around a point or else where the person is. One undo takes all of them
 * back.
 */
export function placePictures(editor: Editor, pictures: readonly SentPicture[], point?: VecLike): void {
  if (editor.getIsReadonly() || pictures.length === 0) return
  const middle = point ?? whereToWrite(editor).centre
  const places = pictureRows(pictures.map(({ asset }) => ({ w: asset.width, h: asset.height })))
  const whole = Box.Common(places.map(({ x, y, w, h }) => new Box(x, y, w, h)))
  const { frame, corner } = spotFor(editor, middle, whole)
  editor.markHistoryStoppingPoint('place pictures')
  editor.run(() => {
    const records = pictures.map((picture) => pictureRecord(picture))
    editor.createAssets(records)
    const shapes = records.map(({ id: assetId }, i) => {
      const { x, y, w, h } = places[i] ?? { x: 0, y: 0, w: 100, h: 100 }
      const at = { x: corner.x + x, y: corner.y + y }
      const local = frame ? editor.getPointInShapeSpace(frame, at) : at
      return {
        id: createShapeId(),
        type: 'image' as const,
        parentId: frame?.id ?? editor.getCurrentPageId(),
        x: local.x,
        y: local.y,
        props: { assetId, w, h },
      }
    })
    editor.createShapes(shapes)
    editor.setCurrentTool('select')
    editor.select(...shapes.map(({ id }) => id))
  })
  editor.markHistoryStoppingPoint('pictures placed')
  bringIntoView(editor, new Box(corner.x, corner.y, whole.w, whole.h))
}

/** Distance from a frame's edge. */
const MARGIN = 12

/**
 * In the frame that lies at the point, when all of it fits in there: a frame cuts off what reaches beyond it. Else on
 * the page, over whatever lies there.
 */
function spotFor(editor: Editor, middle: VecLike, { w, h }: Box): { frame: TLShape | undefined; corner: VecLike } {
  const corner = { x: Math.round(middle.x - w / 2), y: Math.round(middle.y - h / 2) }
  const frame = editor
    .getShapesAtPoint(middle, { hitInside: true })
    .find((shape) => shape.type === 'frame' && !editor.isShapeOrAncestorLocked(shape))
  const bounds = frame && editor.getShapePageBounds(frame)
  if (!bounds || w + 2 * MARGIN > bounds.w || h + 2 * MARGIN > bounds.h) return { frame: undefined, corner }
  const x = Math.min(Math.max(corner.x, bounds.x + MARGIN), bounds.maxX - MARGIN - w)
  const y = Math.min(Math.max(corner.y, bounds.y + MARGIN), bounds.maxY - MARGIN - h)
  return { frame, corner: { x, y } }
}
