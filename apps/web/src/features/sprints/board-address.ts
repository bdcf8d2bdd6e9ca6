import type { AgendaBlock } from '@samtavle/shared/agenda'

/** Where a block of the plan leads: its board, and the sections of it that the work is done in. */
export function boardAddress(boardId: string, { sections = [] }: Pick<AgendaBlock, 'sections'> = {}) {
  return {
    to: '/boards/$boardId' as const,
    params: { boardId },
    search: sections.length === 0 ? {} : { section: sections.join(',') },
  }
}
