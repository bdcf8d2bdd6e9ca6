import { describe, expect, it } from 'vitest'
import { keepPlace, stepFrom } from './find-place.ts'

describe('the place among the hits', () => {
  it('stays when others write hits before it, and when the order changes', () => {
    expect(keepPlace({ id: 'b', index: 1 }, ['x', 'y', 'a', 'b'])).toEqual({ id: 'b', index: 3 })
    expect(keepPlace({ id: 'b', index: 1 }, ['b', 'a'])).toEqual({ id: 'b', index: 0 })
  })

  it('goes around both ends', () => {
    expect(stepFrom({ id: 'c', index: 2 }, ['a', 'b', 'c'], 1)).toEqual({ id: 'a', index: 0 })
    expect(stepFrom({ id: 'a', index: 0 }, ['a', 'b', 'c'], -1)).toEqual({ id: 'c', index: 2 })
    expect(stepFrom({ id: 'a', index: 0 }, ['a'], 1)).toEqual({ id: 'a', index: 0 })
    expect(stepFrom({ id: undefined, index: 0 }, [], 1)).toBeUndefined()
  })

  it('is between its neighbours when somebody deletes it', () => {
    const gone = keepPlace({ id: 'b', index: 1 }, ['a', 'c', 'd'])
    expect(gone).toEqual({ id: undefined, index: 1 })
    expect(stepFrom(gone, ['a', 'c', 'd'], 1)).toEqual({ id: 'c', index: 1 })
    expect(stepFrom(gone, ['a', 'c', 'd'], -1)).toEqual({ id: 'a', index: 0 })
    const last = keepPlace({ id: 'c', index: 2 }, ['a', 'b'])
    expect(stepFrom(last, ['a', 'b'], 1)).toEqual({ id: 'a', index: 0 })
    expect(stepFrom(last, ['a', 'b'], -1)).toEqual({ id: 'b', index: 1 })
    expect(stepFrom(keepPlace(last, ['a']), ['a'], -1)).toEqual({ id: 'a', index: 0 })
  })
})
