import da from '@tldraw/assets/translations/da.json'
import main from '@tldraw/assets/translations/main.json'
import no from '@tldraw/assets/translations/no.json'
import { expect, test } from 'vitest'
import { TLDRAW_DA } from './tldraw-da.ts'
import { TLDRAW_NO } from './tldraw-no.ts'

const english: Readonly<Record<string, string>> = main

/** Names, signs and words that are the same in both languages. */
const SAME = new Set([
  'a11y.shape-video',
  'color-style.orange',
  'geo-style.ellipse',
  'geo-style.oval',
  'geo-style.pentagon',
  'help-menu.discord',
  'help-menu.github',
  'help-menu.twitter',
  'menu.title',
  'navigation-zone.zoom',
  'page-menu.submenu.title',
  'status.offline',
  'tool.ellipse',
  'tool.image-zoom',
  'tool.oval',
  'tool.rich-text-link',
  'a11y.status',
  'toast.info',
])
const isSign = (text: string) => /^([\d %]+|PNG|SVG)$/.test(text)

test.each([
  ['da', da, TLDRAW_DA],
  ['no', no, TLDRAW_NO],
])('tldraw speaks %s in every place', (_language, theirs: Readonly<Record<string, string>>, ours) => {
  const untranslated = Object.keys(english).filter((key) => {
    const text = ours[key] ?? theirs[key]
    const source = english[key] as string
    return text === undefined || text === '' || (text === source && !SAME.has(key) && !isSign(source))
  })
  expect(untranslated).toEqual([])
})

test.each([
  ['da', TLDRAW_DA],
  ['no', TLDRAW_NO],
] as const)('every word in %s is one that tldraw asks for', (_language, ours) => {
  expect(Object.keys(ours).filter((key) => english[key] === undefined)).toEqual([])
})
