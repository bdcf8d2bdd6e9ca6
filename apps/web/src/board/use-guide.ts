import type { BoardSummary, TemplateSummary } from '@samtavle/shared/api'
import { metaOf } from '@samtavle/shared/board-meta'
import { filledStep, type StepDraft, stepDraft, templateSteps } from '@samtavle/shared/board-steps'
import type { Localised } from '@samtavle/shared/locale'
import type { TemplateTime } from '@samtavle/shared/template-about'
import { useQuery } from '@tanstack/react-query'
import { type Editor, type TLStore, useValue } from '@tldraw/tldraw'
import { useRef, useState } from 'react'
import { remember, remembered } from '../device/remembered.ts'
import { guestHere } from '../guest.ts'
import { templatesOfQuery } from '../queries.ts'
import { useBoardSteps } from './design/board-steps.ts'

/** More guides than anybody chooses among; what a peer writes is not trusted to be fewer. */
const MOST_GUIDES = 30
const LONGEST_ID = 40

/** How something is used: what the guide tells of a template, or of the steps that were written on the board itself. */
export type Guide = Pick<TemplateSummary, 'id' | 'name' | 'purpose' | 'when' | 'who' | 'duration' | 'steps'>

/** The guides of a board, of which one is read. */
export type Guides = {
  guide: Guide
  /** All of them, the board's own first. */
  all: readonly Guide[]
  choose(id: string): void
}

/** The guide of the board's template, or of one inserted: a panel beside the canvas where there is room, else a sheet. */
export function useGuide(board: BoardSummary, editor: Editor | null, store: TLStore | null) {
  const onBoard = useBoardSteps(store)
  const inserted = useValue('inserted templates', () => insertedTemplates(editor), [editor])
  const own = board.templateId === null ? [] : [board.templateId]
  const ids = [...new Set([...own, ...inserted.split(',').filter(Boolean)])]
  const { data, isPending, failureCount } = useQuery({
    ...templatesOfQuery(ids),
    enabled: ids.length > 0 && guestHere() === null,
  })
  const [chosen, setChosen] = useState<string | null>(null)
  const templates = ids.flatMap((id) => data?.find((template) => template.id === id) ?? [])
  const made = templates.find(({ id }) => id === board.templateId)
  const all =
    onBoard.steps.length === 0
      ? templates
      : [withSteps(board, made, onBoard), ...templates.filter((one) => one !== made)]
  const guide = all.find(({ id }) => id === chosen) ?? all[0]
  const guides: Guides | undefined = guide && { guide, all, choose: setChosen }
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
    /** The steps of the template that the board was made from. */
    templateSteps: (made?.steps ?? NO_STEPS).map((step, i): StepDraft => stepDraft(`t${i}`, step)),
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

const NO_STEPS: TemplateSummary['steps'] = []
const inAll = (text: string): Localised => ({ da: text, en: text, nb: text })

/** The steps that were written on the board stand in place of those of the template that it was made from. */
function withSteps(
  board: BoardSummary,
  made: TemplateSummary | undefined,
  { steps, time }: { steps: readonly StepDraft[]; time: TemplateTime | undefined },
): Guide {
  const nothing = inAll('')
  const { purpose, when, who } = made ?? { purpose: nothing, when: nothing, who: nothing }
  const own = time && inAll(time.least === time.most ? `${time.least} min` : `${time.least}–${time.most} min`)
  const duration = own ?? made?.duration ?? nothing
  const name = made?.name ?? inAll(board.title)
  return { id: made?.id ?? board.id, name, purpose, when, who, duration, steps: templateSteps(steps).map(filledStep) }
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
