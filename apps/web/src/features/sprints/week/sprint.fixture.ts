import type { AgendaBlock, AgendaDay, BlockKind, Phase } from '@samtavle/shared/agenda'
import type { Sprint } from '@samtavle/shared/sprint-api'

const TEAM = [
  ['Maria Holm', 'facilitator'],
  ['Anders Lund', 'member'],
  ['Sara Yilmaz', 'member'],
  ['Kirsten Juul', 'member'],
  ['Jonas Bach', 'member'],
  ['Lone Dahl', 'sparring'],
  ['Peter Vang', 'observer'],
] as const
/** A UUID that is told apart by its last digits. */
const id = (kind: string, number: number) => `00000000-0000-4000-8${kind}-${String(number).padStart(12, '0')}`

type BlockSeed = [title: string, minutes: number, boards?: string[], kind?: BlockKind, note?: string]
function blocks(day: string, seeds: readonly BlockSeed[]): AgendaBlock[] {
  return seeds.map(([title, minutes, boards = [], kind = 'work', note = ''], i) => ({
    id: `${day}-${i + 1}`,
    kind,
    title,
    note,
    minutes,
    lockedStart: kind === 'lunch' ? 12 * 60 : null,
    boards,
  }))
}

type DaySeed = { title: string; goal: string; phases: Phase[]; blocks: readonly BlockSeed[] } & Partial<
  Omit<AgendaDay, 'blocks'>
>
const day = (key: string, date: string, seed: DaySeed): AgendaDay => ({
  lastDate: null,
  startsAt: 8 * 60 + 30,
  handsOver: [],
  managerSees: null,
  quiet: false,
  ...seed,
  key,
  date,
  blocks: blocks(key, seed.blocks),
})

/** A week that begins on Monday 7 September 2026, in Danish; the team is at Wednesday's first block. */
export const WEEK: readonly AgendaDay[] = [
  day('before', '2026-08-24', {
    lastDate: '2026-09-06',
    title: 'Før sprintet',
    goal: 'Mandat, et frigjort team og borgere, der har sagt ja',
    phases: ['foundation'],
    blocks: [],
  }),
  day('mon', '2026-09-07', {
    title: 'Fundamentet',
    goal: 'Vi er enige om opgaven og har hørt de første borgere',
    phases: ['understand'],
    blocks: [
      ['Velkomst og tjek ind', 30, ['T01']],
      ['Kick-off med opgavestilleren', 90, ['T02']],
      ['Pause', 15, [], 'break'],
      ['Borgerland–fagland', 75, ['T08']],
      ['Frokost', 30, [], 'lunch'],
      ['De første samtaler', 90, ['T05']],
    ],
    handsOver: ['De tre farligste antagelser bliver til spørgsmål'],
  }),
  day('tue', '2026-09-08', {
    title: 'Interview, rejse og indsigter',
    goal: 'Tre indsigter, som ingen havde mandag',
    phases: ['understand'],
    blocks: [['Samtaler med borgere', 180, ['T05']]],
  }),
  day('wed', '2026-09-09', {
    title: 'Mulighedsrum og idéer',
    goal: 'To mulighedsrum er valgt, og væggen er fuld af idéer',
    phases: ['understand', 'create'],
    blocks: [
      ['Rejsen genlæses', 30, ['T07', 'T08'], 'work', 'Alle læser i stilhed. Ret det, borgerne ville sige er forkert.'],
      ['Mulighedsrum', 75, ['T09']],
      ['Pause', 15, [], 'break'],
      ['Mulighedsrum, fortsat', 60, ['T09']],
      ['Valg sammen med lederen', 30, ['T09'], 'manager', 'Spørgsmål: Kan du bakke op om disse to mulighedsrum?'],
      ['Frokost', 30, [], 'lunch'],
      ['Vanebryder', 45, ['T10'], 'work', 'Med to gæster udefra'],
      ['Idéudvikling', 60, ['T11']],
      ['Pause', 15, [], 'break'],
      ['Idéudvikling, fortsat', 45, ['T11']],
      ['Opsamling', 15, ['T22'], 'wrap-up', 'Loglinje og dagens øjebliksbillede'],
    ],
    handsOver: ['De valgte spørgsmål går til idéudvikling', 'Idékort går til prioritering'],
    managerSees: {
      title: 'Onsdag: Mulighedsrum',
      items: ['De to »Hvordan kan vi …?« med begrundelse', 'Antal idéer og tre overskrifter – ikke valgt endnu'],
    },
  }),
  day('thu', '2026-09-10', {
    title: 'Vælg, tegn og byg',
    goal: 'En eller to løsninger er tegnet, bygget og klar til test',
    phases: ['create'],
    blocks: [['Idéprioritering', 60, ['T12']]],
  }),
  day('fri', '2026-09-11', {
    title: 'Test med borgere',
    goal: 'Borgere og medarbejdere har prøvet løsningen, og den er rettet til',
    phases: ['create'],
    blocks: [['Test med borgere', 180, ['T14']]],
  }),
  day('weekend', '2026-09-12', {
    lastDate: '2026-09-13',
    title: 'Prøves i driften',
    goal: '',
    phases: ['create'],
    blocks: [],
    quiet: true,
  }),
  day('mon2', '2026-09-14', {
    title: 'Plan og overlevering',
    goal: 'En konkret løsning med en ejer og en plan',
    phases: ['work'],
    blocks: [['Læs weekendens log', 30, ['T14']]],
  }),
]

