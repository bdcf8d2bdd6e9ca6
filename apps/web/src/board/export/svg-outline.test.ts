import { expect, test } from 'vitest'
import { outlineOf } from './svg-outline.ts'

const outline = (tag: string, attributes: Record<string, string | number>) =>
  outlineOf(
    tag,
    (name) => Number.parseFloat(String(attributes[name] ?? 0)) || 0,
    (name) => String(attributes[name] ?? ''),
  )

test.each([
  ['path', { d: 'M 0 0 L 1 1' }, 'M 0 0 L 1 1'],
  ['rect', { x: 1, y: 2, width: 10, height: 20 }, 'M1 2H11V22H1Z'],
  [
    'rect',
    { width: 10, height: 20, rx: 2 },
    'M2 0H8A2 2 0 0 1 10 2V18A2 2 0 0 1 8 20H2A2 2 0 0 1 0 18V2A2 2 0 0 1 2 0Z',
  ],
  ['rect', { width: 4, height: 4, rx: 9 }, 'M2 0H2A2 2 0 0 1 4 2V2A2 2 0 0 1 2 4H2A2 2 0 0 1 0 2V2A2 2 0 0 1 2 0Z'],
  ['rect', { width: 0, height: 20 }, ''],
  ['circle', { cx: 5, cy: 5, r: 2 }, 'M3 5A2 2 0 1 1 7 5A2 2 0 1 1 3 5Z'],
  ['ellipse', { cx: 0, cy: 0, rx: 2, ry: 0 }, ''],
  ['line', { x1: 1, y1: 2, x2: 3, y2: 4 }, 'M1 2L3 4'],
  ['polyline', { points: '0,0 1.5,-2 3,4' }, 'M0 0L1.5 -2L3 4'],
  ['polygon', { points: '0,0 1e1,0 10,10' }, 'M0 0L1e1 0L10 10Z'],
  ['polygon', { points: '' }, ''],
  ['text', {}, ''],
])('%s %j as a path', (tag, attributes, d) => {
  expect(outline(tag, attributes)).toBe(d)
})
