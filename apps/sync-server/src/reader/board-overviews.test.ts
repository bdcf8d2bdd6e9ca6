import type { SnapshotContent } from '@samtavle/shared/snapshot-content'
import { expect, test } from 'vitest'
import { wednesdaySnapshot } from '../../test-support/wednesday-snapshot.ts'
import { documentText } from './markup.ts'
import { picturesBelow } from './part-pictures.ts'
import { snapshotPage } from './snapshot-page.ts'

const files = { style: '', styleHash: '', script: '', scriptPath: '/s/files/x.js', version: '1' }
const rendered = (content: SnapshotContent) =>
  documentText(
    snapshotPage({
      ...{ content, files, sha256: 'ab12'.repeat(16), pictureAt: picturesBelow('/s/token') },
      ...{ answer: null, isCase: false, timeZone: 'Europe/Copenhagen' },
    }),
  )

test('boards as wholes stand at the end, each under its name where there are several', async () => {
  const board = (title: string) => ({ title, picture: { key: 'b1', alt: `Tavlen ${title}`, width: 900, height: 600 } })
  const one = await rendered({ ...wednesdaySnapshot(), boards: [board('Fundament')] })
  expect(one).toContain('<h2 id="boards">Tavlen i overblik</h2>')
  expect(one).toContain('src="/s/token/pictures/board-1.svg" alt="Tavlen Fundament"')
  expect(one).toContain('<a href="#boards">Tavlen i overblik</a>')
  const two = await rendered({ ...wednesdaySnapshot(), boards: [board('Fundament'), board('Idéer')] })
  expect(two.replace(/<[^>]*>/gu, ' ').replace(/\s+/gu, ' ')).toContain('Tavlerne i overblik Kun de felter')
  for (const title of ['Fundament', 'Idéer']) expect(two).toContain(`<h3>${title}</h3>`)
  expect(two).toContain('/s/token/pictures/board-2-dark.svg')
  const levels = [...two.matchAll(/<h([1-6])[\s>]/gu)].map(([, level]) => Number(level))
  expect(levels.every((level, i, all) => i === 0 || level <= (all[i - 1] ?? 0) + 1)).toBe(true)
  expect(await rendered(wednesdaySnapshot())).not.toContain('i overblik')
})
