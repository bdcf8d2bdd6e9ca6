import { AppError } from '@samtavle/shared/errors'
import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { type AppEnv, type Identity, principalOf } from '../http/app-env.ts'
import { clientAddress } from '../http/client-address.ts'
import { errorResponse } from '../http/error-response.ts'
import { keptResponse } from '../http/kept-response.ts'
import { readBody } from '../http/parse.ts'
import { pictureResponse } from '../http/picture-response.ts'
import type { Logger } from '../logger.ts'
import type { AnswerProblem } from './answer-form.ts'
import { readAnswer } from './answer-request.ts'
import { documentText, type Markup } from './markup.ts'
import { type NoticeKind, noticePage, passcodePage, signInPage, thanksPage } from './notice-pages.ts'
import type { ReaderFiles } from './reader-files.ts'
import { askedLocale } from './reader-languages.ts'
import { setReaderHeaders } from './reader-policy.ts'
import type { NotOpen, OpenSnapshot, ReaderService } from './reader-service.ts'
import { UNLOCKED_SECONDS, type UnlockedLinks } from './unlocked-links.ts'

/** Counts attempts by a key; `check` throws `too_many_requests` when there were too many. */
export type Attempts = { check(key: string): void; record(key: string): void }

/** Bytes of a form: one line, however it is encoded, or a passcode. */
const FORM_LIMIT = 16 * 1024
const HTML = 'text/html; charset=utf-8'
const UNLOCKED = 'unlocked'
const STATUS = { gone: 410, missing: 404, failed: 503 } as const

type Ctx = Context<AppEnv>
type PageStatus = 200 | 400 | 401 | 403 | 404 | 409 | 410 | 429 | 500 | 503

/** Minutes to wait, for an error that says so; anything else goes on being thrown. */
function minutesOf(error: unknown): number {
  if (!(error instanceof AppError) || error.code !== 'too_many_requests') throw error
  return Math.max(1, Math.ceil((error.retryAfter ?? 60) / 60))
}

