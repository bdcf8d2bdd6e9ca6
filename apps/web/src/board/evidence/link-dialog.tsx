import type { BoardSummary } from '@samtavle/shared/api'
import { wordsOn } from '@samtavle/shared/shape-words'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Editor, TLShapeId } from '@tldraw/tldraw'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, api } from '../../api-client.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { ChoiceCards } from '../../ui/choice-cards.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useSessionView } from '../board-context.tsx'
import type { BoardSession } from '../board-session.ts'
import { boardEvidenceQuery } from './evidence-query.ts'

/** Letters of a note in the list. */
const EXCERPT = 90

type LinkProps = {
  board: BoardSummary
  session: BoardSession
  editor: Editor
  shapes: readonly TLShapeId[]
  onClose: () => void
}

/** One of the selected notes builds on the others: an opportunity on its insights, an idea on its opportunity. */
export function LinkDialog({ board, session, editor, shapes, onClose }: LinkProps) {
  const { t } = useTranslation(['evidence', 'common'])
  const toast = useToast()
  const failureText = useFailureText()
  const queries = useQueryClient()
  const { unsaved } = useSessionView(session)
  const notes = shapes.flatMap((id) => {
    const shape = editor.getShape(id)
    const words = shape === undefined ? '' : wordsOn(shape).replace(/\s+/gu, ' ').trim()
    return words === '' ? [] : [{ id, words: words.length > EXCERPT ? `${words.slice(0, EXCERPT)}…` : words }]
  })
  // The one that was selected last is most often the one that came of the others.
  const [shape, setShape] = useState<string>(notes.at(-1)?.id ?? '')
  const request = { shape, buildsOn: notes.map(({ id }) => id).filter((id) => id !== shape) }
  const count = request.buildsOn.length
  const again = () => void queries.invalidateQueries({ queryKey: boardEvidenceQuery(board.id).queryKey })
  const unlink = useMutation({
    mutationFn: () => api.withdrawLinks(board.id, request),
    onSuccess: () => {
      again()
      toast.show({ text: t('undone') })
    },
    onError: (failure) => toast.show({ text: failureText(failure), tone: 'error' }),
  })
  const link = useMutation({
    mutationFn: () => api.addLinks(board.id, request),
    onSuccess: () => {
      again()
      const action = { label: t('common:undo'), onSelect: () => unlink.mutate() }
      toast.show({ text: t('linked', { count }), action })
      onClose()
    },
  })
  const isCircle = link.error instanceof ApiError && link.error.code === 'conflict'
  return (
    <FormDialog
      title={t('linkTitle')}
      description={t('linkText')}
      onClose={onClose}
      onSubmit={() => count > 0 && !unsaved && !link.isPending && link.mutate()}
      submitLabel={t('linkDo')}
      busy={link.isPending}
      busyLabel={t('linking')}
    >
      {link.isError && (
        <Notice tone={isCircle ? 'attention' : 'error'}>
          {isCircle ? t('linkCircle') : `${t('linkFailed')} ${failureText(link.error)}`}
        </Notice>
      )}
      {unsaved && <Notice tone="attention">{t('unsaved')}</Notice>}
      <ChoiceCards
        label={t('linkNote')}
        value={shape}
        onChange={setShape}
        options={notes.map(({ id, words }) => ({ value: id as string, label: words }))}
      />
    </FormDialog>
  )
}