const BOARDS = [
  ['T02', 'Kick-off og fundament', 'mon', 'foundation'],
  ['T08', 'Borgerland–fagland', 'mon', 'understand'],
  ['T05', 'Interview- og indsigtstavle', 'mon', 'understand'],
  ['T07', 'Borgerrejse', 'tue', 'understand'],
  ['T09', 'Mulighedsrum', 'wed', 'create'],
  ['T10', 'Vanebryder', 'wed', 'create'],
  ['T11', 'Idéudvikling', 'wed', 'create'],
  ['T12', 'Idéprioritering', 'thu', 'create'],
  ['T14', 'Prøvehandling og testplan', 'fri', 'create'],
] as const

/** The sprint of that week as its facilitator is told of it. */
export function sprintFixture(given: Partial<Sprint> = {}): Sprint {
  const team = TEAM.map(([name, role], i) => ({ id: id('001', i + 1), name, colour: i + 1, role }))
  const who = (i: number) => {
    const { id, name, colour } = team[i] ?? { id: '', name: '', colour: 1 }
    return { id, name, colour }
  }
  return {
    id: id('000', 1),
    title: 'Hjem med hjælp',
    challenge: 'Når jeg kommer hjem fra hospitalet, ved jeg ikke, hvem der kommer, eller hvornår.',
    status: 'running',
    programmeId: 'mandag-til-mandag',
    locale: 'da',
    startDate: '2026-09-07',
    lastDate: '2026-09-14',
    place: 'facilitator',
    today: null,
    commissioner: { name: 'Lone Friis', userId: null },
    team,
    boards: BOARDS.map(([key, title, day, phase], i) => ({
      id: id('002', i + 1),
      key,
      title,
      templateId: null,
      day,
      phase,
      sensitivity: 'open',
      role: 'owner',
      state: 'active',
      editedAt: '2026-09-09T06:20:00.000Z',
      here: key === 'T07' ? [who(0), who(1)] : key === 'T08' ? [who(2)] : [],
    })),
    agenda: { days: structuredClone([...WEEK]) },
    agendaVersion: 1,
    now: { block: 'wed-1', since: '2026-09-09T06:31:00.000Z' },
    purpose: null,
    purposeLockedAt: null,
    previous: null,
    next: [],
    may: {
      change: true,
      changeAgenda: true,
      run: true,
      setStatus: true,
      duplicate: true,
      manageTeam: true,
      addBoard: true,
      arrangeBoards: true,
      delete: false,
      writeLog: true,
      changePurpose: true,
      decide: true,
    },
    ...given,
  }
}