/** The pages of readers, below `/s`: no account, no script, and nothing of what else there is. */
export function createReaderRoutes(deps: {
  reader: ReaderService
  unlocked: UnlockedLinks
  files: ReaderFiles
  timeZone: string
  /** Origins of pages that may show a case inside themselves. */
  embedOrigins: readonly string[]
  /** Answers of one address to one link, and guesses of one address at links. */
  limits: { answers: Attempts; links: Attempts }
  /** Counts that a link was opened; nobody waits for it. */
  noteOpening: (linkId: string) => void
  /** Who sends this cookie header; asked only for links that are for people with an account. */
  readSession: (cookie: string | undefined) => Promise<{ identity: Identity } | null>
  https: boolean
  logger: Logger
}): Hono<AppEnv> {
  const { reader, unlocked, files, timeZone, embedOrigins, limits, noteOpening, readSession, https, logger } = deps
  const app = new Hono<AppEnv>({ strict: true })

  async function html(c: Ctx, markup: Markup | string, status: PageStatus) {
    setReaderHeaders(c, files)
    c.header('Cache-Control', 'private, no-store')
    c.header('Content-Type', HTML)
    return c.body(typeof markup === 'string' ? markup : await documentText(markup), status)
  }
  const localeOf = (c: Ctx) => askedLocale(c.req.header('accept-language'))
  const notice = (c: Ctx, kind: NoticeKind, status: PageStatus = STATUS[kind]) =>
    html(c, noticePage(kind, localeOf(c), files), status)
  const waitMinutes = (c: Ctx, minutes: number) => c.header('Retry-After', String(minutes * 60))

  function askPasscode(c: Ctx, token: string, isWrong: boolean, slowedMinutes: number | null = null) {
    const action = `${reader.pathOf(token)}/unlock`
    const page = passcodePage({ action, isWrong, slowedMinutes }, localeOf(c), files)
    return html(c, page, slowedMinutes !== null ? 429 : isWrong ? 403 : 200)
  }

  function refuse(c: Ctx, why: NotOpen, token: string) {
    if (why === 'passcode') return askPasscode(c, token, false)
    if (why === 'sign-in') return html(c, signInPage(reader.pathOf(token), localeOf(c), files), 401)
    if (why === 'gone') return notice(c, why)
    // Guessing is slowed, not reading: who shares an address with somebody that guesses still gets what is there.
    try {
      limits.links.check(clientAddress(c))
    } catch (error) {
      waitMinutes(c, minutesOf(error))
      return notice(c, 'missing', 429)
    }
    limits.links.record(clientAddress(c))
    return notice(c, 'missing')
  }

  /** Asks who one is only where the link asks for it: a hundred readers of an open one cost no session. */
  async function openFor(c: Ctx, token: string, by: Parameters<ReaderService['open']>[1] & object) {
    const snapshot = await reader.open(token, by)
    if (snapshot !== 'sign-in') return snapshot
    const session = await readSession(c.req.header('cookie'))
    return session === null ? snapshot : await reader.open(token, { ...by, principal: principalOf(session.identity) })
  }

  /** What the link leads to, or the page that says why it does not. */
  async function opened(c: Ctx): Promise<OpenSnapshot | Response> {
    const token = c.req.param('token') ?? ''
    const snapshot = await openFor(c, token, { unlocked: unlocked.find(token, getCookie(c, UNLOCKED)) })
    return typeof snapshot === 'string' ? refuse(c, snapshot, token) : snapshot
  }

  app.get('/files/:name', (c) => {
    if (`/s/files/${c.req.param('name')}` !== files.scriptPath) return notice(c, 'missing')
    c.header('Cache-Control', 'public, max-age=31536000, immutable')
    c.header('Content-Type', 'text/javascript; charset=utf-8')
    return c.body(files.script)
  })

  function countOpening(c: Ctx, snapshot: OpenSnapshot, response: Response): Response {
    if (response.status === 200 && c.req.method === 'GET') {
      noteOpening(snapshot.link.linkId)
    }
    return response
  }

  app.get('/:token', async (c) => {
    const snapshot = await opened(c)
    if (snapshot instanceof Response) return snapshot
    const { version, make } = await reader.page(snapshot)
    setReaderHeaders(c, files)
    return countOpening(c, snapshot, await keptResponse(c, version, HTML, make))
  })

  app.get('/:token/case', async (c) => {
    const snapshot = await opened(c)
    if (snapshot instanceof Response) return snapshot
    const { version, make } = reader.casePage(snapshot)
    setReaderHeaders(c, files, embedOrigins)
    return countOpening(c, snapshot, await keptResponse(c, version, HTML, make))
  })

  app.get('/:token/pictures/:name', async (c) => {
    const snapshot = await opened(c)
    if (snapshot instanceof Response) return snapshot
    const picture = await reader.picture(snapshot, c.req.param('name'))
    if (picture === undefined) return notice(c, 'missing')
    setReaderHeaders(c, files)
    return await pictureResponse(c, picture.version, picture.make)
  })

  app.post('/:token/unlock', async (c) => {
    const token = c.req.param('token')
    const passcode = (await formOf(c)).get('passcode') ?? ''
    let snapshot: OpenSnapshot | NotOpen
    try {
      snapshot = await openFor(c, token, { passcode, address: clientAddress(c) })
    } catch (error) {
      const minutes = minutesOf(error)
      waitMinutes(c, minutes)
      return askPasscode(c, token, false, minutes)
    }
    if (snapshot === 'passcode') return askPasscode(c, token, true)
    if (typeof snapshot === 'string') return refuse(c, snapshot, token)
    const path = reader.pathOf(token)
    const options = { path, httpOnly: true, secure: https, sameSite: 'Lax', maxAge: UNLOCKED_SECONDS } as const
    setCookie(c, UNLOCKED, unlocked.add(token, snapshot.link), options)
    c.header('Cache-Control', 'private, no-store')
    return c.redirect(path, 303)
  })

  app.post('/:token/answer', async (c) => {
    const snapshot = await opened(c)
    if (snapshot instanceof Response) return snapshot
    if (!snapshot.link.mayAnswer) return notice(c, 'missing')
    const { typed, problems, request } = readAnswer(await formOf(c))
    const again = async (why: readonly AnswerProblem[], status: PageStatus) =>
      html(c, await reader.pageWithProblems(snapshot, { typed, problems: why }), status)
    if (request === null) return again(problems, 400)
    const key = `${snapshot.link.linkId} ${clientAddress(c)}`
    try {
      limits.answers.check(key)
    } catch (error) {
      const minutes = minutesOf(error)
      waitMinutes(c, minutes)
      return again([{ kind: 'too-many', minutes }], 429)
    }
    limits.answers.record(key)
    try {
      await reader.give(snapshot, request)
    } catch (error) {
      if (error instanceof AppError && error.code === 'forbidden') return again([{ kind: 'closed' }], 409)
      throw error
    }
    c.header('Cache-Control', 'private, no-store')
    return c.redirect(`${reader.pathOf(snapshot.token)}/answer`, 303)
  })

  app.get('/:token/answer', async (c) => {
    const snapshot = await opened(c)
    if (snapshot instanceof Response) return snapshot
    const given = snapshot.link.mayAnswer ? await reader.latestAnswer(snapshot) : undefined
    const path = reader.pathOf(snapshot.token)
    if (given === undefined) return c.redirect(path, 302)
    return html(c, thanksPage(given, path, { locale: snapshot.content.locale, files, timeZone }), 200)
  })

  app.all('*', (c) => notice(c, 'missing'))

  // Logged as any failure, told in words that a reader understands.
  app.onError(async (error, c) => {
    const { status } = errorResponse(error, c, logger)
    if (status === 410) return await notice(c, 'gone')
    if (status < 500) return await notice(c, 'missing', status === 404 ? 404 : 400)
    return await notice(c, 'failed', status === 503 ? 503 : 500)
  })
  return app
}

async function formOf(c: Ctx): Promise<URLSearchParams> {
  return new URLSearchParams(new TextDecoder().decode(await readBody(c.req.raw, FORM_LIMIT)))
}
