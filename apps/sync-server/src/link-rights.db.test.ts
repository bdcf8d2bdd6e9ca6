import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createRightsWorld,
  GUESTS,
  MEMBERS,
  type RightsWorld,
  type Somebody,
} from '../../../tests/support/rights-world.ts'

/**
 * Who gets past the question for rights, for every route that there is: written down by hand, not derived from `can`. A
 * route that is missing here fails the test. The bodies sent are empty, so that hardly anything is done.
 */
const READERS = ['viewer', 'contributor', 'editor', 'owner'] as const
const WRITERS = ['contributor', 'editor', 'owner'] as const
const CHANGERS = ['editor', 'owner'] as const
const OWNER = ['owner'] as const
const ACCOUNTS = MEMBERS
const ADMIN = ['admin'] as const
const MAKERS = ['stranger', 'admin', 'viewer', 'contributor', 'editor', 'owner'] as const
const BOARD_GUESTS = ['guestEdit', 'guestComment', 'guestView'] as const
const NONE = [] as const

const TABLE: Record<string, readonly Somebody[]> = {
  'GET /api/me': ACCOUNTS,
  'PATCH /api/me': ACCOUNTS,
  'POST /api/me/password': ACCOUNTS,
  'GET /api/people': ACCOUNTS,
  'POST /api/invitations': ACCOUNTS,
  'GET /api/invitations': ['admin', 'owner'],
  'DELETE /api/invitations/:id': ['admin', 'owner'],
  'GET /api/boards': ACCOUNTS,
  'POST /api/boards': MAKERS,
  'POST /api/boards/import': MAKERS,
  'POST /api/boards/import/assets': MAKERS,
  'GET /api/search': ACCOUNTS,
  'GET /api/templates': ACCOUNTS,
  'POST /api/templates': MAKERS,
  'POST /api/templates/import': MAKERS,
  'GET /api/templates/:id/preview.svg': ACCOUNTS,
  'GET /api/templates/:id/records': ACCOUNTS,
  'GET /api/templates/:id/export': ACCOUNTS,
  'POST /api/templates/:id/versions': MAKERS,
  'PATCH /api/templates/:id': ACCOUNTS,
  'DELETE /api/templates/:id': ACCOUNTS,
  'POST /api/templates/:id/restore': ACCOUNTS,
  'PUT /api/templates/:id/hidden': ADMIN,
  'GET /api/programmes': ACCOUNTS,
  'GET /api/programmes/:id/start': ACCOUNTS,
  'GET /api/evidence/:trace': ACCOUNTS,
  'GET /api/trials': ACCOUNTS,
  'GET /api/reminders': ACCOUNTS,
  'GET /api/loops': ACCOUNTS,
  'GET /api/days/:date': ACCOUNTS,
  'GET /api/process-model': ACCOUNTS,
  'PUT /api/process-model': ADMIN,
  'GET /api/process-model/models': ACCOUNTS,
  // Boards
  'GET /api/boards/:id': [...READERS, ...BOARD_GUESTS],
  'GET /api/boards/:id/state': [...READERS, ...BOARD_GUESTS],
  'GET /api/boards/:id/assets/:asset': [...READERS, ...BOARD_GUESTS],
  'POST /api/boards/:id/assets': [...WRITERS, 'guestEdit', 'guestComment'],
  'PATCH /api/boards/:id': READERS,
  'DELETE /api/boards/:id': OWNER,
  // Of a deleted one.
  'POST /api/boards/:id/restore': NONE,
  'POST /api/boards/:id/keep': OWNER,
  'POST /api/boards/:id/duplicate': READERS,
  'GET /api/boards/:id/preview.svg': READERS,
  'GET /api/boards/:id/members': READERS,
  'PUT /api/boards/:id/members': OWNER,
  'DELETE /api/boards/:id/members': READERS,
  'GET /api/boards/:id/share-links': OWNER,
  'POST /api/boards/:id/share-links': OWNER,
  'PATCH /api/boards/:id/share-links/:link': OWNER,
  'DELETE /api/boards/:id/share-links/:link': OWNER,
  'POST /api/boards/:id/share-links/:link/wall': OWNER,
  'GET /api/boards/:id/versions': CHANGERS,
  'POST /api/boards/:id/versions': CHANGERS,
  'GET /api/boards/:id/versions/:version/state': CHANGERS,
  'POST /api/boards/:id/versions/:version/restore': CHANGERS,
  'POST /api/boards/:id/versions/:version/take-back': CHANGERS,
  'GET /api/boards/:id/template': READERS,
  'POST /api/boards/:id/template/newest': OWNER,
  'GET /api/boards/:id/template-draft': OWNER,
  'GET /api/boards/:id/sections': READERS,
  'POST /api/boards/:id/send-on': WRITERS,
  'POST /api/boards/:id/send-on/:sending/take-back': WRITERS,
  'GET /api/boards/:id/evidence': READERS,
  'POST /api/boards/:id/evidence/links': WRITERS,
  'POST /api/boards/:id/evidence/links/withdraw': WRITERS,
  'GET /api/boards/:id/trials/:shape': READERS,
  'POST /api/boards/:id/trials/:shape/log': WRITERS,
  'GET /api/boards/:id/snapshots': READERS,
  'POST /api/boards/:id/snapshots': CHANGERS,
  'GET /api/boards/:id/vote': [...READERS, ...BOARD_GUESTS],
  'POST /api/boards/:id/vote': OWNER,
  'PUT /api/boards/:id/vote/:vote/ballot': [...WRITERS, 'guestEdit', 'guestComment'],
  'POST /api/boards/:id/vote/:vote/show': OWNER,
  'POST /api/boards/:id/vote/:vote/cancel': OWNER,
  // Sprints: the viewer observes, the contributor is a sparring partner, the editor of the team, the owner leads it.
  'GET /api/sprints': ACCOUNTS,
  'POST /api/sprints': MAKERS,
  'GET /api/sprints/:id': READERS,
  'PATCH /api/sprints/:id': OWNER,
  'DELETE /api/sprints/:id': OWNER,
  'PUT /api/sprints/:id/status': OWNER,
  'POST /api/sprints/:id/duplicate': CHANGERS,
  'PUT /api/sprints/:id/agenda': OWNER,
  // Of a running one.
  'PUT /api/sprints/:id/now': NONE,
  'PUT /api/sprints/:id/members': OWNER,
  'DELETE /api/sprints/:id/members': READERS,
  'POST /api/sprints/:id/boards': CHANGERS,
  'PATCH /api/sprints/:id/boards/:boardId': OWNER,
  'GET /api/sprints/:id/log': READERS,
  'POST /api/sprints/:id/log': CHANGERS,
  'POST /api/sprints/:id/purpose': OWNER,
  'POST /api/sprints/:id/purpose/lock': OWNER,
  'POST /api/sprints/:id/decisions': OWNER,
  'POST /api/sprints/:id/proposals/:proposalId/set-aside': CHANGERS,
  'DELETE /api/sprints/:id/proposals/:proposalId/set-aside': CHANGERS,
  'GET /api/sprints/:id/evidence': READERS,
  'GET /api/sprints/:id/snapshots': READERS,
  'POST /api/sprints/:id/snapshots': CHANGERS,
  'GET /api/sprints/:id/filing': OWNER,
  'POST /api/sprints/:id/filing-packages': OWNER,
  'GET /api/sprints/:id/filing-packages/:package': OWNER,
  'DELETE /api/sprints/:id/filing-packages/:package': OWNER,
  'GET /api/sprints/:id/filing-packages/:package/zip': OWNER,
  'GET /api/sprints/:id/loops': READERS,
  'POST /api/sprints/:id/loops': CHANGERS,
  'GET /api/sprints/:id/loops/:loop': READERS,
  'PATCH /api/sprints/:id/loops/:loop': CHANGERS,
  'PUT /api/sprints/:id/loops/:loop/next': CHANGERS,
  'POST /api/sprints/:id/loops/:loop/held': CHANGERS,
  'POST /api/sprints/:id/loops/:loop/end': CHANGERS,
  'POST /api/sprints/:id/loops/:loop/go-on': CHANGERS,
  'GET /api/sprints/:id/loops/:loop/calendar.ics': READERS,
  'GET /api/sprints/:id/share-links': OWNER,
  'POST /api/sprints/:id/share-links': OWNER,
  'PATCH /api/sprints/:id/share-links/:link': OWNER,
  'DELETE /api/sprints/:id/share-links/:link': OWNER,
  'POST /api/sprints/:id/share-links/:link/wall': OWNER,
  'GET /api/sprints/:id/page': ['guestSprint'],
  'POST /api/sprints/:id/page/snapshots/:snapshot': ['guestSprint'],
  // There is no snapshot: see `links.db.test.ts` and `snapshot-matrix.db.test.ts`.
  'GET /api/snapshots/:id': NONE,
  'DELETE /api/snapshots/:id': NONE,
  'GET /api/snapshots/:id/page': NONE,
  'GET /api/snapshots/:id/pdf': NONE,
  'GET /api/snapshots/:id/pictures/:key': NONE,
  'PUT /api/snapshots/:id/choice': NONE,
  'POST /api/snapshots/:id/publish': NONE,
  'POST /api/snapshots/:id/withdraw': NONE,
  'POST /api/snapshots/:id/final': NONE,
  'POST /api/snapshots/:id/answers': NONE,
  'GET /api/snapshots/:id/share-links': NONE,
  'POST /api/snapshots/:id/share-links': NONE,
  'PATCH /api/snapshots/:id/share-links/:link': NONE,
  'DELETE /api/snapshots/:id/share-links/:link': NONE,
  'POST /api/snapshots/:id/share-links/:link/wall': NONE,
}

