import type { BoardSummary } from '@samtavle/shared/api'
import { VOTE_DOTS, VOTE_QUESTION_MAX } from '@samtavle/shared/vote-limits'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Editor, useValue } from '@tldraw/tldraw'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api-client.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { Button } from '../../ui/button.tsx'
import { Select, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { sectionOf } from '../section-place.ts'
import { votableNotes } from './votable-notes.ts'
import { boardVoteQuery, voteClient } from './vote-client.ts'
import styles from './vote-panel.module.css'
import { likelySection, voteSections } from './vote-sections.ts'

type StartVoteProps = { board: BoardSummary; editor: Editor; onStarted(): void }

/** The value of the choice that is no section. */
const WHOLE = 'whole'
const COUNTS = Array.from({ length: VOTE_DOTS.max - VOTE_DOTS.min + 1 }, (_, i) => VOTE_DOTS.min + i)

/** What one most often votes about on the boards of a template. */
const SUGGESTIONS = new Map<string | null, 'grundlag' | 'interview' | 'borgerrejse' | 'retrospektiv'>([
  ['grundlag', 'grundlag'],
  ['interview-indsigt', 'interview'],
  ['borgerrejse', 'borgerrejse'],
  ['retrospektiv', 'retrospektiv'],
])

/** Opens a vote: what about, how many dots, and which notes. */
export function StartVote({ board: { id: boardId, templateId }, editor, onStarted }: StartVoteProps) {
  const { t } = useTranslation('vote')
  const failureText = useFailureText()
  const queries = useQueryClient()
  const sections = useValue('sections to vote in', () => voteSections(editor), [editor])
  const [question, setQuestion] = useState<string>(() => t(`suggestion_${SUGGESTIONS.get(templateId) ?? 'any'}`))
  const [dots, setDots] = useState<string>(String(VOTE_DOTS.usual))
  const [frame, setFrame] = useState<string>(() => {
    const selected = editor.getSelectedShapes().flatMap((shape) => sectionOf(editor, shape)?.id ?? [])
    return likelySection(sections, editor.getViewportPageBounds(), selected)?.frame ?? WHOLE
  })
  const [isTried, setTried] = useState(false)
  const chosen = sections.find((section) => section.frame === frame)
  const all = useValue(
    'notes to vote on',
    () => votableNotes(editor, null).reduce((sum, group) => sum + group.notes.length, 0),
    [editor],
  )
  const notes = chosen?.notes ?? all
  const start = useMutation({
    mutationFn: () =>
      voteClient.start(boardId, { question: question.trim(), dots: Number(dots), frame: chosen?.frame ?? null }),
    onSettled: () => queries.invalidateQueries({ queryKey: boardVoteQuery(boardId).queryKey }),
    onSuccess: onStarted,
  })
  const isAmiss = question.trim() === '' || notes === 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isAmiss && !start.isPending) start.mutate()
  }
  const isTaken = start.error instanceof ApiError && start.error.code === 'conflict'
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={t('startTitle')}>
      <h3 className={styles.heading}>{t('startTitle')}</h3>
      <p className={styles.hint}>{t('startText')}</p>
      {start.isError && (
        <Notice tone={isTaken ? 'attention' : 'error'}>
          {isTaken ? t('alreadyOpen') : `${t('startFailed')} ${failureText(start.error)}`}
        </Notice>
      )}
      <TextField
        label={t('question')}
        value={question}
        size="md"
        maxLength={VOTE_QUESTION_MAX}
        onChange={(event) => setQuestion(event.target.value)}
        error={isTried && question.trim() === '' ? t('questionMissing') : undefined}
      />
      <Select
        label={t('dotsEach')}
        size="md"
        value={dots}
        onChange={setDots}
        options={COUNTS.map((count) => ({ value: String(count), label: t('dots', { count }) }))}
      />
      <Select
        label={t('where')}
        size="md"
        value={chosen?.frame ?? WHOLE}
        onChange={setFrame}
        options={[
          ...sections.map(({ frame: id, name }) => ({ value: id as string, label: name })),
          { value: WHOLE, label: t('wholeBoard') },
        ]}
        {...(notes > 0 && { hint: t('notes', { count: notes }) })}
        error={notes === 0 ? t('noNotes') : undefined}
      />
      <Button variant="primary" type="submit" busy={start.isPending} busyLabel={t('starting')}>
        {t('start')}
      </Button>
    </form>
  )
}
