import type { AssetFiles } from '../src/assets/asset-files.ts'

/** Files of pictures in memory, with the time of an injected clock. */
export type MemoryAssetFiles = AssetFiles & { ids(): string[] }

export function createMemoryAssetFiles(now: () => number): MemoryAssetFiles {
  const files = new Map<string, { bytes: Uint8Array<ArrayBuffer>; at: number }>()
  return {
    ids: () => [...files.keys()].sort(),
    put: async (id, bytes) => void files.set(id, { bytes: new Uint8Array(bytes), at: now() }),
    open: async (id) => {
      const file = files.get(id)
      return file && new Blob([file.bytes]).stream()
    },
    has: async (id) => files.has(id),
    remove: async (id) => void files.delete(id),
    async *list(before) {
      for (const [id, { at }] of [...files]) if (at < before.getTime()) yield id
    },
    tidy: async () => {},
  }
}
