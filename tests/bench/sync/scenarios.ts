import type { Measure } from './goals.ts'
import type { LoadTask } from './load/load-task.ts'
import type { BoardSpec } from './stored-board.ts'

/** A measurement that is the same for all contenders. */
export type Scenario = {
  name: string
  /** One sentence for people. */
  about: string
  board: BoardSpec
  rooms: number
  task: LoadTask
  /** False where there must be documents: the relay has none. */
  relay: boolean
  /** A kill, and a look at what is left, instead of one load. */
  kills?: boolean
  withinMs: number
  measures: readonly Measure[]
}

/** A server that was started just now compiles what it runs most for another fifteen seconds, on threads of its own. */
const WARM_MS = 20_000
const cpu = { label: 'server CPU per delivery, µs', better: 'lower', digits: 2 } as const
const P99 = { figure: 'p99Ms', label: 'update p99, ms', better: 'lower' } as const
const INFORMATION: readonly Measure[] = [
  { figure: 'missing', label: 'updates that never came', better: 'lower', digits: 0 },
  { figure: 'rssMb', label: 'server memory, MB', better: 'lower', digits: 0 },
  { figure: 'lateMs', label: 'messages sent late, p99, ms', better: 'lower' },
  { figure: 'generatorLoad', label: 'load generator, of one core', better: 'lower', digits: 2 },
  { figure: 'databaseLoad', label: 'database, of one core', better: 'lower', digits: 2 },
]

function fanOut(clients: number): Scenario {
  const isGoal = clients === 200
  return {
    name: `fan-out-${clients}`,
    about: `${clients} in one room of 200 notes; 10 of them write 20 updates and 20 cursors a second`,
    board: { shapes: 200, edits: 0 },
    rooms: 1,
    task: {
      kind: 'fan-out',
      clientsPerRoom: clients,
      writersPerRoom: 10,
      hertz: 20,
      warmMs: WARM_MS,
      measureMs: 10_000,
    },
    relay: true,
    withinMs: 120_000,
    measures: [
      { figure: 'p50Ms', label: 'update p50, ms', better: 'lower' },
      { ...P99, ...(isGoal ? { goal: { base: 'relay', bound: 1 } } : {}) },
      { figure: 'cursorP99Ms', label: 'cursor p99, ms', better: 'lower' },
      { ...cpu, figure: 'cpuUsPerDelivery', ...(isGoal ? { goal: { base: 'relay', bound: 0.5 } } : {}) },
      ...INFORMATION,
    ],
  }
}

function join(name: string, about: string, board: BoardSpec, goals: boolean): Scenario {
  return {
    name,
    about,
    board,
    rooms: 4,
    task: { kind: 'join', warmJoins: 5 },
    relay: false,
    withinMs: 400_000,
    measures: [
      {
        figure: 'warmMs',
        label: 'join an open board, ms',
        better: 'lower',
        ...(goals ? { goal: { base: 'peer', bound: 0.7 } } : {}),
      },
      {
        figure: 'coldMs',
        label: 'join a stored board, ms',
        better: 'lower',
        ...(goals ? { goal: { base: 'peer', bound: 0.8 } } : {}),
      },
      { figure: 'bytes', label: 'bytes of the answer', better: 'lower', digits: 0 },
      { figure: 'rssMb', label: 'server memory, MB', better: 'lower', digits: 0 },
    ],
  }
}