/** Routes that answer everybody. */
const PUBLIC = [
  'DELETE /api/guest',
  'GET /api/guest',
  'GET /api/installation',
  'GET /api/openapi.json',
  'POST /api/auth/sign-in',
  'POST /api/auth/sign-out',
  'POST /api/invitations/accept',
  'POST /api/invitations/look-up',
  'POST /api/join',
  'POST /api/join/look-up',
  'POST /api/setup',
]

let world: RightsWorld
let routes: { name: string; isPublic: boolean }[]
beforeAll(async () => {
  world = await createRightsWorld()
  const { paths } = await world.who.nobody.ask<{ paths: Record<string, Record<string, { security: unknown[] }>> }>(
    'GET',
    '/api/openapi.json',
  )
  routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { security }]) => ({
      name: `${method.toUpperCase()} ${path.replace(/\{([A-Za-z]+)\}/g, ':$1')}`,
      isPublic: security.length === 0,
    })),
  )
}, 60_000)
afterAll(() => world?.close())

/** Whoever may not know of something is told that there is none. */
const UNKNOWN = ['no such board', 'no such sprint', 'no such snapshot']

async function isRefused(response: Response): Promise<boolean> {
  if (response.status === 401 || response.status === 403) return true
  if (response.status !== 404) return false
  const { error } = (await response.json()) as { error: { message: string } }
  return UNKNOWN.includes(error.message)
}

