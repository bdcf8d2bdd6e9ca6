import { atom, type Editor } from '@tldraw/tldraw'
import { expect, test, vi } from 'vitest'
import { BoardText } from './board-text.ts'

test('where I stand is told when the text editor is there, however late it came', () => {
  vi.stubGlobal('requestAnimationFrame', () => 1)
  vi.stubGlobal('cancelAnimationFrame', () => {})
  const textEditor = atom<object | null>('text editor', null)
  const text = new BoardText()
  const caretMoved = vi.fn()
  const source = { fragmentOf: () => undefined, flush: () => {}, release: () => {}, caretMoved }
  const letGo = text.attach({
    store: { listen: () => () => {} },
    getEditingShapeId: () => 'shape:n',
    getRichTextEditor: () => textEditor.get(),
  } as unknown as Editor)
  text.follow(source)
  expect(caretMoved).not.toHaveBeenCalled()
  textEditor.set({ isDestroyed: true })
  expect(caretMoved).toHaveBeenCalledOnce()
  letGo()
  vi.unstubAllGlobals()
})
