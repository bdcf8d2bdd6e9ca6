import { type BoardRecord, createRecord, deleteRecord, readAllRecords, recordMapOf } from '@samtavle/shared/board-doc'
import { isFrame, metaOf } from '@samtavle/shared/board-meta'
import { type SendOnAnswer, type SprintEvidence, sprintEvidenceResponse } from '@samtavle/shared/evidence-api'
import { richTextOf } from '@samtavle/shared/rich-text-doc'
import { shapeRecord } from '@samtavle/shared/shape-record.fixture'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createManualClock } from '../../../../tests/support/manual-clock.ts'
import { describeDatabases } from '../../../../tests/support/test-database.ts'
import { createBoardApi, type PersonName } from '../../test-support/board-api.ts'
import { useBoardApi } from '../../test-support/board-suite.ts'
import { openWatchedClient } from '../../test-support/sent-statements.ts'
import { createSprint, inTeam, readSprint } from '../../test-support/sprint-api.ts'
import { createVoteApi } from '../../test-support/vote-api.ts'
import { TEXT_INDEX } from '../boards/board-text-index.ts'

const note = (id: string, words: string, role: string, parentId: string): BoardRecord => ({
  ...shapeRecord('note', `shape:${id}`, { props: { color: 'black', growY: 0, richText: richTextOf(words) } }),
  parentId,
  x: 40,
  y: 160,
  meta: { role },
})

