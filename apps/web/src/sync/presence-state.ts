import { isUuid } from '@samtavle/shared/ids'
import { PRESENCE_COLOURS, type PresenceColour } from '@samtavle/shared/presence-colour'
import { InstancePresenceRecordType, type TLInstancePresence, type TLPageId, type TLShapeId } from '@tldraw/tlschema'
import { readCaret } from './text-caret.ts'

/**
 * Where somebody is on the board, as it travels in awareness under the key `presence`: short keys, whole numbers. A
 * tldraw presence record is 490 bytes and grows without bound with the selection; this is 100–140.
 */
export type CompactPresence = {
  /** Page, without the `page:` prefix. */
  p: string
  /** Cursor in page coordinates; left out when the pointer was never on the canvas. */
  c?: [x: number, y: number]
  /** Camera: x, y and zoom × 1000. */
  v?: [x: number, y: number, z: number]
  /** Size of the window in pixels. */
  w?: [width: number, height: number]
  /** Selected shapes without the `shape:` prefix, at most 50. */
  s?: string[]
  /** Rectangle that is being drawn around shapes: x, y, width, height. */
  b?: [x: number, y: number, w: number, h: number]
  /** The shape that is being written in, without prefix. */
  e?: string
}

/** Who it is, stamped by the server: what a client says about itself is never believed. */
export type StampedUser = { id: string; name: string; colour: PresenceColour; guest?: true }

export const SELECTION_MAX = 50
const NAME_MAX = 80
/** Beyond this tldraw finds no nearest point and stops (notes, hostile records). */
const COORDINATE_MAX = 1e6
const ID = /^[\w-]{1,64}$/

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function numbers(value: unknown, count: number): number[] | undefined {
  if (!Array.isArray(value) || value.length !== count) return undefined
  return value.every((n) => typeof n === 'number' && Math.abs(n) <= COORDINATE_MAX) ? value : undefined
}

const localId = (value: unknown): string | undefined =>
  typeof value === 'string' && ID.test(value) ? value : undefined

/** The server's stamp in an awareness state, or undefined when there is none that can be shown. */
export function readStampedUser(state: unknown): StampedUser | undefined {
  if (!isObject(state) || !isObject(state.user)) return undefined
  const { id, name, colour, guest } = state.user
  if (!isUuid(id) || typeof name !== 'string' || name.length === 0 || name.length > NAME_MAX) return undefined
  const known = PRESENCE_COLOURS.find((candidate) => candidate === colour)
  return known === undefined ? undefined : { id, name, colour: known, ...(guest === true && { guest }) }
}

/**
 * An awareness state as a presence record, or undefined when it says nothing that can be shown. The id comes from the
 * client's number, name and colour from the server's stamp, times from this clock; every other value is checked, and
 * whatever else the state holds is ignored, so nothing but a presence record can come of it (SEC-25).
 */
export function decodePresence(
  clientId: number,
  state: unknown,
  receivedAt: number,
  nameOf: (user: StampedUser) => string = ({ name }) => name,
): TLInstancePresence | undefined {
  const user = readStampedUser(state)
  if (user === undefined || !isObject(state) || !isObject(state.presence)) return undefined
  const { p, c, v, w, s, b, e } = state.presence
  const page = localId(p)
  if (page === undefined) return undefined
  const cursor = numbers(c, 2)
  const camera = numbers(v, 3)
  const size = numbers(w, 2)
  const brush = numbers(b, 4)
  const editing = localId(e)
  const caret = editing === undefined ? undefined : readCaret(state.cursor)
  const selected = Array.isArray(s) ? s.slice(0, SELECTION_MAX).filter((id) => localId(id) !== undefined) : []
  return InstancePresenceRecordType.create({
    id: InstancePresenceRecordType.createId(String(clientId)),
    userId: user.id,
    userName: nameOf(user),
    color: `var(--presence-${user.colour})`,
    currentPageId: `page:${page}` as TLPageId,
    lastActivityTimestamp: receivedAt,
    cursor: cursor ? { x: cursor[0] as number, y: cursor[1] as number, type: 'default', rotation: 0 } : null,
    camera: camera ? { x: camera[0] as number, y: camera[1] as number, z: zoomOf(camera[2] as number) } : null,
    screenBounds: size ? { x: 0, y: 0, w: Math.max(1, size[0] as number), h: Math.max(1, size[1] as number) } : null,
    brush: brush
      ? { x: brush[0] as number, y: brush[1] as number, w: brush[2] as number, h: brush[3] as number }
      : null,
    selectedShapeIds: selected.map((id) => `shape:${id}` as TLShapeId),
    meta: { ...(editing !== undefined && { editing: `shape:${editing}` }), ...(caret && { caret }) },
  })
}

const zoomOf = (thousandths: number): number => Math.min(8, Math.max(0.01, thousandths / 1000))

/** What of mine travels; rounded, so that a hand that trembles sends nothing. */
export type OwnPresence = {
  pageId: string
  cursor: { x: number; y: number } | null
  camera: { x: number; y: number; z: number } | null
  screen: { w: number; h: number } | null
  brush: { x: number; y: number; w: number; h: number } | null
  selectedShapeIds: readonly string[]
  editingShapeId: string | null
}

export function encodePresence(own: OwnPresence): CompactPresence {
  const { cursor, camera, screen, brush } = own
  const result: CompactPresence = { p: own.pageId.replace(/^page:/, '') }
  if (cursor) result.c = [Math.round(cursor.x), Math.round(cursor.y)]
  if (camera) result.v = [Math.round(camera.x), Math.round(camera.y), Math.round(camera.z * 1000)]
  if (screen) result.w = [Math.round(screen.w), Math.round(screen.h)]
  if (brush) result.b = [Math.round(brush.x), Math.round(brush.y), Math.round(brush.w), Math.round(brush.h)]
  if (own.selectedShapeIds.length > 0) {
    result.s = own.selectedShapeIds.slice(0, SELECTION_MAX).map((id) => id.replace(/^shape:/, ''))
  }
  if (own.editingShapeId) result.e = own.editingShapeId.replace(/^shape:/, '')
  return result
}
