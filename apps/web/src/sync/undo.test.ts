import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { BoardUndo } from './undo.ts'

const MINE = Symbol('mine')

test('undo goes on when what it would put back was replaced by somebody and is collected', () => {
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()]
  mine.clientID = 1
  theirs.clientID = 3
  const undo = new BoardUndo(mine, MINE, () => {})
  const exchange = () => {
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine, Y.encodeStateVector(theirs)))
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(mine)))
  }
  const records = (doc: Y.Doc) => doc.getMap<Y.Map<unknown>>('records')
  const change = (work: () => void) => {
    mine.transact(work, MINE)
    undo.mark()
  }
  records(theirs).set('shape:a', new Y.Map([['x', 4]]))
  exchange()
  change(() => records(mine).get('shape:a')?.set('x', 13))
  change(() => records(mine).get('shape:a')?.set('y', 14))
  change(() => records(mine).delete('shape:a'))
  undo.undo()
  undo.undo()
  records(theirs).set('shape:a', new Y.Map([['y', 23]]))
  change(() => records(mine).get('shape:a')?.set('x', 24))
  exchange()
  // Yjs throws here.
  expect(() => {
    for (let i = 0; i < 4; i++) undo.undo()
    for (let i = 0; i < 4; i++) undo.redo()
  }).not.toThrow()
  exchange()
  expect(records(mine).toJSON()).toEqual(records(theirs).toJSON())
  change(() => records(mine).get('shape:a')?.set('z', 1))
  undo.undo()
  expect(records(mine).get('shape:a')?.get('z')).toBeUndefined()
  undo.destroy()
})