describeDatabases('the evidence of a sprint', (open, kind) => {
  const textClock = createManualClock()
  const api = useBoardApi(open, textClock)
  let sprint: string
  /** The board of each template in the sprint. */
  let boards: Map<string, string>

  beforeAll(() => api.textIndex.start())
  beforeEach(async () => {
    const { owner, editor, viewer, colleague } = api.people
    sprint = await createSprint(api, owner, {
      examples: true,
      team: [inTeam(editor, 'member'), inTeam(viewer, 'observer')],
      commissioner: { name: 'Bente', userId: colleague.userId },
    })
    const { boards: all } = await readSprint(api, owner, sprint)
    boards = new Map(all.toReversed().map(({ id, templateId }) => [templateId ?? '', id]))
  })

  const boardOf = (template: string) => boards.get(template) ?? expect.unreachable(`no board from ${template}`)
  const ask = (who: PersonName, method: string, path: string, body?: unknown) =>
    api.ask(api.people[who], method, path, body)
  async function frameOf(boardId: string, section: string): Promise<string> {
    const doc = await api.document(boardId)
    try {
      const frame = readAllRecords(doc).find((record) => isFrame(record) && metaOf(record).section === section)
      return frame?.id ?? expect.unreachable(`no section ${section}`)
    } finally {
      doc.destroy()
    }
  }
  async function write(template: string, section: string, id: string, words: string, role: string) {
    const record = note(id, words, role, await frameOf(boardOf(template), section))
    await api.edit(boardOf(template), api.people.owner.userId, (doc) => createRecord(recordMapOf(doc), record))
  }
  async function sendOn(from: string, shape: string, to: string, section: string): Promise<string> {
    const target = { boardId: boardOf(to), frame: await frameOf(boardOf(to), section) }
    const answer = await ask('owner', 'POST', `/api/boards/${boardOf(from)}/send-on`, { shapes: [shape], to: target })
    return ((await answer.json()) as SendOnAnswer).sent[0] ?? expect.unreachable('nothing was sent')
  }
  const read = async (who: PersonName = 'owner'): Promise<SprintEvidence> =>
    sprintEvidenceResponse.parse(await (await ask(who, 'GET', `/api/sprints/${sprint}/evidence`)).json())
  async function readWhole(): Promise<SprintEvidence> {
    for (const id of boards.values()) api.textIndex.changed(id)
    return await vi.waitFor(async () => {
      textClock.advance(TEXT_INDEX.waitMs)
      const evidence = await read()
      expect(evidence.behind).toBe(false)
      return evidence
    }, 20_000)
  }

  test('all chains by their steps, ideas without evidence, insights not used; never an example', async () => {
    await write('interview-indsigt', 'b1', 'q', 'Ingen ringede', 'quote')
    await write('interview-indsigt', 'indsigter', 'unused', 'De venter på os', 'fact')
    await write('ideudvikling', 'alle', 'loose', 'En app', 'idea')
    // Votes give it a trace, and tie it to nothing.
    const vote = createVoteApi(api)
    const ballot = await vote.start(boardOf('ideudvikling'))
    await vote.cast('owner', boardOf('ideudvikling'), ballot, { loose: 3 })
    await vote.show(boardOf('ideudvikling'), ballot)
    expect(await vote.traceOf(boardOf('ideudvikling'), 'shape:loose')).toBeDefined()
    const insight = await sendOn('interview-indsigt', 'shape:q', 'mulighedsrum', 'indsigter')
    const opportunity = await sendOn('mulighedsrum', insight, 'mulighedsrum', 'm1-hkv')
    const idea = await sendOn('mulighedsrum', opportunity, 'ideudvikling', 'alle')
    const trial = await sendOn('ideudvikling', idea, 'proevehandling', 'hypotese')
    await sendOn('proevehandling', trial, 'laeringsloop', 'juster')
    const { nodes, links, ideasWithout, insightsUnused } = await readWhole()
    // What lies on the board of ideas is still a quote: nobody has said yet that it is an idea.
    expect(nodes.map(({ step }) => step)).toEqual(['quote', 'insight', 'opportunity', 'quote', 'trial', 'learning'])
    expect(links).toHaveLength(5)
    expect(ideasWithout).toMatchObject({ count: 1, places: [{ words: 'En app', boardId: boardOf('ideudvikling') }] })
    expect(insightsUnused.places.map(({ words }) => words)).toEqual(['De venter på os'])

    await api.edit(boardOf('mulighedsrum'), api.people.owner.userId, (doc) =>
      deleteRecord(recordMapOf(doc), opportunity),
    )
    const gap = (await readWhole()).nodes[2]
    expect(gap).toMatchObject({ state: 'gone', step: 'opportunity', places: [] })
  })

  test('of restricted boards an observer reads that there is something; commissioners nothing; strangers find none', async () => {
    await write('interview-indsigt', 'b1', 'q', 'Det var svært', 'quote')
    await sendOn('interview-indsigt', 'shape:q', 'mulighedsrum', 'indsigter')
    await ask('owner', 'PATCH', `/api/sprints/${sprint}/boards/${boardOf('interview-indsigt')}`, {
      sensitivity: 'restricted',
    })
    await readWhole()
    const [hidden, seen] = (await read('viewer')).nodes
    expect(hidden).toMatchObject({ state: 'hidden', step: null, role: null, section: '', places: [] })
    expect(seen).toMatchObject({ state: 'here', step: 'insight' })
    expect(await read('colleague')).toMatchObject({
      nodes: [],
      ideasWithout: { count: 0 },
      insightsUnused: { count: 0 },
    })
    expect((await ask('stranger', 'GET', `/api/sprints/${sprint}/evidence`)).status).toBe(404)
    expect((await api.ask(null, 'GET', `/api/sprints/${sprint}/evidence`)).status).toBe(401)
  })

  // Only PostgreSQL lets a second client in.
  if (kind === 'postgres') {
    test('20 boards of 300 notes: the same few questions as of one, answered in a moment', async () => {
      const { sql, sent } = openWatchedClient(api.database.url)
      try {
        const watched = await createBoardApi(sql)
        const large = await createSprint(watched, watched.people.owner)
        const asked = async () => {
          const before = performance.now()
          sent.length = 0
          const answer = await watched.ask(watched.people.owner, 'GET', `/api/sprints/${large}/evidence`)
          const evidence = sprintEvidenceResponse.parse(await answer.json())
          return { evidence, questions: sent.length, ms: performance.now() - before }
        }
        // Notes `from` to `to` of each board; the first forty of a board are tied to those of the next one.
        const fill = async (from: number, to: number) => {
          await sql`
            INSERT INTO board_text (board_id, shape_id, section, section_key, role, words, plain, digest, trace)
            SELECT board.id, 'shape:' || n, 'Felt', CASE WHEN n % 10 = 0 THEN 'indsigter' END,
              CASE WHEN n % 3 = 0 THEN 'idea' ELSE 'fact' END, repeat('Ord ', 12), '', '',
              CASE WHEN n <= 40 THEN gen_random_uuid() END
            FROM board, generate_series(${from}::int, ${to}::int) AS n WHERE sprint_id = ${large}`
          await sql`
            INSERT INTO evidence_trace (id, board_id, section, made_at)
            SELECT trace, board_id, '', now() FROM board_text JOIN board ON board.id = board_id
            WHERE sprint_id = ${large} AND trace IS NOT NULL ON CONFLICT DO NOTHING`
          await sql`
            INSERT INTO evidence_link (from_trace, to_trace, made_by, made_at)
            SELECT a, b, ${watched.people.owner.userId}, now() FROM (
              SELECT trace AS a, lead(trace) OVER (PARTITION BY shape_id ORDER BY sprint_position) AS b
              FROM board_text JOIN board ON board.id = board_id WHERE sprint_id = ${large} AND trace IS NOT NULL
            ) AS pairs WHERE b IS NOT NULL ON CONFLICT DO NOTHING`
        }
        await fill(1, 1)
        const few = await asked()
        await fill(2, 300)
        await sql`ANALYZE board_text, evidence_trace, evidence_link`
        await asked()
        const much = await asked()
        expect(much.questions).toBe(few.questions)
        expect(few.questions).toBeLessThanOrEqual(10)
        expect(much.evidence.nodes.length).toBeGreaterThan(600)
        expect(much.evidence.ideasWithout.count).toBeGreaterThan(1_000)
        expect(much.evidence.ideasWithout.places).toHaveLength(200)
      } finally {
        await sql.end()
      }
    })
  }
})
