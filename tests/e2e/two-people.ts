import type { Page } from '@playwright/test'
import { addMember, createBoard, type Person } from '../support/api-session.ts'
import { layCable, type NetworkCable } from '../support/network-cable.ts'
import { expectBoardReady } from './board-page.ts'
import { test as base } from './fixtures.ts'

/** Two colleagues with a browser each and the same board on both screens. */
export type Pair = {
  boardId: string
  /** Owns the board. */
  anna: Person
  /** May edit it. */
  bo: Person
  a: Page
  b: Page
  /** Each one's way to the network. */
  cables: { a: NetworkCable; b: NetworkCable }
  unplugBoth(): void
  plugInBoth(): void
}

/** The same fixtures, and a network cable that can be pulled out. */
export const test = base.extend<{ pair: Pair; cable: () => Promise<NetworkCable> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from this pattern
  cable: async ({}, use) => {
    const cables: NetworkCable[] = []
    await use(async () => {
      const cable = await layCable()
      cables.push(cable)
      return cable
    })
    for (const cable of cables) await cable.close()
  },
  // The cable comes first, so that the browsers are closed before it is.
  pair: [
    async ({ cable, person, signedInPage }, use) => {
      const [anna, bo] = [await person({ name: 'Anna Mikkelsen' }), await person({ name: 'Bo Krogh' })]
      const boardId = await createBoard(anna.session)
      await addMember(anna.session, boardId, bo.id, 'edit')
      const cables = { a: await cable(), b: await cable() }
      const path = `/boards/${boardId}`
      const a = await signedInPage(anna, { path, proxy: { server: cables.a.server } })
      const b = await signedInPage(bo, { path, proxy: { server: cables.b.server } })
      await expectBoardReady(a)
      await expectBoardReady(b)
      await use({
        boardId,
        anna,
        bo,
        a,
        b,
        cables,
        unplugBoth() {
          cables.a.unplug()
          cables.b.unplug()
        },
        plugInBoth() {
          cables.a.plugIn()
          cables.b.plugIn()
        },
      })
    },
    // Two browsers load the whole editor: that is not the time of the test.
    { timeout: 90_000 },
  ],
})

/** What a browser reports itself when its connections break. */
export const BROKEN_CONNECTION = /net::ERR_|WebSocket connection to .* failed/
