import type { AgendaBlock, AgendaDay } from './agenda.ts'

/** A block of so many minutes, with a locked start or without. */
export function block(id: string, minutes: number, lockedStart: number | null = null): AgendaBlock {
  return { id, kind: 'work', title: id, note: '', minutes, lockedStart, boards: [] }
}

/** A day that begins at 8.30. */
export function day(blocks: AgendaBlock[], changes: Partial<AgendaDay> = {}): AgendaDay {
  return {
    key: 'mon',
    date: '2026-09-07',
    lastDate: null,
    title: 'Fundamentet',
    goal: '',
    phases: ['understand'],
    startsAt: 510,
    blocks,
    handsOver: [],
    managerSees: null,
    quiet: false,
    ...changes,
  }
}
