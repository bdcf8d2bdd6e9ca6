import { CardUtil } from './shapes/card-util.tsx'
import { ChoiceUtil } from './shapes/choice-util.tsx'
import { CurveUtil } from './shapes/curve-util.tsx'
import { MatrixUtil } from './shapes/matrix-util.tsx'
import { PictureUtil } from './shapes/picture-util.tsx'
import { RoleNoteUtil } from './shapes/role-note-util.tsx'
import { SectionFrameUtil } from './shapes/section-frame-util.tsx'
import { StripeGeoUtil } from './shapes/stripe-geo-util.tsx'
import { loadOwnFontsOnly } from './tldraw-assets.ts'
import { applyBoardColours } from './tldraw-palette.ts'
import '@tldraw/tldraw/tldraw.css'
import './tldraw-theme.css'
import './shapes/structured-shapes.css'

applyBoardColours()
loadOwnFontsOnly()

/** How shapes look on every canvas of ours, also on one that is only to be looked at. */
export const boardShapeUtils = [
  RoleNoteUtil,
  SectionFrameUtil,
  StripeGeoUtil,
  PictureUtil,
  CardUtil,
  ChoiceUtil,
  CurveUtil,
  MatrixUtil,
]

/** A board of the size that a sprint fills in a week; tldraw stops at 4000. */
export const CANVAS_OPTIONS = { maxShapesPerPage: 20_000, maxPages: 1, actionShortcutsLocation: 'menu' } as const
