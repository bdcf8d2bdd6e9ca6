import type { Asset } from '@samtavle/shared/api'
import { assetSource } from '@samtavle/shared/board-asset'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { noteRecord, pictureRecords } from '@samtavle/shared/shape-record.fixture'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { ApiError, api } from '../../api-client.ts'
import { sendPictures, withPictures } from './send-pictures.ts'

const [ONE, TWO, HERE] = ['1', '2', '9'].map((digit) => digit.repeat(64)) as [string, string, string]
const asset = (id: string): Asset => ({ id, type: 'image/webp', bytes: 7, width: 6, height: 4 })
const picture = (words: string | undefined) => ({
  said: undefined,
  read: async () => (words === undefined ? undefined : new Blob([words])),
})
const quiet = () => ({ signal: new AbortController().signal, onProgress() {} })

afterEach(() => {
  vi.restoreAllMocks()
})

describe('the pictures of a file', () => {
  test('go one after the other; what is refused or cannot be read does not keep the others', async () => {
    const refused = ['bad_request', 'not_a_picture', 'picture_too_big', 'too_large'] as const
    const gone: string[] = []
    vi.spyOn(api, 'sendImportAsset').mockImplementation(async (file) => {
      const words = await file.text()
      gone.push(words)
      const code = refused.find((one) => one === words)
      if (code !== undefined) throw new ApiError(code, words)
      return asset(HERE)
    })
    const shares: number[] = []
    const pictures = new Map([...refused, undefined, 'et'].map((words, i) => [String(i), picture(words)]))
    const sent = await sendPictures(pictures, { ...quiet(), onProgress: (share) => shares.push(share) })
    expect([...sent]).toEqual([['5', asset(HERE)]])
    expect(gone).toEqual([...refused, 'et'])
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
  })

  test('stop when the server is away, no right is left, or the person says so', async () => {
    for (const code of ['network', 'forbidden', 'unauthenticated', 'internal'] as const) {
      vi.spyOn(api, 'sendImportAsset').mockRejectedValue(new ApiError(code, code))
      await expect(sendPictures(new Map([[ONE, picture('et')]]), quiet())).rejects.toMatchObject({ code })
    }
    const controller = new AbortController()
    const send = vi.spyOn(api, 'sendImportAsset').mockImplementation(async () => {
      controller.abort(new Error('stopped'))
      return asset(HERE)
    })
    send.mockClear()
    const pictures = new Map([ONE, TWO].map((id) => [id, picture(id)]))
    await expect(sendPictures(pictures, { ...quiet(), signal: controller.signal })).rejects.toThrow('stopped')
    expect(send).toHaveBeenCalledTimes(1)
  })

  test('are no more than a board holds', async () => {
    const send = vi.spyOn(api, 'sendImportAsset').mockResolvedValue(asset(HERE))
    await sendPictures(new Map(Array.from({ length: 10_000 }, (_, i) => [String(i), picture('x')])), quiet())
    expect(send).toHaveBeenCalledTimes(1_000)
  })
})

describe('the records of a file', () => {
  const records = [
    noteRecord('shape:note'),
    ...pictureRecords('one', assetSource(ONE)),
    ...pictureRecords('two', assetSource(TWO)),
  ]
  const sources = (after: readonly BoardRecord[]) =>
    after.flatMap(({ typeName, props }) => (typeName === 'asset' ? [props?.src] : []))

  test('name their pictures as they are here, and nothing else changes', () => {
    const after = withPictures(
      records,
      new Map([
        [ONE, asset(HERE)],
        [TWO, asset(TWO)],
      ]),
      true,
    )
    expect(sources(after)).toEqual([assetSource(HERE), assetSource(TWO)])
    expect(after[1]?.props).toEqual({
      ...records[1]?.props,
      src: assetSource(HERE),
      mimeType: 'image/webp',
      fileSize: 7,
    })
    expect(after.filter((_, i) => i !== 1)).toEqual(records.filter((_, i) => i !== 1))
  })

  test('keep the name of a picture that was not taken, unless it says nothing', () => {
    expect(sources(withPictures(records, new Map(), true))).toEqual([assetSource(ONE), assetSource(TWO)])
    expect(sources(withPictures(records, new Map(), false))).toEqual([null, null])
    expect(withPictures([null, 7] as unknown as BoardRecord[], new Map(), true)).toEqual([null, 7])
  })
})
