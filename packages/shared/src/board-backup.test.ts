import { describe, expect, it } from 'vitest'
import {
  BACKUP_BYTES_MAX,
  BACKUP_RECORDS_MAX,
  type BackupSchema,
  fitsImport,
  openBackup,
  PICTURE_LINE_START_MAX,
  pictureLine,
  pictureOnLine,
  writeBackup,
  writeBackupAround,
} from './board-backup.ts'

const schema: BackupSchema = { schemaVersion: 2, sequences: { 'com.tldraw.store': 4 } }
const head = {
  title: 'Ærø "på tværs"\u2028',
  locale: 'da',
  templateId: null,
  exportedAt: '2026-11-22T12:00:00.000Z',
  schema,
} as const
const records = [
  { id: 'shape:b', typeName: 'shape', props: { text: '</script>\n"' } },
  { id: 'document:document', typeName: 'document' },
]

describe('a backup', () => {
  it('is read as it was written, the records in the order of their ids', () => {
    const text = writeBackup({ ...head, records })
    expect(JSON.parse(text)).toEqual({ format: 'samtavle-board', version: 1, ...head, records: records.toReversed() })
    expect(openBackup(text)).toEqual({ ok: true, backup: JSON.parse(text) })
  })

  it('has one record a line', () => {
    const lines = writeBackup({ ...head, records }).split('\n')
    expect(lines.slice(1, 3).map((line) => JSON.parse(line.replace(/,$/, '')).id)).toEqual([
      'document:document',
      'shape:b',
    ])
    expect(JSON.parse(writeBackup({ ...head, records: [] })).records).toEqual([])
  })

  it('has a picture a line, which is known by how its line begins', () => {
    const { before, after } = writeBackupAround({ ...head, records })
    const pictures = ['a', 'b'].map((letter) => ({ id: letter.repeat(64), type: 'image/webp', data: 'AAAA' }) as const)
    const lines = pictures.map((picture) => {
      const around = pictureLine(picture)
      return `${around.before}${picture.data}${around.after}`
    })
    const text = `${before}${lines.join(',\n')}${after}`
    expect(JSON.parse(text)).toEqual({
      ...{ format: 'samtavle-board', version: 2, ...head },
      ...{ records: records.toReversed(), pictures },
    })
    expect(openBackup(text).ok).toBe(true)
    const found = text.split('\n').map((line) => pictureOnLine(line.slice(0, PICTURE_LINE_START_MAX)))
    expect(found.flatMap((one) => one?.id ?? [])).toEqual(pictures.map(({ id }) => id))
    for (const [i, line] of lines.entries()) {
      expect(line.slice(pictureOnLine(line)?.at)).toBe('AAAA"}')
      expect(line.indexOf('AAAA'), String(i)).toBeLessThan(PICTURE_LINE_START_MAX)
    }
  })

  it('of a newer form is told from what is none', () => {
    const whole = JSON.parse(writeBackup({ ...head, records }))
    const reason = (value: unknown) => {
      const opened = openBackup(typeof value === 'string' ? value : JSON.stringify(value))
      return opened.ok ? 'ok' : opened.reason
    }
    expect(reason(whole)).toBe('ok')
    expect(reason({ ...whole, version: 2 })).toBe('ok')
    expect(reason({ ...whole, version: 3, records: 'other' })).toBe('newer')
    const none = ['', '{', 'null', '7', '[]', '{}', '\u0000', { ...whole, format: 'tldraw' }]
    const broken = [{ version: '1' }, { version: 0 }, { title: 7 }, { records: {} }, { exportedAt: 'i går' }]
    for (const value of [...none, ...broken.map((change) => ({ ...whole, ...change }))]) {
      expect(reason(value)).toBe('not-a-backup')
    }
  })

  it('says when it is too large to come back', () => {
    const largest = { bytes: BACKUP_BYTES_MAX, records: BACKUP_RECORDS_MAX }
    expect(fitsImport(largest)).toBe(true)
    expect(fitsImport({ ...largest, bytes: BACKUP_BYTES_MAX + 1 })).toBe(false)
    expect(fitsImport({ ...largest, records: BACKUP_RECORDS_MAX + 1 })).toBe(false)
  })
})