test('every route is in the table, and only these answer everybody', () => {
  expect(
    routes
      .filter(({ isPublic }) => isPublic)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(PUBLIC)
  const guarded = routes.filter(({ isPublic }) => !isPublic).map(({ name }) => name)
  expect(guarded.toSorted()).toEqual(Object.keys(TABLE).sort())
})

test('SEC-02 every role and every link at every route: exactly those get through who may', async () => {
  const mismatches: string[] = []
  let cells = 0
  for (const [name, allowed] of Object.entries(TABLE)) {
    const [method = '', pattern = ''] = name.split(' ')
    // What is done to a board or a sprint is done to one that nothing else is asked about.
    const changes = method !== 'GET' && /^\/api\/(boards|sprints)\/:id/.test(pattern)
    const takesGuests = allowed.some((who) => who.startsWith('guest'))
    let id = pattern.startsWith('/api/sprints') ? world.sprint : world.board
    if (changes && !takesGuests)
      id = pattern.startsWith('/api/sprints') ? await world.newSprint() : await world.newBoard()
    const path = pattern.replace(':id', id).replace(/:[A-Za-z]+/g, randomUUID())
    for (const who of [...GUESTS, ...MEMBERS]) {
      const response = await world.who[who].send(method, path, method === 'GET' ? undefined : {})
      const passed = !(await isRefused(response))
      cells += 1
      if (passed !== allowed.includes(who)) mismatches.push(`${name}: ${who} ${response.status}`)
      if (response.status >= 500) mismatches.push(`${name}: ${who} broke it, ${response.status}`)
    }
  }
  expect(mismatches).toEqual([])
  expect(cells).toBe(Object.keys(TABLE).length * (GUESTS.length + MEMBERS.length))
}, 240_000)
