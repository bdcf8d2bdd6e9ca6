import { type SerializedSchema, type SerializedStore, Store, type UnknownRecord } from '@tldraw/store'
import {
  createShapePropsMigrationSequence,
  createTLSchema,
  defaultBindingSchemas,
  defaultShapeSchemas,
  type TLRecord,
  type TLSchema,
  type TLStoreProps,
} from '@tldraw/tlschema'
import type { BoardRecord } from './board-doc.ts'
import { CARD_TYPE, cardPropChecks } from './card-shape.ts'
import { CHOICE_TYPE, choicePropChecks } from './choice-shape.ts'
import { CURVE_TYPE, curvePropChecks } from './curve-shape.ts'
import { MATRIX_TYPE, matrixPropChecks } from './matrix-shape.ts'
import { checkLimits, RECORD_LIMITS, type RecordRefusal } from './record-limits.ts'

/**
 * The records a board may hold: tldraw's schema without the shapes that load other sites, and the checks that the
 * schema does not make. Beside a fixture the only file of the packages that imports tldraw; needs no DOM.
 */
const { embed: _embed, bookmark: _bookmark, ...allowedShapes } = defaultShapeSchemas

/**
 * Our own shapes (decisions 0030 and 0036). A sequence begins empty and gets a step with every change of the props, and a board
 * stored before that goes into `tests/fixtures/stored-boards`.
 */
const ownShapes = {
  [CARD_TYPE]: { props: { ...cardPropChecks }, migrations: createShapePropsMigrationSequence({ sequence: [] }) },
  [CHOICE_TYPE]: { props: { ...choicePropChecks }, migrations: createShapePropsMigrationSequence({ sequence: [] }) },
  [CURVE_TYPE]: { props: { ...curvePropChecks }, migrations: createShapePropsMigrationSequence({ sequence: [] }) },
  [MATRIX_TYPE]: { props: { ...matrixPropChecks }, migrations: createShapePropsMigrationSequence({ sequence: [] }) },
}

/** tldraw's own shapes without `embed` and `bookmark`, which would load other sites, and ours. */
export const boardShapeSchemas: typeof allowedShapes & typeof ownShapes = { ...allowedShapes, ...ownShapes }
export const boardBindingSchemas: typeof defaultBindingSchemas = defaultBindingSchemas

/** For `createTLStore({ schema: boardSchema })` in the browser and for the server's checks. */
export const boardSchema: TLSchema = createTLSchema({ shapes: boardShapeSchemas, bindings: boardBindingSchemas })

/** The schema's versions, to be kept with documents so that later releases can migrate them. */
export function serializedSchema(): SerializedSchema {
  return boardSchema.serialize()
}

/** The schema with everything in it, for files of other installations of tldraw. Made when one is read. */
let wholeSchema: TLSchema | undefined

/** As `migrateRecords`, for records that may be of shapes which no board holds. */
export function migrateForeignRecords(
  records: readonly BoardRecord[],
  schema: SerializedSchema,
): BoardRecord[] | undefined {
  wholeSchema ??= createTLSchema({ shapes: { ...defaultShapeSchemas, ...ownShapes } })
  return migrateRecords(records, schema, wholeSchema)
}

/**
 * Records that another release wrote, in this one's form. Undefined when that release is newer, or when the records are
 * not what its schema says. The records are changed in place, and what comes back is not checked. tldraw's own function
 * for it would write what went wrong, and with it words of the board, on the console.
 * @param schema what `serializedSchema` said when they were written
 */
export function migrateRecords(
  records: readonly BoardRecord[],
  schema: SerializedSchema,
  to: TLSchema = boardSchema,
): BoardRecord[] | undefined {
  const migrations = to.getMigrationsSince(schema)
  if (!migrations.ok) return undefined
  let store = Object.fromEntries(records.map((record) => [record.id, record as unknown as UnknownRecord]))
  try {
    for (const migration of migrations.value) {
      if (migration.scope === 'store') {
        store = (migration.up(store as SerializedStore<UnknownRecord>) as typeof store | undefined) ?? store
        continue
      }
      for (const [id, record] of Object.entries(store)) {
        if (migration.filter?.(record) === false) continue
        store[id] = (migration.up(record) as UnknownRecord | undefined) ?? record
      }
    }
  } catch {
    return undefined
  }
  return Object.values(store) as unknown as BoardRecord[]
}

export type RecordCheck = { ok: true; record: BoardRecord } | { ok: false; reason: RecordRefusal }

const RECORD_ID = /^[a-z_]+:[\w-]{1,64}$/

/** True for a name of a record type that belongs to the document and not to one person's session. */
function isDocumentType(typeName: unknown): typeName is keyof typeof boardSchema.types {
  if (typeof typeName !== 'string' || !Object.hasOwn(boardSchema.types, typeName)) return false
  return boardSchema.types[typeName as keyof typeof boardSchema.types].scope === 'document'
}

/**
 * May this value stand under this key in a board? Never throws. Parent chains need the other records: see
 * `hasParentCycle`.
 */
export function checkRecord(value: unknown, key: string): RecordCheck {
  const reason = refusalOf(value, key)
  return reason ? { ok: false, reason } : { ok: true, record: value as BoardRecord }
}

function refusalOf(value: unknown, key: string): RecordRefusal | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not-a-record'
  const record = value as BoardRecord
  if (record.id !== key || !RECORD_ID.test(key)) return 'wrong-id'
  if (!isDocumentType(record.typeName)) return 'unknown-type'
  if (record.typeName === 'shape') {
    if (typeof record.type !== 'string' || !Object.hasOwn(boardShapeSchemas, record.type)) return 'unknown-type'
  }
  const limits = checkLimits(record)
  if (limits) return limits
  try {
    boardSchema.types[record.typeName].validate(record as never)
    return undefined
  } catch {
    return 'invalid'
  }
}

/**
 * True when the chain of parents above a shape comes back to itself or is longer than a canvas can draw. A parent that
 * does not exist ends the chain.
 */
export function hasParentCycle(
  id: string,
  get: (id: string) => Readonly<Record<string, unknown>> | undefined,
): boolean {
  const seen = new Set<string>([id])
  let parent = get(id)?.parentId
  while (typeof parent === 'string' && parent.startsWith('shape:')) {
    if (seen.has(parent) || seen.size > RECORD_LIMITS.parents) return true
    seen.add(parent)
    parent = get(parent)?.parentId
  }
  return false
}

/**
 * What the canvas makes of a whole board: the records of the document after tldraw's own store has taken them in and
 * repaired what it would repair at opening. Throws on the first record that the store refuses. The board is as it
 * should be when nothing was added, changed or dropped.
 */
export function openInStore(records: readonly BoardRecord[]): BoardRecord[] {
  const assets = { upload: async () => ({ src: '' }) }
  const store = new Store<TLRecord, TLStoreProps>({
    schema: boardSchema,
    props: { defaultName: '', assets: { ...assets, resolve: () => null, remove: async () => {} }, onMount: () => {} },
  })
  store.put(records as readonly unknown[] as TLRecord[])
  // Left out of tldraw's types, yet what its editor calls first.
  ;(store as unknown as { ensureStoreIsUsable(): void }).ensureStoreIsUsable()
  return Object.values(store.serialize('document')) as unknown as BoardRecord[]
}
