import type { Agenda, AgendaBlock, AgendaDay, PlannedBoard } from '@samtavle/shared/agenda'
import { addDays, daysBetween, mondayOf } from '@samtavle/shared/iso-dates'
import type { Locale } from '@samtavle/shared/locale'
import { listTemplates } from '../catalog.ts'
import type { Template } from '../template.ts'
import { BLOCK_SECTIONS } from './block-sections.ts'
import type { Programme, ProgrammeBoard, ProgrammeDay } from './programme.ts'

export type Plan = { agenda: Agenda; boards: PlannedBoard[]; lastDate: string }

/** The day on which the programme starts when somebody asks for this one: its Monday, where it starts on Mondays. */
export function startOf(programme: Programme, date: string): string {
  return programme.startsOnMonday ? mondayOf(date) : date
}

/** The last day of a programme that starts on this date. */
export function lastDateOf(programme: Programme, startDate: string): string {
  return addDays(startDate, Math.max(...programme.days.map((day) => day.lastOffset ?? day.offset)))
}

/** The template of a programme's board: `T07-2` is another board of T07. */
export function templateOf(board: ProgrammeBoard): Template {
  const number = board.key.split('-')[0]
  const template = listTemplates().find((one) => one.number === number)
  if (template === undefined) throw new Error(`no template ${board.key}`)
  return template
}

/**
 * What a sprint of this programme is made of: its agenda and its boards, in one language. Boards come in the order in
 * which they are used, each once, on the first day that uses it.
 */
export function planFrom(programme: Programme, startDate: string, locale: Locale): Plan {
  const start = startOf(programme, startDate)
  return {
    agenda: { days: programme.days.map((day) => agendaDay(day, start, locale)) },
    boards: programme.boards.map((board) => plannedBoard(programme, board, locale)),
    lastDate: lastDateOf(programme, start),
  }
}

/** The same plan for another start: every day as many days later. */
export function movedTo(agenda: Agenda, fromStart: string, toStart: string): Agenda {
  const later = daysBetween(fromStart, toStart)
  return {
    days: agenda.days.map((day) => ({
      ...day,
      date: addDays(day.date, later),
      lastDate: day.lastDate === null ? null : addDays(day.lastDate, later),
    })),
  }
}

function agendaDay(day: ProgrammeDay, start: string, locale: Locale): AgendaDay {
  return {
    key: day.key,
    date: addDays(start, day.offset),
    lastDate: day.lastOffset === undefined ? null : addDays(start, day.lastOffset),
    title: day.title[locale],
    goal: day.goal[locale],
    phases: [...day.phases],
    startsAt: day.startsAt,
    blocks: day.blocks.map((block) => ({
      id: block.id,
      kind: block.kind,
      title: block.title[locale],
      note: block.note?.[locale] ?? '',
      minutes: block.minutes,
      lockedStart: block.lockedStart ?? null,
      boards: [...block.boards],
      ...sectionsOf(block.id),
    })),
    handsOver: day.handsOver.map((line) => line[locale]),
    managerSees: day.managerSees && {
      title: day.managerSees.title[locale],
      items: day.managerSees.items.map((item) => item[locale]),
    },
    quiet: day.quiet ?? false,
  }
}

function sectionsOf(blockId: string): Pick<AgendaBlock, 'sections'> {
  const sections = BLOCK_SECTIONS[blockId]
  return sections === undefined ? {} : { sections: [...sections] }
}

function plannedBoard(programme: Programme, board: ProgrammeBoard, locale: Locale): PlannedBoard {
  const day = programme.days.find(({ blocks }) => blocks.some(({ boards }) => boards.includes(board.key)))
  if (day === undefined) throw new Error(`no day of ${programme.id} uses ${board.key}`)
  const template = templateOf(board)
  return {
    key: board.key,
    templateId: template.id,
    short: board.short ?? false,
    day: day.key,
    phase: board.phase,
    title: (board.title ?? template.name)[locale],
  }
}
