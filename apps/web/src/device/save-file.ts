/** For how long the browser may still be asking where to put the file, in ms. */
const KEPT_MS = 60_000

/** Hands a file that was made in this page to the browser, which saves it. No request leaves. */
export function saveFile(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}
