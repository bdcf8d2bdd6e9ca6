import type { BoardSummary } from '@samtavle/shared/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Editor, TLShapeId } from '@tldraw/tldraw'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { boardsQuery, templatesQuery } from '../../queries.ts'
import { Select } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useSessionView } from '../board-context.tsx'
import type { BoardSession } from '../board-session.ts'
import { boardEvidenceQuery } from './evidence-query.ts'
import { receivingBoards } from './receiving-boards.ts'
import { SentNotes } from './sent-notes.tsx'
import { useAttempts, useTakeBack } from './use-take-back.ts'

/** The value of the choice that is no section. */
const BESIDE = 'beside'

type SendOnProps = {
  board: BoardSummary
  session: BoardSession
  editor: Editor
  shapes: readonly TLShapeId[]
  onClose: () => void
}

/** Chosen notes go to a section of another board: first those that the template hands on to. */
export function SendOnDialog({ board, session, editor, shapes, onClose }: SendOnProps) {
  const { t } = useTranslation(['evidence', 'common'])
  const toast = useToast()
  const failureText = useFailureText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { unsaved } = useSessionView(session)
  const boards = useQuery(boardsQuery('active'))
  const templates = useQuery(templatesQuery)
  const [chosen, setChosen] = useState<string | null>(null)
  const [frame, setFrame] = useState<{ of: string; frame: string } | null>(null)
  const { suggested, others } = receivingBoards(boards.data ?? [], board, templates.data ?? [])
  const all = [...suggested, ...others]
  const target = all.find(({ id }) => id === chosen) ?? all[0]
  const sections = useQuery({
    queryKey: ['sections', target?.id],
    queryFn: ({ signal }) => api.boardSections(target?.id ?? '', signal),
    enabled: target !== undefined,
    staleTime: 0,
  })
  const found = sections.data?.sections ?? []
  const into = frame !== null && frame.of === target?.id ? frame.frame : (found[0]?.frame ?? BESIDE)
  const attemptTo = useAttempts()
  const takeBack = useTakeBack(board)
  const send = useMutation({
    mutationFn: (boardId: string) => {
      const frame = into === BESIDE ? null : into
      return api.sendOn(board.id, { id: attemptTo(`${boardId} ${frame}`), shapes: [...shapes], to: { boardId, frame } })
    },
    onSuccess: ({ id, sent, outside, leftOut }, boardId) => {
      void queries.invalidateQueries({ queryKey: boardEvidenceQuery(board.id).queryKey })
      const words = [
        t('sent', { count: sent.length, board: target?.title ?? '' }),
        outside > 0 ? t('outside', { count: outside }) : '',
        leftOut > 0 ? t('leftOut', { count: leftOut }) : '',
      ]
      const onSelect = () => void navigate({ to: '/boards/$boardId', params: { boardId } })
      toast.show({
        text: words.filter(Boolean).join(' '),
        action: { label: t('common:undo'), onSelect: () => takeBack(id) },
        also: { label: t('openBoard'), onSelect },
        // What it offers is not to be had again.
        stays: true,
      })
      onClose()
    },
  })
  const failure = send.error ?? boards.error
  return (
    <FormDialog
      title={t('title', { count: shapes.length })}
      description={t('text')}
      onClose={onClose}
      onSubmit={() => target !== undefined && !unsaved && !send.isPending && send.mutate(target.id)}
      submitLabel={t('send')}
      busy={send.isPending || boards.isPending}
      busyLabel={send.isPending ? t('sending') : t('common:loading')}
    >
      {failure !== null && (
        <Notice tone="error">
          {send.isError && t('sendFailed')} {failureText(failure)}
        </Notice>
      )}
      {unsaved && <Notice tone="attention">{t('unsaved')}</Notice>}
      {boards.data !== undefined && target === undefined && <Notice tone="info">{t('noBoards')}</Notice>}
      <SentNotes editor={editor} shapes={shapes} />
      {target !== undefined && (
        <>
          <Select
            label={t('board')}
            hint={t('boardHint')}
            value={target.id}
            onChange={setChosen}
            options={[
              ...suggested.map(({ id, title }) => ({ value: id, label: `${title} – ${t('suggested')}` })),
              ...others.map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
          {sections.isError && (
            <Notice tone="error">
              {t('sectionsFailed')} {failureText(sections.error)}
            </Notice>
          )}
          <Select
            label={t('section')}
            value={into}
            onChange={(next) => setFrame({ of: target.id, frame: next })}
            options={[
              ...found.map((section) => ({ value: section.frame, label: section.name })),
              { value: BESIDE, label: t('besideAll') },
            ]}
          />
        </>
      )}
    </FormDialog>
  )
}