export const SCENARIOS: readonly Scenario[] = [
  ...[10, 50, 100, 200].map(fanOut),
  {
    name: 'rooms-200x5',
    about: '200 rooms of 5; in each one writes 10 updates and 10 cursors a second',
    board: { shapes: 200, edits: 0 },
    rooms: 200,
    task: { kind: 'fan-out', clientsPerRoom: 5, writersPerRoom: 1, hertz: 10, warmMs: WARM_MS, measureMs: 10_000 },
    relay: true,
    withinMs: 180_000,
    measures: [
      { figure: 'p50Ms', label: 'update p50, ms', better: 'lower' },
      { ...P99, goal: { base: 'peer', bound: 1 } },
      {
        figure: 'cpuMs',
        label: 'server CPU of 10 s, ms',
        better: 'lower',
        digits: 0,
        goal: { base: 'peer', bound: 0.6 },
      },
      { ...cpu, figure: 'cpuUsPerDelivery' },
      ...INFORMATION,
    ],
  },
  {
    name: 'saturation',
    about: '50 in one room, all writing as fast as their updates come through, 40 of each under way',
    board: { shapes: 200, edits: 0 },
    rooms: 1,
    task: {
      kind: 'saturation',
      clients: 50,
      window: 40,
      updatesPerClient: 4_000,
      warmMs: 3_000,
      measureMs: 8_000,
    },
    relay: true,
    withinMs: 180_000,
    measures: [
      {
        figure: 'updatesPerSecond',
        label: 'updates a second',
        better: 'higher',
        digits: 0,
        goal: { base: 'peer', bound: 1.5 },
      },
      { figure: 'deliveriesPerSecond', label: 'deliveries a second', better: 'higher', digits: 0 },
      { ...cpu, figure: 'cpuUsPerDelivery' },
      { figure: 'serverLoad', label: 'server, of one core', better: 'lower', digits: 2 },
      ...INFORMATION,
    ],
  },
  join('join-5000', 'a board of 5,000 notes', { shapes: 5_000, edits: 0 }, true),
  join('join-20000', 'a board of 20,000 notes', { shapes: 20_000, edits: 0 }, false),
  join('join-edited', 'a board of 5,000 notes after 50,000 moves', { shapes: 5_000, edits: 50_000 }, false),
  {
    name: 'joins-200',
    about: '200 join an open board of 5,000 notes at the same moment',
    board: { shapes: 5_000, edits: 0 },
    rooms: 1,
    task: { kind: 'join-crowd', clients: 200 },
    relay: false,
    withinMs: 180_000,
    measures: [
      {
        figure: 'lastMs',
        label: 'the last has it, ms',
        better: 'lower',
        digits: 0,
        goal: { base: 'peer', bound: 0.4 },
      },
      { figure: 'medianMs', label: 'half have it, ms', better: 'lower', digits: 0 },
      { figure: 'rssMb', label: 'server memory, MB', better: 'lower', digits: 0 },
    ],
  },
  {
    name: 'memory',
    about: '500 rooms of 200 notes open, and 30 s after all left',
    board: { shapes: 200, edits: 0 },
    rooms: 501,
    task: { kind: 'memory', afterMs: 30_000 },
    relay: false,
    withinMs: 240_000,
    measures: [
      { figure: 'emptyMb', label: 'empty, MB', better: 'lower', digits: 0 },
      { figure: 'openMb', label: '500 rooms, MB more', better: 'lower', digits: 0, goal: { base: 'peer', bound: 0.7 } },
      {
        figure: 'afterOfEmpty',
        label: 'after 30 s, of empty',
        better: 'lower',
        digits: 2,
        goal: { base: 'none', bound: 1.25 },
      },
      { figure: 'laterOfEmpty', label: 'after 60 s, of empty', better: 'lower', digits: 2 },
    ],
  },
  {
    name: 'kill',
    about: 'kill -9 while 10 of 20 write: updates that others had seen and that are gone',
    board: { shapes: 200, edits: 0 },
    rooms: 1,
    task: { kind: 'kill', clients: 20, writers: 10, everyMs: 20, killAfterMs: 3_000 },
    relay: false,
    kills: true,
    withinMs: 60_000,
    measures: [
      { figure: 'lost', label: 'lost after being seen', better: 'lower', digits: 0, goal: { base: 'none', bound: 0 } },
      { figure: 'worstLost', label: 'most in one kill', better: 'lower', digits: 0 },
      { figure: 'seen', label: 'updates seen', better: 'higher', digits: 0 },
    ],
  },
]
