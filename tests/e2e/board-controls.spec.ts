import { createBoard } from '../support/api-session.ts'
import { expectBoardReady } from './board-page.ts'
import { expect, test } from './fixtures.ts'

/** Where controls move, and where tldraw shows fewer tools or draws its mark upright: pixels. */
const WIDTHS = [320, 360, 390, 436, 480, 640, 641, 700, 768, 900, 980, 981, 1024, 1280, 1281, 1440]

test('at every width all controls of the board lie in the window, none over another or over tldraw’s mark', async ({
  person,
  signedInPage,
}) => {
  test.slow()
  const anna = await person()
  for (const templateId of ['borgerrejse', undefined]) {
    const id = await createBoard(anna.session, { title: 'Bredder', ...(templateId && { templateId, locale: 'da' }) })
    const page = await signedInPage(anna, { path: `/boards/${id}` })
    await expectBoardReady(page)
    // Finding adds a bar and takes nothing away.
    await page.keyboard.press('Control+f')
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 })
      await expect.poll(() => page.evaluate(misplaced), `${templateId ?? 'an empty board'}, ${width} px`).toEqual([])
    }
  }
})

/** Runs in the page: each control that is partly outside the window, and each pair of which one lies on the other. */
function misplaced(): string[] {
  const controls = [...document.querySelectorAll('#board-canvas button, #board-canvas [data-testid="tl-watermark"]')]
    .filter((control) => control.checkVisibility({ visibilityProperty: true }))
    .filter((control) => control.closest('.tl-canvas, .tl-skip-to-main-content') === null)
    .map((control) => {
      const { left, right, top, bottom } = control.getBoundingClientRect()
      const name = control.getAttribute('aria-label') ?? control.getAttribute('title') ?? control.outerHTML
      return { name, left, right, top, bottom, control, toolbar: control.closest('.tlui-toolbar__tools') ?? control }
    })
  const outside = controls
    .filter(({ left, right, bottom }) => left < 0 || right > window.innerWidth || bottom > window.innerHeight)
    .map(({ name }) => `${name} is partly outside the window`)
  const covering = controls.flatMap((one, index) =>
    controls
      .slice(index + 1)
      // tldraw's tools share their edges.
      .filter(
        ({ control, toolbar }) =>
          toolbar !== one.toolbar && !control.contains(one.control) && !one.control.contains(control),
      )
      .filter(({ left, right }) => left < one.right - 1 && one.left < right - 1)
      .filter(({ top, bottom }) => top < one.bottom - 1 && one.top < bottom - 1)
      .map(({ name }) => `${one.name} and ${name} overlap`),
  )
  return [...outside, ...covering]
}
