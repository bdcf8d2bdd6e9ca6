import type { Sprint } from '@samtavle/shared/sprint-api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, api } from '../../../api-client.ts'
import { useFailureText } from '../../../i18n/use-failure-text.ts'
import { sprintQuery } from '../../../queries.ts'
import { useToast } from '../../../ui/toast.tsx'
import { type AgendaDifference, agendaDifferences } from './agenda-differences.ts'
import {
  type AgendaChange,
  type AgendaDraft,
  changed,
  newDraft,
  onTopOf,
  redone,
  undone,
  without,
} from './agenda-draft.ts'
import { useLeaveQuestion } from './use-leave-question.tsx'

/** The plan while a facilitator changes it. */
export type AgendaEditing = {
  /** Null while it is not being changed. */
  draft: AgendaDraft | null
  /** Does it; says why when it is refused. */
  make: (change: AgendaChange) => boolean
  /** The same with a message that takes it back. */
  makeUndoable: (change: AgendaChange, said: string) => void
  undo: () => void
  redo: () => void
  save: () => void
  isSaving: boolean
  cancel: () => void
  /** What somebody else saved meanwhile; null when nobody did. */
  theirs: readonly AgendaDifference[] | null
  putOnTop: () => void
  takeTheirs: () => void
  /** What of one's own could not be put on top of the other's plan. */
  notApplied: readonly string[]
  /** The question that is asked before changes would be lost. */
  leaving: ReactNode
}

/**
 * Changes to the plan, kept in the page until they are saved together: a plan that is half moved is nobody's plan.
 * @param onEditing begins or ends it
 */
export function useAgendaDraft(
  sprint: Sprint,
  isEditing: boolean,
  onEditing: (isEditing: boolean) => void,
): AgendaEditing {
  const { t } = useTranslation(['week', 'common'])
  const toast = useToast()
  const failureText = useFailureText()
  const client = useQueryClient()
  // Without a change the newest plan is shown; with the first one it stands still until it is saved.
  const [kept, setKept] = useState<AgendaDraft | null>(null)
  const [notApplied, setNotApplied] = useState<readonly string[]>([])
  const draft = kept ?? newDraft(sprint.agenda, sprint.agendaVersion)
  const end = () => {
    setKept(null)
    setNotApplied([])
    onEditing(false)
  }
  const { queryKey } = sprintQuery(sprint.id)
  const saving = useMutation({
    mutationFn: () => api.putAgenda(sprint.id, { version: draft.version, agenda: draft.agenda }),
    onSuccess: ({ version }) => {
      client.setQueryData(queryKey, (known) => known && { ...known, agenda: draft.agenda, agendaVersion: version })
      toast.show({ tone: 'ok', text: t('planSaved') })
      end()
    },
    onError: (failure) => {
      if (failure instanceof ApiError && failure.code === 'conflict') return
      toast.show({ tone: 'error', text: `${t('saveFailed')} ${failureText(failure)}` })
    },
    // The log may have a line to propose, and after a conflict the other plan is wanted.
    onSettled: () => client.invalidateQueries({ queryKey: ['sprints'] }),
  })
  const make = (change: AgendaChange): boolean => {
    const result = changed(draft, change)
    if ('draft' in result) setKept(result.draft)
    else toast.show({ tone: 'info', text: t(`refused_${result.reason}`) })
    return 'draft' in result
  }
  const isOverwritten = kept !== null && !saving.isPending && kept.version !== sprint.agendaVersion
  return {
    draft: isEditing ? draft : null,
    make,
    makeUndoable(change, said) {
      if (!make(change)) return
      const takeBack = () => setKept((now) => now && without(now, change))
      toast.show({ text: said, action: { label: t('common:undo'), onSelect: takeBack } })
    },
    undo: () => setKept(undone(draft)),
    redo: () => setKept(redone(draft)),
    save: () => (draft.done.length === 0 ? end() : saving.mutate()),
    isSaving: saving.isPending,
    cancel: end,
    theirs: isOverwritten ? agendaDifferences(kept.base, sprint.agenda) : null,
    putOnTop() {
      const { draft: rebased, refused } = onTopOf(draft, sprint.agenda, sprint.agendaVersion)
      setKept(rebased)
      setNotApplied(refused.map(({ change, reason }) => `${change.about} – ${t(`refused_${reason}`)}`))
    },
    takeTheirs: () => setKept(null),
    notApplied,
    leaving: useLeaveQuestion(isEditing && draft.done.length > 0, () => setKept(null)),
  }
}
