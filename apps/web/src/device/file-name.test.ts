import { expect, test } from 'vitest'
import { exportFileName } from './file-name.ts'

test.each([
  ['Borgerrejse', 'borgerrejse-2026-11-22.csv'],
  ['Uge 37: rejsen på Ærø', 'uge-37-rejsen-paa-aeroe-2026-11-22.csv'],
  ['../../etc/passwd', 'etc-passwd-2026-11-22.csv'],
  ['a\u0000b\\c:d*?"<>|', 'a-b-c-d-2026-11-22.csv'],
  ['.csv', 'csv-2026-11-22.csv'],
  ['—', 'tavle-2026-11-22.csv'],
  ['CON', 'con-2026-11-22.csv'],
  ['a\u030Arsplan', 'aarsplan-2026-11-22.csv'],
  ['Ταχύτητα', 'ταχυτητα-2026-11-22.csv'],
  [`${'ord '.repeat(40)}`, `${'ord-'.repeat(15).slice(0, -1)}-2026-11-22.csv`],
])('%j is saved as %s', (title, expected) => {
  expect(exportFileName(title, new Date(2026, 10, 22, 23, 59), 'csv')).toBe(expected)
})
