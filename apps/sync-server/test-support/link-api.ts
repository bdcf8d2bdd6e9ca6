import type { CreateShareLinkRequest, Door, GuestPass, ShareLinks, Wall } from '@samtavle/shared/share-link-api'
import type { Identity } from '../src/http/app-env.ts'
import type { BoardApi } from './board-api.ts'

/** Somebody's browser as a guest: one cookie, which every joining changes. */
export type GuestBrowser = {
  cookie: string
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  join(door: Door & { name?: string; locale?: string }): Promise<Response>
  passes(): Promise<GuestPass[]>
}

export const hoursFrom = (api: BoardApi, hours: number): string =>
  new Date(api.clock.now.getTime() + hours * 3_600_000).toISOString()

export const linksPath = (kind: 'board' | 'sprint' | 'snapshot', id: string): string =>
  `/api/${kind}s/${id}/share-links`

/** Makes a link of this person's that lasts a day. @returns its id and the secret in its address. */
export async function makeLink(
  api: BoardApi,
  who: Identity,
  path: string,
  over: Partial<CreateShareLinkRequest> = {},
): Promise<{ id: string; secret: string; link: string }> {
  const response = await api.ask(who, 'POST', path, { expiresAt: hoursFrom(api, 24), ...over })
  if (response.status !== 201) throw new Error(`no link: ${response.status} ${await response.text()}`)
  const { id, link } = (await response.json()) as { id: string; link: string }
  return { id, link, secret: link.split(/\/s\/|#/)[1] ?? '' }
}

export async function listLinks(api: BoardApi, who: Identity, path: string): Promise<ShareLinks> {
  return (await (await api.ask(who, 'GET', path)).json()) as ShareLinks
}

export async function openWall(api: BoardApi, who: Identity, path: string, linkId: string): Promise<Wall> {
  const response = await api.ask(who, 'POST', `${path}/${linkId}/wall`)
  if (response.status !== 201) throw new Error(`no wall: ${await response.text()}`)
  return (await response.json()) as Wall
}

/** A browser in which nobody is signed in and that joined nothing. */
export function guestBrowser(api: BoardApi): GuestBrowser {
  const browser: GuestBrowser = {
    cookie: '',
    async ask(method, path, body, headers = {}) {
      const response = await api.ask(null, method, path, body, { cookie: browser.cookie, ...headers })
      const set = response.headers.get('set-cookie')
      if (set !== null) browser.cookie = set.split(';')[0] ?? ''
      return response
    },
    join: (door) => browser.ask('POST', '/api/join', door),
    async passes() {
      return ((await (await browser.ask('GET', '/api/guest')).json()) as { passes: GuestPass[] }).passes
    },
  }
  return browser
}
