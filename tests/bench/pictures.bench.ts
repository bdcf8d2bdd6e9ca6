/**
 * What pictures for snapshots cost: a board of 5,000 notes and each template, drawn in parts of what `JSON.stringify` of
 * the same records takes, and how large they are. No server and no browser. Writes `results/pictures.json`.
 */
import { writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { drawBoard, drawSection } from '@samtavle/shared/board-picture'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { listTemplates } from '../../packages/templates/src/catalog.ts'
import { instantiateTemplate } from '../../packages/templates/src/instantiate.ts'
import { median } from './sync/statistics.ts'

const ROUNDS = 15
const NOTES = 5_000
const GOAL_MS = 1_000
const WORDS = 'Borgeren ringer selv tredje gang og får at vide, at sagen ligger et andet sted'.split(' ')
const look = { theme: 'light', locale: 'da' } as const

const rounded = (value: number): number => Number(value.toFixed(1))

/** Median in ms, after a few rounds for the compiler. */
function timeOf(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS + 3 }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  })
  return median(times.slice(3).toSorted((a, b) => a - b))
}

function fullBoard(): BoardRecord[] {
  const page: BoardRecord = { id: 'page:p', typeName: 'page', name: 'Tavle', index: 'a1', meta: {} }
  const notes = Array.from({ length: NOTES }, (_, i): BoardRecord => {
    const text = Array.from({ length: 4 + (i % 9) }, (_, j) => WORDS[(i + j) % WORDS.length]).join(' ')
    const place = { x: (i % 100) * 220, y: Math.floor(i / 100) * 240, rotation: 0, index: `a${i}`, parentId: page.id }
    const props = {
      color: 'yellow',
      size: 'm',
      font: 'sans',
      align: 'start',
      verticalAlign: 'start',
      growY: 0,
      scale: 1,
    }
    const set = { ...props, labelColor: 'black', richText: richTextOf(text) }
    return {
      id: `shape:${i}`,
      typeName: 'shape',
      type: 'note',
      ...place,
      meta: { role: 'fact' },
      opacity: 1,
      props: set,
    }
  })
  return [page, ...notes]
}

function figuresOf(records: BoardRecord[], draw: () => string) {
  const drawMs = timeOf(draw)
  const jsonMs = timeOf(() => JSON.stringify(records))
  const svg = draw()
  const sizes = { kilobytes: rounded(svg.length / 1000), compressedKilobytes: rounded(gzipSync(svg).length / 1000) }
  return { drawMs: rounded(drawMs), jsonMs: rounded(jsonMs), timesJson: rounded(drawMs / jsonMs), ...sizes }
}

const board = fullBoard()
const notes = figuresOf(board, () => drawBoard(board, look).svg)
const sections = listTemplates().flatMap((template) => {
  let next = 0
  const records = instantiateTemplate(template, {
    locale: 'da',
    examples: true,
    short: false,
    newId: () => `s${next++}`,
  })
  const frames = records.filter(({ type }) => type === 'frame')
  return frames.map(({ id }) => {
    const began = performance.now()
    const { length } = drawSection(records, id, look)?.svg ?? ''
    return { ms: performance.now() - began, kilobytes: length / 1000 }
  })
})
const sorted = (pick: (section: (typeof sections)[number]) => number) => sections.map(pick).toSorted((a, b) => a - b)
const times = sorted(({ ms }) => ms)
const sizes = sorted(({ kilobytes }) => kilobytes)
const result = {
  machine: { cores: availableParallelism(), load: rounded(loadavg()[0] ?? 0), node: process.version },
  notes: { count: NOTES, goalMs: GOAL_MS, ...notes },
  sections: {
    count: sections.length,
    medianMs: rounded(median(times)),
    slowestMs: rounded(times.at(-1) ?? 0),
    medianKilobytes: rounded(median(sizes)),
    largestKilobytes: rounded(sizes.at(-1) ?? 0),
  },
}
console.log(JSON.stringify(result, undefined, 2))
if (notes.drawMs > GOAL_MS) throw new Error(`${NOTES} notes took ${notes.drawMs} ms, more than ${GOAL_MS}`)
await writeFile(join(import.meta.dirname, 'results/pictures.json'), `${JSON.stringify(result, undefined, 2)}\n`)
