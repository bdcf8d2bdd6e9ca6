import type { Sprint } from '@samtavle/shared/sprint-api'
import { type ApiSession, addMember, anonymous, createBoard, createPerson } from './api-session.ts'
import { startTestServer, type TestServer, type TestServerOptions } from './test-server.ts'

/** Everybody who could ask for something: with an account, by a link, or not at all. */
export const MEMBERS = ['stranger', 'admin', 'manager', 'viewer', 'contributor', 'editor', 'owner'] as const
/** By a link to the board, to the sprint, to another board, by one that was withdrawn, and by none. */
export const GUESTS = [
  'guestEdit',
  'guestComment',
  'guestView',
  'guestSprint',
  'guestOther',
  'guestOut',
  'nobody',
] as const
export type Somebody = (typeof MEMBERS)[number] | (typeof GUESTS)[number]

/** What they are in the sprint; the others are nothing there. */
const PLACES = { editor: 'member', contributor: 'sparring', viewer: 'observer' } as const
const ROLES = { editor: 'edit', contributor: 'contribute', viewer: 'view' } as const

export type RightsWorld = {
  server: TestServer
  who: Record<Somebody, ApiSession>
  /** Ids of what everybody is something to. */
  board: string
  sprint: string
  newBoard(): Promise<string>
  newSprint(): Promise<string>
  /** A link of the owner's. @returns its path, and the secret. */
  link(of: string, over?: Record<string, unknown>): Promise<{ path: string; secret: string }>
  /** Somebody without an account who came by a link. */
  guest(secret: string): Promise<ApiSession>
  close(): Promise<void>
}

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

/** A whole server with one board and one sprint, and with somebody of every kind. */
export async function createRightsWorld(options: TestServerOptions = {}): Promise<RightsWorld> {
  const server = await startTestServer(options)
  const admin = await server.signIn()
  const person = async (role: 'designer' | 'member' | 'manager') => await createPerson(admin, { role })
  const owner = await person('designer')
  const people = {
    editor: await person('member'),
    contributor: await person('member'),
    viewer: await person('member'),
    stranger: await person('member'),
    manager: await person('manager'),
  }
  const newBoard = async () => {
    const id = await createBoard(owner.session)
    for (const name of ['editor', 'contributor', 'viewer'] as const) {
      await addMember(owner.session, id, people[name].id, ROLES[name])
    }
    return id
  }
  const newSprint = async () => {
    const { id } = await owner.session.ask<Pick<Sprint, 'id'>>('POST', '/api/sprints', {
      ...{ title: 'Sprint', challenge: 'Hvorfor?', startDate: '2026-09-07', programmeId: 'express' },
      commissioner: { name: 'Bente Chef', userId: null },
      team: (['editor', 'contributor', 'viewer'] as const).map((name) => {
        return { userId: people[name].id, role: PLACES[name] }
      }),
    })
    return id
  }
  const link: RightsWorld['link'] = async (of, over = {}) => {
    const path = `${of}/share-links`
    const made = await owner.session.ask<{ id: string; link: string }>('POST', path, {
      expiresAt: inHours(24),
      ...over,
    })
    return { path: `${path}/${made.id}`, secret: made.link.split('#')[1] ?? '' }
  }
  const guest: RightsWorld['guest'] = async (secret) => {
    const session = anonymous(server)
    await session.ask('POST', '/api/join', { secret, name: 'Gudrun' })
    return session
  }
  const [board, sprint] = [await newBoard(), await newSprint()]
  const by = async (of: string, over = {}) => await guest((await link(of, over)).secret)
  const withdrawn = await link(`/api/boards/${board}`, { right: 'edit' })
  const guestOut = await guest(withdrawn.secret)
  await owner.session.ask('DELETE', withdrawn.path)
  return {
    ...{ server, board, sprint, newBoard, newSprint, link, guest },
    who: {
      ...{ owner: owner.session, admin, editor: people.editor.session, contributor: people.contributor.session },
      ...{ viewer: people.viewer.session, stranger: people.stranger.session, manager: people.manager.session },
      guestEdit: await by(`/api/boards/${board}`, { right: 'edit' }),
      guestComment: await by(`/api/boards/${board}`, { right: 'comment' }),
      guestView: await by(`/api/boards/${board}`),
      guestSprint: await by(`/api/sprints/${sprint}`),
      guestOther: await by(`/api/boards/${await newBoard()}`, { right: 'edit' }),
      ...{ guestOut, nobody: anonymous(server) },
    },
    close: () => server.close(),
  }
}
