import { assetSource } from '@samtavle/shared/board-asset'
import { BACKUP_BYTES_MAX, type BackupSchema, pictureLine, writeBackupAround } from '@samtavle/shared/board-backup'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { pictureRecords } from '@samtavle/shared/shape-record.fixture'
import { describe, expect, test } from 'vitest'
import { openBackupFile, readBackupText } from './backup-file.ts'

const schema: BackupSchema = { schemaVersion: 2, sequences: {} }
const [ONE, TWO, OTHER] = ['1', '2', '3'].map((digit) => digit.repeat(64)) as [string, string, string]
const RECORDS: BoardRecord[] = [
  { id: 'document:document', typeName: 'document', name: 'Ærø\n\u2028' },
  ...pictureRecords('one', assetSource(ONE)),
  ...pictureRecords('two', assetSource(TWO)),
]
const base64 = (text: string) => Buffer.from(text).toString('base64')

/** A file as the board's page writes it. */
function fileOf(pictures: Readonly<Record<string, string>>, records = RECORDS): string {
  const about = { title: 'T', locale: 'da', templateId: null, exportedAt: '2026-11-23T12:00:00Z', schema } as const
  const { before, after } = writeBackupAround({ ...about, records })
  const lines = Object.entries(pictures).map(([id, data]) => {
    const around = pictureLine({ id, type: 'image/png' })
    return `${around.before}${data}${around.after}`
  })
  return `${before}${lines.join(',\n')}${after}`
}

/** The same bytes in pieces of this size, as a disk may give them. */
function inPieces(text: string, size: number): Blob {
  const blob = new Blob([text])
  const stream = () => {
    let at = 0
    return new ReadableStream<Uint8Array>({
      async pull(controller) {
        const piece = new Uint8Array(await blob.slice(at, at + size).arrayBuffer())
        at += size
        if (piece.byteLength === 0) controller.close()
        else controller.enqueue(piece)
      },
    })
  }
  return Object.assign(blob, { stream }) as Blob
}

async function opened(blob: Blob) {
  const read = await readBackupText(blob)
  if (read === null) throw new Error('too large')
  const result = openBackupFile(read)
  if (!result.ok) throw new Error(result.reason)
  const words = await Promise.all(
    [...result.pictures].map(async ([id, { said, read: bytes }]) => [id, said, await (await bytes())?.text()]),
  )
  return { ...result, words, text: read.text }
}

describe('a backup file', () => {
  test('is read with its pictures, however it comes from the disk, and without holding them', async () => {
    const text = fileOf({ [ONE]: base64('et'), [TWO]: base64('to '.repeat(2_000)), [OTHER]: base64('tre') })
    for (const size of [1, 7, 127, 128, 129, 1_000, 1_000_000]) {
      const { backup, words, text: rest } = await opened(inPieces(text, size))
      expect(backup.records).toHaveLength(RECORDS.length)
      expect(backup).not.toHaveProperty('pictures')
      // What the board does not show is not handed out.
      expect(words).toEqual([
        [ONE, ONE, 'et'],
        [TWO, TWO, 'to '.repeat(2_000)],
      ])
      expect(rest).not.toContain(base64('et'))
    }
  })

  test('that another program wrote anew has its pictures all the same', async () => {
    const whole = JSON.parse(fileOf({ [ONE]: base64('et') }))
    for (const text of [
      JSON.stringify(whole),
      JSON.stringify(whole, null, 2),
      fileOf({ [ONE]: base64('et') }).replaceAll('\n', '\r\n'),
    ]) {
      expect((await opened(new Blob([text]))).words).toEqual([[ONE, ONE, 'et']])
    }
  })

  test('with data that is none hands out nothing for it', async () => {
    for (const data of ['***', 'A', 'A'.repeat(14 * 1024 * 1024)]) {
      expect((await opened(new Blob([fileOf({ [ONE]: data })]))).words).toEqual([[ONE, ONE, undefined]])
    }
    const odd = JSON.stringify({
      ...JSON.parse(fileOf({})),
      pictures: [null, 7, { id: ONE, data: 7 }, { id: {}, data: 'AAAA' }],
    })
    expect((await opened(new Blob([odd]))).words).toEqual([])
    expect((await opened(new Blob([odd.replace(/"pictures":.*/s, '"pictures":7}')]))).words).toEqual([])
  })

  test('with records that are none is left to the server', async () => {
    const whole = { ...JSON.parse(fileOf({ [ONE]: base64('et') })), records: [null, 7, 'x'] }
    expect((await opened(new Blob([JSON.stringify(whole)]))).words).toEqual([])
  })

  test('may weigh much by its pictures, not by its records', async () => {
    const picture = { [ONE]: base64('x'.repeat(7 * 1024 * 1024)), [TWO]: base64('y'.repeat(9 * 1024 * 1024)) }
    const heavy = new Blob([fileOf(picture)])
    expect(heavy.size).toBeGreaterThan(BACKUP_BYTES_MAX)
    expect((await opened(heavy)).words.map((word) => word[2]?.length)).toEqual([7 * 1024 * 1024, 9 * 1024 * 1024])
    const long = { id: 'shape:x', typeName: 'shape', props: { text: 'x'.repeat(BACKUP_BYTES_MAX) } }
    expect(await readBackupText(new Blob([fileOf({}, [long])]))).toBeNull()
  })
})
