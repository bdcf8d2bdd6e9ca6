import type { BoardSummary, TemplateSummary } from '@samtavle/shared/api'
import { metaOf } from '@samtavle/shared/board-meta'
import { useQuery } from '@tanstack/react-query'
import { type Editor, useValue } from '@tldraw/tldraw'
import { useRef, useState } from 'react'
import { remember, remembered } from '../device/remembered.ts'
import { templatesOfQuery } from '../queries.ts'

/** More guides than anybody chooses among; what a peer writes is not trusted to be fewer. */
const MOST_GUIDES = 30
const LONGEST_ID = 40

/** The guides of the templates on a board, of which one is read. */
export type Guides = {
  template: TemplateSummary
  /** All of them, the board's own first. */
  templates: readonly TemplateSummary[]
  choose(id: string): void
}

/** The guide of the board's template, or of one inserted: a panel beside the canvas where there is room, else a sheet. */
export function useGuide(board: BoardSummary, editor: Editor | null) {
  const inserted = useValue('inserted templates', () => insertedTemplates(editor), [editor])
  const own = board.templateId === null ? [] : [board.templateId]
  const ids = [...new Set([...own, ...inserted.split(',').filter(Boolean)])]
  const { data, isPending, failureCount } = useQuery({ ...templatesOfQuery(ids), enabled: ids.length > 0 })
  const [chosen, setChosen] = useState<string | null>(null)
  const templates = ids.flatMap((id) => data?.find((template) => template.id === id) ?? [])
  const template = templates.find(({ id }) => id === chosen) ?? templates[0]
  const guides: Guides | undefined = template && { template, templates, choose: setChosen }
  // It takes room from the canvas: the first view must not be reckoned before it is known. Known once is known.
  const known = useRef(false)
  known.current ||= board.templateId === null || !isPending || failureCount > 0
  const [panelOpen, setPanelOpen] = useState(() => {
    const choice = remembered('guide')
    return choice === null ? matchMedia('(min-width: 80rem)').matches : choice === 'open'
  })
  const [sheetOpen, setSheetOpen] = useState(false)
  return {
    guides,
    known: known.current,
    panelOpen,
    sheetOpen,
    setSheetOpen,
    setPanelOpen: (open: boolean) => {
      setPanelOpen(open)
      remember('guide', open ? 'open' : 'closed')
    },
    openSheet: () => {
      if (matchMedia('(min-width: 48rem)').matches) setPanelOpen(true)
      else setSheetOpen(true)
    },
  }
}

/** Ids of the templates that were inserted, in reading order, as one text: it is the same while they are. */
function insertedTemplates(editor: Editor | null): string {
  const found: { template: string; order: number }[] = []
  for (const shape of editor?.getCurrentPageShapes() ?? []) {
    const { template, order = 0 } = metaOf(shape)
    if (typeof template !== 'string' || template.length > LONGEST_ID || found.length === MOST_GUIDES) continue
    found.push({ template, order })
  }
  return found
    .sort((a, b) => a.order - b.order)
    .map(({ template }) => template)
    .join(',')
}
