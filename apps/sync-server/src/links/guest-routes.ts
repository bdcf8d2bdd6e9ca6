import {
  guestResponse,
  joinRequest,
  joinResponse,
  lookUpLinkRequest,
  lookUpLinkResponse,
  sprintPageSchema,
} from '@samtavle/shared/share-link-api'
import { type Context, Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import { clientAddress } from '../http/client-address.ts'
import type { Feature, RouteDoc } from '../http/openapi.ts'
import { parseJson } from '../http/parse.ts'
import type { RoomControl } from '../rooms/room-control.ts'
import type { Guests } from './guests.ts'
import type { Caller, JoinService } from './join-service.ts'
import type { SprintPageService } from './sprint-page-service.ts'

/** What guests ask over HTTP, beside the board that they came for. */
export function createGuestFeatures(deps: {
  guests: Guests
  join: JoinService
  pages: SprintPageService
  rooms: Pick<RoomControl, 'accessChanged'>
  now: () => Date
}): Feature[] {
  const { guests, join, pages, rooms, now } = deps
  const { cookie, store } = guests
  const callerOf = (c: Context<AppEnv>): Caller => {
    return { session: cookie.read(c.req.header('cookie')), address: clientAddress(c) }
  }

  const joins = new Hono<AppEnv>()
  joins.post('/look-up', async (c) => {
    const door = await parseJson(c, lookUpLinkRequest)
    return c.json(await join.lookUp(door, callerOf(c)))
  })
  joins.post('/', async (c) => {
    const door = await parseJson(c, joinRequest)
    const { to, session } = await join.join(door, callerOf(c))
    if (session !== null) c.header('Set-Cookie', cookie.write(session.token, session.seconds))
    return c.json({ to })
  })

  const guest = new Hono<AppEnv>()
  guest.get('/', async (c) => {
    const { session } = callerOf(c)
    const passes = session === undefined ? [] : await store.passes(session, now())
    return c.json({ passes: passes.map(({ linkId: _, ...pass }) => pass) })
  })
  guest.delete('/', async (c) => {
    const { session } = callerOf(c)
    const left = session === undefined ? [] : await store.leave(session)
    for (const { guestId, boardId } of left) if (boardId !== null) rooms.accessChanged(boardId, guestId, null)
    c.header('Set-Cookie', cookie.blank)
    return c.body(null, 204)
  })

  const sprints = new Hono<AppEnv>()
  sprints.get('/:id/page', async (c) => c.json(await pages.get(c.req.header('cookie'), c.req.param('id'))))
  sprints.post('/:id/page/snapshots/:snapshot', async (c) => {
    const { id, snapshot } = c.req.param()
    return c.json({ to: await pages.open(c.req.header('cookie'), id, snapshot) })
  })

  return [
    { path: '/api/join', app: joins, docs: joinDocs },
    { path: '/api/guest', app: guest, docs: guestDocs },
    { path: '/api/sprints', app: sprints, docs: pageDocs },
  ]
}

const joinDocs: readonly RouteDoc[] = [
  {
    method: 'post',
    path: '/api/join/look-up',
    summary: 'What a share link, or a code from a wall, leads to',
    access: 'public',
    request: lookUpLinkRequest,
    response: lookUpLinkResponse,
  },
  {
    method: 'post',
    path: '/api/join',
    summary: 'Come in by a share link or a code, without an account; the answer sets the cookie of guests',
    access: 'public',
    request: joinRequest,
    response: joinResponse,
  },
]

const guestDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/api/guest',
    summary: 'Who one is by the share links that this browser joined, and what they lead to',
    access: 'public',
    response: guestResponse,
  },
  { method: 'delete', path: '/api/guest', summary: 'Leave as a guest, and be forgotten', access: 'public' },
]

const pageDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/api/sprints/:id/page',
    summary: 'The week of a sprint and its published snapshots, for guests who came by a link to it',
    access: 'guest',
    response: sprintPageSchema,
  },
  {
    method: 'post',
    path: '/api/sprints/:id/page/snapshots/:snapshot',
    summary: 'An address of one of these snapshots, for half a day',
    access: 'guest',
    response: joinResponse,
  },
]
