import { createHash, randomUUID } from 'node:crypto'
import { SPRINT_STATUSES } from '@samtavle/shared/access'
import { type FilingProgress, filingCaseResponse, filingProgressResponse } from '@samtavle/shared/filing-api'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readPdf } from '../../../../tests/support/read-pdf.ts'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { choose, frameOf, makeDraft, publish, readSnapshot, writeNote } from '../../test-support/snapshot-api.ts'
import { createSprint, inTeam, readSprint } from '../../test-support/sprint-api.ts'
import type { Identity } from '../http/app-env.ts'

const CASE = {
  caseNumber: '2026-0042/Æ 7',
  classificationCode: '00.16.00',
  classificationName: 'Udvikling og kvalitet',
  shortSubject: 'Breve efter udskrivning',
  responsible: 'Udviklingskonsulent',
}
const ASKED = { ...CASE, documentDate: '2026-09-09' }
const NAMES = { owner: 'Anne Birk Hansen', editor: 'Bo Lund-Iversen' }
const SECRETS = ['hemmelighed1x', 'hemmelighed2x', 'hemmelighed3x']
const utf8 = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

describeDatabases('paper and filing', (open) => {
  const api = useBoardApi(open)

  /** A sprint with a final snapshot, one that is not final, and a draft; what must not be seen is left out of them. */
  async function filedSprint() {
    const { owner, editor, colleague, viewer, manager } = api.people
    const { sql } = api.database
    await sql`UPDATE app_user SET name = ${NAMES.owner} WHERE id = ${owner.userId}`
    await sql`UPDATE app_user SET name = ${NAMES.editor} WHERE id = ${editor.userId}`
    const sprint = await createSprint(api, owner, {
      title: `Sprint af ${NAMES.owner}`,
      programmeId: 'half-day-d',
      commissioner: { name: 'Karen Chef Olsen', userId: manager.userId },
      team: [inTeam(editor, 'member'), inTeam(colleague, 'sparring'), inTeam(viewer, 'observer')],
    })
    const { boards } = await readSprint(api, owner, sprint)
    const board = boards.find(({ key }) => key === 'T15')?.id ?? ''
    const frame = await frameOf(api, board, 'laesning')
    await writeNote(api, board, frame, 'Læseren stopper her')
    await writeNote(api, board, frame, SECRETS[0] ?? '', { meta: { internal: true }, y: 500 })
    await writeNote(api, board, frame, SECRETS[1] ?? '', { role: 'pain', y: 700 })
    const left = await writeNote(api, board, frame, SECRETS[2] ?? '', { y: 900 })
    const made = async (isFinal: boolean) => {
      const id = await makeDraft(api, owner, `/api/boards/${board}`)
      await choose(api, owner, id, { withoutRoles: ['pain'], withoutShapes: [`${board}/${left}`], withPictures: true })
      await publish(api, owner, id)
      if (isFinal) await api.ask(owner, 'POST', `/api/snapshots/${id}/final`)
      return id
    }
    const [final, other] = [await made(true), await made(false)]
    const log = `/api/sprints/${sprint}`
    await api.ask(owner, 'POST', `${log}/purpose`, { purpose: `Færre klager, siger ${NAMES.editor}` })
    const line = {
      type: 'solution',
      from: 'Et brev',
      to: '=Et kort',
      why: `${NAMES.editor}s samtaler`,
      decidedBy: 'Team',
    }
    await api.ask(editor, 'POST', `${log}/log`, line)
    const decision = {
      kind: 'gate',
      outcome: 'go',
      words: 'Vi går videre',
      decidedBy: 'Karen Chef Olsen',
      phase: 'create',
    }
    await api.ask(owner, 'POST', `${log}/decisions`, decision)
    return { sprint, board, final, other, draft: await makeDraft(api, owner, `/api/boards/${board}`) }
  }

  async function begin(who: Identity, sprint: string, body: unknown = ASKED): Promise<string> {
    const response = await api.ask(who, 'POST', `/api/sprints/${sprint}/filing-packages`, body)
    expect(response.status).toBe(202)
    return `/api/sprints/${sprint}/filing-packages/${((await response.json()) as { id: string }).id}`
  }

  async function ended(who: Identity, path: string): Promise<FilingProgress> {
    for (;;) {
      const progress = filingProgressResponse.parse(await (await api.ask(who, 'GET', path)).json())
      if (progress.status !== 'working') return progress
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
  }

  async function packed(who: Identity, sprint: string, body: unknown = ASKED) {
    const path = await begin(who, sprint, body)
    const progress = await ended(who, path)
    expect(progress).toMatchObject({ status: 'ready', failure: null, done: progress.total })
    const response = await api.ask(who, 'GET', `${path}/zip`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(progress.bytes).toBe(bytes.byteLength)
    expect(response.headers.get('content-disposition')).toContain(progress.fileName)
    return { path, progress, bytes, files: unzipSync(bytes) }
  }

  test('a package holds what was final, the log and what it is about, with sums that hold and names that are plain', async () => {
    const { owner } = api.people
    const { sprint, final } = await filedSprint()
    const { progress, bytes, files } = await packed(owner, sprint)
    const names = Object.keys(files)
    expect(progress.fileName).toBe('2026-0042-ae-7_sprint-af-facilitatoren_2026-09-09.zip')
    expect(names.every((name) => /^[\w./-]+$/.test(name))).toBe(true)
    const [folder] = names.filter((name) => name.endsWith('/snapshot.json')).map((name) => name.split('/')[0])
    const log = ['log.pdf', 'log.json', 'log.csv', 'decisions.csv'].map((name) => `log/${name}`)
    expect(names).toEqual(
      expect.arrayContaining(['LAESMIG.txt', 'metadata.json', 'metadata.csv', 'checksums-sha256.txt', ...log]),
    )
    expect(names.filter((name) => name.endsWith('/snapshot.pdf'))).toEqual([`${folder}/snapshot.pdf`])
    expect(names).toContain(`${folder}/pictures/board-1.svg`)
    expect(names.some((name) => /\/pictures\/part-\d+\.svg$/u.test(name))).toBe(true)

    const sums = utf8(files['checksums-sha256.txt']).trim().split('\n')
    expect(sums.map((line) => line.split('  ')[1])).toEqual(names.filter((name) => name !== 'checksums-sha256.txt'))
    for (const line of sums) {
      const [sum, name = ''] = line.split('  ')
      expect(
        createHash('sha256')
          .update(files[name] ?? new Uint8Array())
          .digest('hex'),
        name,
      ).toBe(sum)
      if (name !== 'LAESMIG.txt') expect(utf8(files['LAESMIG.txt'])).toContain(name)
    }
    const { snapshot, content } = await readSnapshot(api, owner, final)
    expect(JSON.parse(utf8(files[`${folder}/snapshot.json`]))).toEqual(content)
    const metadata = JSON.parse(utf8(files['metadata.json']))
    expect(metadata).toMatchObject({ ...ASKED, snapshots: [{ number: 1, sha256: snapshot.sha256, folder }] })
    expect(utf8(files['metadata.csv'])).toContain('"Sagsnummer";"2026-0042/Æ 7"')
    // No cell is a formula.
    expect(utf8(files['log/log.csv'])).toContain(`"'=Et kort"`)
    const pdf = (await readPdf(files['log/log.pdf'] ?? new Uint8Array())).pages.map(({ text }) => text).join('\n')
    expect(pdf).toContain('Gå videre')
    expect(pdf).toContain('Opgavestilleren')

    const again = await packed(owner, sprint)
    expect(Buffer.compare(bytes, again.bytes)).toBe(0)
  }, 60_000)

  test('nothing that was left out, no name and no id is in the PDF or anywhere in the package', async () => {
    const { owner, editor } = api.people
    const { sprint, board, final, other } = await filedSprint()
    const { files, progress } = await packed(owner, sprint, { ...ASKED, snapshots: [final, other] })
    const texts = [progress.fileName ?? '', ...Object.keys(files)]
    for (const [name, bytes] of Object.entries(files)) {
      if (!name.endsWith('.pdf')) texts.push(utf8(bytes))
      else {
        const pdf = await readPdf(bytes)
        texts.push(`${pdf.title}${pdf.outline}${pdf.pages.map(({ text }) => text).join('\n')}`)
      }
    }
    for (const paper of ['a4', 'a0']) {
      const response = await api.ask(owner, 'GET', `/api/snapshots/${final}/pdf?paper=${paper}`)
      const pdf = await readPdf(new Uint8Array(await response.arrayBuffer()))
      texts.push(pdf.pages.map(({ text }) => text).join('\n'))
      expect(texts.at(-1)).toContain('Læseren stopper her')
    }
    const secrets = [
      ...SECRETS,
      ...Object.values(NAMES),
      'Birk',
      'Iversen',
      'Karen Chef',
      board,
      owner.userId,
      editor.userId,
    ]
    const found = secrets.filter((word) => texts.some((text) => text.toLowerCase().includes(word.toLowerCase())))
    expect(found).toEqual([])
  }, 60_000)

  test('what was said about the case is remembered; what cannot be filed is refused', async () => {
    const { owner } = api.people
    const { sprint, final, other, draft } = await filedSprint()
    const path = `/api/sprints/${sprint}/filing`
    const remembered = async () => filingCaseResponse.parse(await (await api.ask(owner, 'GET', path)).json()).case
    const asked = async (more: unknown) =>
      (await api.ask(owner, 'POST', `/api/sprints/${sprint}/filing-packages`, Object.assign({}, ASKED, more))).status
    expect(await remembered()).toBeNull()
    expect(await asked({ snapshots: [draft] })).toBe(400)
    expect(await asked({ snapshots: [final, randomUUID()] })).toBe(400)
    expect(await asked({ caseNumber: ' ' })).toBe(400)
    expect(await asked({ documentDate: '2026-02-31' })).toBe(400)
    expect(await remembered()).toBeNull()
    await packed(owner, sprint, { ...ASKED, snapshots: [other] })
    expect(await remembered()).toEqual(CASE)
    await api.ask(owner, 'POST', `/api/snapshots/${final}/withdraw`)
    expect(await asked({})).toBe(400)
    expect((await api.ask(owner, 'GET', `/api/snapshots/${final}/pdf`)).status).toBe(410)
    expect((await api.ask(owner, 'GET', `/api/snapshots/${draft}/pdf`)).status).toBe(409)
    expect((await api.ask(owner, 'GET', `/api/snapshots/${other}/pdf?paper=a5`)).status).toBe(400)
  }, 60_000)

  test('a package that is cancelled is gone, and one of another sprint is not found', async () => {
    const { owner } = api.people
    const [{ sprint }, foreign] = [await filedSprint(), await filedSprint()]
    const path = await begin(owner, sprint)
    const early = await api.ask(owner, 'GET', `${path}/zip`)
    expect([early.status, (await api.ask(owner, 'DELETE', path)).status]).toEqual([409, 204])
    for (const rest of ['', '/zip']) expect((await api.ask(owner, 'GET', `${path}${rest}`)).status).toBe(404)
    expect((await api.ask(owner, 'DELETE', path)).status).toBe(404)
    const other = await packed(owner, foreign.sprint)
    const elsewhere = other.path.replace(foreign.sprint, sprint)
    for (const rest of ['', '/zip']) expect((await api.ask(owner, 'GET', `${elsewhere}${rest}`)).status).toBe(404)
  }, 60_000)

  test('only facilitators file, in every status; whoever sees a snapshot prints it', async () => {
    const { owner, editor, colleague, viewer, manager, stranger, administrator } = api.people
    const { sprint, final } = await filedSprint()
    const path = `/api/sprints/${sprint}`
    const unknown = randomUUID()
    for (const status of SPRINT_STATUSES) {
      if (status !== 'preparation') await api.ask(owner, 'PUT', `${path}/status`, { status })
      const { path: made } = await packed(owner, sprint)
      const attempts = async (who: Identity | null, of = made) => [
        (await api.ask(who, 'GET', `${of.replace(/\/filing-packages.*/, '')}/filing`)).status,
        (await api.ask(who, 'POST', of.replace(/\/[^/]*$/, ''), ASKED)).status,
        (await api.ask(who, 'GET', of)).status,
        (await api.ask(who, 'GET', `${of}/zip`)).status,
        (await api.ask(who, 'DELETE', of)).status,
      ]
      for (const who of [editor, colleague, viewer, manager]) {
        expect(await attempts(who), status).toEqual([403, 403, 403, 403, 403])
        expect((await api.ask(who, 'GET', `/api/snapshots/${final}/pdf`)).status).toBe(200)
      }
      for (const who of [stranger, administrator]) {
        expect(await attempts(who), status).toEqual([404, 404, 404, 404, 404])
        expect((await api.ask(who, 'GET', `/api/snapshots/${final}/pdf`)).status).toBe(404)
      }
      expect(await attempts(null), status).toEqual([401, 401, 401, 401, 401])
      expect(await attempts(owner, made.replace(sprint, unknown))).toEqual([404, 404, 404, 404, 404])
      expect((await api.ask(owner, 'GET', `${made}/zip`)).status, status).toBe(200)
    }
  }, 120_000)
})
