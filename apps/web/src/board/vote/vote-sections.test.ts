import { Box, type TLShapeId } from '@tldraw/tldraw'
import { expect, it } from 'vitest'
import { likelySection } from './vote-sections.ts'

const section = (name: string, notes: number, x: number, w = 1000) => ({
  ...{ frame: `shape:${name}` as TLShapeId, name, notes },
  box: new Box(x, 0, w, 1000),
})
const SECTIONS = [section('few', 2, 0), section('many', 9, 1000), section('none', 0, 2000, 4000)]
const likely = (view: Box, selected: string[] = []) => likelySection(SECTIONS, view, selected)?.name

it('takes the section that fills the window', () => {
  expect(likely(new Box(100, 100, 800, 600))).toBe('few')
  expect(likely(new Box(700, 0, 1000, 1000))).toBe('many')
})

it('takes the one with the most notes when the whole board is in view, and none without notes', () => {
  expect(likely(new Box(-500, -500, 7000, 2000))).toBe('many')
  expect(likely(new Box(2500, 0, 900, 900))).toBeUndefined()
  expect(likely(new Box(0, 5000, 900, 900))).toBeUndefined()
})

it('takes the section of what is selected, when that is one', () => {
  const view = new Box(100, 100, 800, 600)
  expect(likely(view, ['shape:none', 'shape:none'])).toBe('none')
  expect(likely(view, ['shape:none', 'shape:many'])).toBe('few')
})
