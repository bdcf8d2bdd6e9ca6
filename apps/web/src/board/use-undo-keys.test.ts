import { expect, test } from 'vitest'
import { undoDirection } from './use-undo-keys.ts'

const PLAIN = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

test.each([
  [{ key: 'z', ctrlKey: true }, 'undo'],
  [{ key: 'z', metaKey: true }, 'undo'],
  [{ key: 'Z', ctrlKey: true, shiftKey: true }, 'redo'],
  [{ key: 'y', ctrlKey: true }, 'redo'],
  [{ key: 'z' }, undefined],
  [{ key: 'z', ctrlKey: true, altKey: true }, undefined],
  [{ key: 'ArrowUp', ctrlKey: true }, undefined],
])('%j asks for %s', (keys, direction) => {
  expect(undoDirection({ ...PLAIN, ...keys })).toBe(direction)
})
