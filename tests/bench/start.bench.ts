/**
 * From starting the built server to its address being printed: the first start of a data folder, which creates the
 * embedded database, and later ones. Writes `results/start.json`.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { spawnServer } from '../support/spawned-server.ts'

const ROUNDS = 7

const began = performance.now()
const server = await spawnServer()
const firstMs = performance.now() - began
const laterMs: number[] = []
try {
  for (let round = 0; round < ROUNDS; round++) {
    await server.terminate()
    laterMs.push(await server.start())
  }
} finally {
  await server.close()
}
const median = laterMs.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN
const result = {
  measured: new Date().toISOString().slice(0, 10),
  node: process.version,
  firstMs: Math.round(firstMs),
  laterMs: Math.round(median),
  ratio: Number((median / firstMs).toFixed(2)),
}
console.log(JSON.stringify(result, null, 2))
await writeFile(join(import.meta.dirname, 'results/start.json'), `${JSON.stringify(result, null, 2)}\n`)
