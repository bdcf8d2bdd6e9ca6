import { expect, test } from 'vitest'
import { assetIdOf, assetSource, assetsShown } from './board-asset.ts'
import type { BoardRecord } from './board-doc.ts'

const [A, B, C] = ['a', 'b', 'c'].map((letter) => letter.repeat(64)) as [string, string, string]

test('a picture is named by its content and by nothing else', () => {
  expect(assetIdOf(assetSource(A))).toBe(A)
  for (const src of [
    A,
    `asset:${A}0`,
    `asset:${A.toUpperCase()}`,
    `asset:${A.slice(1)}`,
    `asset:${A}\n`,
    'asset:',
    '',
    null,
    7,
  ]) {
    expect(assetIdOf(src), String(src)).toBeUndefined()
  }
})

test('what is shown is what a shape names; a record alone shows nothing', () => {
  const asset = (id: string, src: unknown): BoardRecord => ({ id, typeName: 'asset', type: 'image', props: { src } })
  const shape = (id: string, assetId: unknown): BoardRecord => ({
    id,
    typeName: 'shape',
    type: 'image',
    props: { assetId },
  })
  const records = [
    shape('shape:one', 'asset:one'),
    asset('asset:one', assetSource(A)),
    asset('asset:two', assetSource(A)),
    asset('asset:unused', assetSource(B)),
    asset('asset:elsewhere', 'https://evil.example/x.png'),
    shape('shape:elsewhere', 'asset:elsewhere'),
    shape('shape:nothing', null),
    shape('shape:gone', 'asset:gone'),
    asset('asset:late', assetSource(C)),
    shape('shape:late', 'asset:late'),
  ]
  expect([...assetsShown(records)].sort()).toEqual([A, C])
  expect(assetsShown([])).toEqual(new Set())
})
