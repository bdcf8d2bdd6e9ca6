import type { ReadScope } from '@samtavle/shared/read-board'
import { expect, test } from 'vitest'
import { type ExportFormat, scopeFor } from './export-choice.ts'

const SELECTION: ReadScope = { part: 'selection', ids: new Set(['shape:a']) }
const PAGE: ReadScope = { part: 'page', page: 'page:a' }

test.each<[ExportFormat, ReadScope, ReadScope['part']]>([
  ['backup', SELECTION, 'board'],
  ['backup', PAGE, 'board'],
  ['tldr', SELECTION, 'board'],
  ['tldr', PAGE, 'page'],
  ['pdf', SELECTION, 'selection'],
  ['csv', PAGE, 'page'],
  ['png', { part: 'section', frame: 'shape:f' }, 'section'],
])('%s of %j is of the %s', (format, scope, part) => {
  expect(scopeFor(format, scope).part).toBe(part)
})
