import type { Page } from '@playwright/test'
import type { CreateBoardRequest } from '@samtavle/shared/api'
import { createBoard, type Person } from '../support/api-session.ts'
import { expectBoardReady } from './board-page.ts'
import type { TestFixtures } from './fixtures.ts'

/** Somebody on a board of their own, which is on their screen. */
export type OwnBoard = { owner: Person; boardId: string; page: Page }

/** A new account makes a board and opens it; resolves when its shapes are on screen. */
export async function openOwnBoard(
  { person, signedInPage }: Pick<TestFixtures, 'person' | 'signedInPage'>,
  board: Partial<CreateBoardRequest> = {},
): Promise<OwnBoard> {
  const owner = await person()
  const boardId = await createBoard(owner.session, board)
  const page = await signedInPage(owner, { path: `/boards/${boardId}` })
  await expectBoardReady(page)
  return { owner, boardId, page }
}
