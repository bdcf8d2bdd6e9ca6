import { assetSource } from '@samtavle/shared/board-asset'
import { BACKUP_PICTURES_BYTES_MAX } from '@samtavle/shared/board-backup'
import { pictureRecords } from '@samtavle/shared/shape-record.fixture'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { eachPicture } from './picture-data.ts'

const HALF = BACKUP_PICTURES_BYTES_MAX / 2
const idOf = (n: number): string => String(n).repeat(64)
const recordsOf = (...numbers: number[]) => numbers.flatMap((n) => pictureRecords(`p${n}`, assetSource(idOf(n))))
const workOf = (signal = new AbortController().signal) => ({ signal, step: async () => signal.throwIfAborted() })

/** A picture that says how much it weighs, without weighing it. */
const weighing = (size: number, type = 'image/png') => ({ ok: true, blob: async () => ({ size, type }) })
let answers: Record<string, () => unknown>

beforeEach(() => {
  answers = {}
  vi.stubGlobal('fetch', async (address: string) => {
    const answer = answers[address.split('/').at(-1) ?? '']?.()
    if (answer === undefined) throw new TypeError('no connection')
    return answer
  })
  vi.stubGlobal(
    'FileReader',
    class {
      result = ''
      onload = () => {}
      readAsDataURL({ type, size }: Blob) {
        this.result = `data:${type};base64,${size}`
        queueMicrotask(() => this.onload())
      }
    },
  )
})
afterEach(() => {
  vi.unstubAllGlobals()
})

async function taken(...numbers: number[]) {
  const data: string[] = []
  const leftOut = await eachPicture('board', recordsOf(...numbers), workOf(), (picture) =>
    data.push(`${picture.id[0]} ${picture.type} ${picture.data}`),
  )
  return { data, leftOut }
}

test('pictures are taken while there is room for them, and those for which there is none are counted', async () => {
  answers = {
    [idOf(1)]: () => weighing(HALF),
    [idOf(2)]: () => weighing(HALF + 1),
    [idOf(3)]: () => weighing(HALF - 1, 'image/webp'),
    [idOf(4)]: () => weighing(1, 'image/jpeg'),
    [idOf(5)]: () => weighing(1),
  }
  expect(await taken(1, 2, 3, 4, 5)).toEqual({
    data: [`1 image/png ${HALF}`, `3 image/webp ${HALF - 1}`, '4 image/jpeg 1'],
    leftOut: { missing: 0, over: 2 },
  })
})

test('once there is no room, pictures that say they are too large are not fetched', async () => {
  const asked: string[] = []
  const answer = (n: number, size: number) => () => {
    asked.push(String(n))
    return weighing(size)
  }
  answers = {
    [idOf(1)]: answer(1, HALF),
    [idOf(2)]: answer(2, HALF + 1),
    [idOf(3)]: answer(3, HALF + 1),
    [idOf(4)]: answer(4, HALF),
  }
  const records = recordsOf(1, 2, 3, 4).map((record) =>
    record.id === 'asset:p3' ? { ...record, props: { ...record.props, fileSize: HALF + 1 } } : record,
  )
  expect(await eachPicture('board', records, workOf(), () => {})).toEqual({ missing: 0, over: 2 })
  expect(asked).toEqual(['1', '2', '4'])
})

test('what the server does not give, or gives as something else, is missing and counted', async () => {
  answers = {
    [idOf(1)]: () => ({ ok: false }),
    [idOf(2)]: () => weighing(3, 'text/html'),
    [idOf(4)]: () => weighing(3),
  }
  expect(await taken(1, 2, 3, 4)).toEqual({ data: ['4 image/png 3'], leftOut: { missing: 3, over: 0 } })
})

test('the person can stop it', async () => {
  const controller = new AbortController()
  answers = {
    [idOf(1)]: () => {
      controller.abort(new Error('stopped'))
      return undefined
    },
  }
  await expect(eachPicture('board', recordsOf(1), workOf(controller.signal), () => {})).rejects.toThrow('stopped')
})
