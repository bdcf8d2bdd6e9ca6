import type { BrowserContext, Page } from '@playwright/test'
import { guests } from '../../apps/web/src/i18n/da/guests.ts'
import type { Person } from '../support/api-session.ts'
import { expectBoardReady } from './board-page.ts'

/** A window as large as a phone's, with fingers. */
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const

const HOUR = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString()

/** A link of the owner's, made over HTTP: its id, and the path and fragment of its address. */
export async function makeLink(
  owner: Person,
  kind: 'board' | 'sprint',
  id: string,
  over: Record<string, unknown> = {},
) {
  const body = { expiresAt: inHours(4), ...(kind === 'board' ? { right: 'comment' } : {}), ...over }
  const path = `/api/${kind}s/${id}/share-links`
  const made = await owner.session.ask<{ id: string; link: string }>('POST', path, body)
  return { id: made.id, path, address: made.link.slice(made.link.indexOf('/j#')) }
}

/** Joins as a guest by the address of a link; resolves on the board. */
export async function join(context: BrowserContext, address: string, name: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(address)
  await page.getByLabel(guests.name).fill(name)
  await page.getByRole('button', { name: guests.join }).click()
  await expectBoardReady(page)
  return page
}
