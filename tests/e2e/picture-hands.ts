import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures.ts'

export type SentFile = { name: string; mimeType: string; buffer: Buffer }

/** Every picture on the board, as the page shows it. */
export const pictures = (page: Page): Locator => page.locator('.tl-shape[data-shape-type="image"]')

/** The card that is there while pictures are on their way. */
export const uploadCard = (page: Page): Locator => page.locator('[data-upload]')

/** The pictures that have been fetched and decoded: their own sizes in px. */
export const shownSizes = (page: Page): Promise<string[]> =>
  pictures(page)
    .locator('img')
    .evaluateAll((all) =>
      (all as HTMLImageElement[])
        .filter(({ complete, naturalWidth }) => complete && naturalWidth > 0)
        .map(({ naturalWidth, naturalHeight }) => `${naturalWidth}×${naturalHeight}`),
    )

/** Drops files on the canvas, or pastes them, as a hand does: the page gets the event that the browser would send. */
export async function give(page: Page, how: 'drop' | 'paste', files: readonly SentFile[], at = { x: 700, y: 450 }) {
  const sent = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, bytes: buffer.toString('base64') }))
  await page.evaluate(
    ({ how, sent, at }) => {
      const data = new DataTransfer()
      for (const { name, mimeType, bytes } of sent) {
        const binary = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))
        data.items.add(new File([binary], name, { type: mimeType }))
      }
      if (how === 'paste') {
        document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
        return
      }
      const canvas = document.querySelector('.tl-canvas')
      const where = { clientX: at.x, clientY: at.y, bubbles: true, cancelable: true, dataTransfer: data }
      canvas?.dispatchEvent(new DragEvent('dragover', where))
      canvas?.dispatchEvent(new DragEvent('drop', where))
    },
    { how, sent, at },
  )
}

/** Chooses files with the button in the toolbar, which may lie among the further tools. */
export async function choose(page: Page, files: readonly SentFile[]): Promise<void> {
  const button = page.getByTestId('tools.asset')
  const more = page.getByTestId('tools.more.asset')
  if (!(await button.isVisible())) {
    await page.getByTestId('tools.more-button').click()
    await expect(more).toBeVisible()
  }
  const chooser = page.waitForEvent('filechooser')
  await ((await button.isVisible()) ? button : more).click()
  await (await chooser).setFiles([...files])
}
