import type { BoardRecord } from './board-doc.ts'
import { metaOf } from './board-meta.ts'
import { CARD_TYPE } from './card-shape.ts'
import { CHOICE_TYPE } from './choice-shape.ts'
import { CURVE_TYPE } from './curve-shape.ts'
import { MATRIX_TYPE } from './matrix-shape.ts'
import { drawArrow } from './picture-arrow.ts'
import { drawFrame } from './picture-frame.ts'
import { drawImage, drawSaid } from './picture-image.ts'
import { drawGeo, drawTextShape } from './picture-label.ts'
import { drawNote } from './picture-note.ts'
import type { Pen } from './picture-pen.ts'
import { drawCurve, drawMatrix } from './picture-scales.ts'
import { drawHand, drawHighlight, drawLine, MARKER_STRENGTH } from './picture-stroke.ts'
import { drawCard, drawChoice } from './picture-structured.ts'
import { isSmallPart, smallShape } from './picture-thumbnail.ts'

/** One shape without its children, in its own coordinates. Empty for what cannot be drawn. */
export function drawShape(record: BoardRecord, pen: Pen): string {
  const meta = metaOf(record)
  if (pen.detail === 'thumbnail' && isSmallPart(meta)) return ''
  switch (record.type) {
    case CARD_TYPE:
      return drawCard(record, pen)
    case CHOICE_TYPE:
      return drawChoice(record, pen)
    case CURVE_TYPE:
      return drawCurve(record, pen)
    case MATRIX_TYPE:
      return drawMatrix(record, pen)
    default:
      return pen.detail === 'thumbnail' ? smallShape(record, meta, pen) : wholeShape(record, meta, pen)
  }
}

function wholeShape(record: BoardRecord, meta: ReturnType<typeof metaOf>, pen: Pen): string {
  switch (record.type) {
    case 'frame':
      return drawFrame(record, pen)
    case 'note':
      return drawNote(record, meta, pen)
    case 'text':
      return drawTextShape(record, pen)
    case 'geo':
      return drawGeo(record, meta, pen)
    case 'line':
      return drawLine(record, pen)
    case 'draw':
      return drawHand(record, pen)
    case 'highlight':
      return drawHighlight(record, pen, MARKER_STRENGTH.above)
    case 'arrow':
      return drawArrow(record, pen)
    case 'image':
      return drawImage(record, pen)
    case 'video':
    case 'bookmark':
    case 'embed':
      return drawSaid(record, pen)
    default:
      return ''
  }
}

/** What lies below everything else on the same sheet: the strong part of a marker. Empty for any other shape. */
export function drawBelow(record: BoardRecord, pen: Pen): string {
  return record.type === 'highlight' && pen.detail === 'full' ? drawHighlight(record, pen, MARKER_STRENGTH.below) : ''
}
