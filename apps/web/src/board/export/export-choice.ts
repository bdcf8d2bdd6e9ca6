import type { ReadScope } from '@samtavle/shared/read-board'
import type { Orientation, Paper } from './paper.ts'
import type { PictureScale } from './picture-size.ts'

export type ExportFormat = 'pdf' | 'png' | 'svg' | 'csv' | 'markdown' | 'backup' | 'tldr'

/** What somebody wants of the board, as a file. What does not matter for a format is there all the same. */
export type ExportChoice = {
  format: ExportFormat
  scope: ReadScope
  /** A page for each section, or all on one. */
  sheets: 'sections' | 'whole'
  paper: Paper
  orientation: Orientation
  /** Large pieces are split, so that the words on notes are at least 5 mm. */
  readable: boolean
  scale: PictureScale
  transparent: boolean
}

/** What can be said of where a format takes its content from: a backup is always of the whole board. */
export function scopesOf(format: ExportFormat): readonly ReadScope['part'][] {
  if (format === 'backup') return ['board']
  if (format === 'tldr') return ['board', 'page']
  return ['board', 'page', 'selection', 'section']
}

/** The scope that a format can have: the one chosen, else all of the board. */
export function scopeFor(format: ExportFormat, scope: ReadScope): ReadScope {
  return scopesOf(format).includes(scope.part) ? scope : { part: 'board' }
}

/** Is there more than one way of laying the scope on paper? */
export const hasSheets = ({ part }: ReadScope): boolean => part === 'board' || part === 'page'
