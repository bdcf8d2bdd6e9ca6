import { design as texts } from '../../apps/web/src/i18n/da/design.ts'
import { createBoard } from '../support/api-session.ts'
import { readStoredBoard, wordsOf } from '../support/stored-board.ts'
import { expectBoardReady } from './board-page.ts'
import { holdBoardSocket } from './board-socket.ts'
import { addSection, designPanel, openDesign, wordsField } from './design-hands.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

test('words that are typed while the board pauses stay in their field, and are on the board afterwards', async ({
  person,
  signedInPage,
}) => {
  const owner = await person()
  const boardId = await createBoard(owner.session, { title: 'Retro' })
  const page = await signedInPage(owner, { path: '/boards' })
  const socket = await holdBoardSocket(page)
  await page.goto(`/boards/${boardId}`)
  await expectBoardReady(page)
  await openDesign(page)
  const panel = designPanel(page)
  await addSection(page, { da: 'Bevar', en: '', nb: '' }, { da: '', en: '', nb: '' })
  const question = wordsField(panel, texts.part_question, 'da')
  await question.pressSequentially('Hvad virker?')
  socket.say('read-only')
  await expect(panel.getByText(texts.readOnly)).toBeVisible()
  await expect(panel.locator('[inert]')).toHaveCount(1)
  await expectAccessible(page)
  // Longer than the pause after which words are written.
  await page.waitForTimeout(1200)
  await expect(question).toHaveValue('Hvad virker?')
  const said = async () => [...(await readStoredBoard(owner.session, boardId)).values()].map(wordsOf)
  expect(await said()).not.toContain('Hvad virker?')

  socket.say('healthy')
  socket.say(null)
  await expect(panel.getByText(texts.readOnly)).toHaveCount(0)
  await expect(question).toHaveValue('Hvad virker?')
  await expect.poll(said).toContain('Hvad virker?')
})
