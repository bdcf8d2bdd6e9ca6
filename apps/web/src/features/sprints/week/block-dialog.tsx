import type { Agenda, AgendaBlock, AgendaDay, BlockKind } from '@samtavle/shared/agenda'
import { BLOCK_KINDS } from '@samtavle/shared/agenda'
import {
  addBlock,
  describeBlock,
  type EditResult,
  lockBlock,
  resizeBlock,
  unlockBlock,
} from '@samtavle/shared/agenda-edits'
import type { Sprint } from '@samtavle/shared/sprint-api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { minuteWords } from '../../../i18n/date-words.ts'
import { shownLocale } from '../../../i18n/i18n.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Select, TextField } from '../../../ui/field.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import styles from './agenda-editor.module.css'
import { typedMinute, typedMinutes } from './typed-time.ts'
import type { AgendaEditing } from './use-agenda-draft.tsx'

/** Letters and boards of a block as the server takes them. */
const TITLE_MAX = 120
const NOTE_MAX = 300
const BOARDS_MAX = 10
const NEW_MINUTES = 30

type BlockDialogProps = {
  sprint: Sprint
  day: AgendaDay
  /** The block to be changed; absent for a new one, at the end of the day. */
  block: AgendaBlock | undefined
  editing: AgendaEditing
  onClose: () => void
}

/** Everything about one block of the plan: what it is called, how long it takes, when it begins, on which boards. */
export function BlockDialog({ sprint, day, block, editing, onClose }: BlockDialogProps) {
  const { t, i18n } = useTranslation('week')
  const locale = shownLocale(i18n.language)
  const [title, setTitle] = useState(block?.title ?? '')
  const [note, setNote] = useState(block?.note ?? '')
  const [kind, setKind] = useState<BlockKind>(block?.kind ?? 'work')
  const [minutes, setMinutes] = useState(String(block?.minutes ?? NEW_MINUTES))
  const [start, setStart] = useState(block?.lockedStart == null ? '' : minuteWords(block.lockedStart, locale))
  const [boards, setBoards] = useState<readonly string[]>(block?.boards ?? [])
  const [isTried, setTried] = useState(false)
  const lockedStart = start.trim() === '' ? null : typedMinute(start)
  const isStartWrong = start.trim() !== '' && lockedStart === null
  const length = typedMinutes(minutes)
  const submit = () => {
    setTried(true)
    if (title.trim() === '' || isStartWrong || length === null) return
    const next = { title: title.trim(), note: note.trim(), kind, boards: [...boards], minutes: length, lockedStart }
    const apply =
      block === undefined
        ? withNew(day, { ...next, id: `own-${crypto.randomUUID().slice(0, 8)}` })
        : withChanged(block, next)
    if (editing.make({ about: next.title, apply })) onClose()
  }
  return (
    <FormDialog
      title={block === undefined ? t('newBlock') : t('editNamed', { title: block.title })}
      submitLabel={t('doneEditing')}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField
        label={t('blockTitle')}
        value={title}
        maxLength={TITLE_MAX}
        error={isTried && title.trim() === '' ? t('titleMissing') : undefined}
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextField
        label={t('blockNote')}
        optional
        value={note}
        maxLength={NOTE_MAX}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className={styles.pair}>
        <TextField
          label={t('blockMinutes')}
          inputMode="numeric"
          value={minutes}
          error={isTried && length === null ? t('minutesWrong') : undefined}
          onChange={(event) => setMinutes(event.target.value)}
        />
        <Select
          label={t('blockKind')}
          value={kind}
          onChange={(value) => setKind(BLOCK_KINDS.find((one) => one === value) ?? 'work')}
          options={BLOCK_KINDS.map((value) => ({ value, label: t(`kind_${value}`) }))}
        />
      </div>
      {day.lastDate === null && (
        <TextField
          label={t('lockedStart')}
          hint={t('lockedStartHint')}
          inputMode="decimal"
          value={start}
          error={isTried && isStartWrong ? t('timeWrong') : undefined}
          onChange={(event) => setStart(event.target.value)}
        />
      )}
      {sprint.boards.length > 0 && (
        <fieldset className={styles.boards}>
          <legend>{t('blockBoards')}</legend>
          {sprint.boards.map((board) => (
            <Checkbox
              key={board.id}
              label={board.title}
              checked={boards.includes(board.key)}
              onChange={(isUsed) => setBoards((now) => withBoard(now, board.key, isUsed))}
            />
          ))}
        </fieldset>
      )}
    </FormDialog>
  )
}

function withBoard(boards: readonly string[], key: string, isUsed: boolean): readonly string[] {
  const others = boards.filter((one) => one !== key)
  return isUsed ? [...others, key].slice(0, BOARDS_MAX) : others
}

const withNew = (day: AgendaDay, block: AgendaBlock) => (agenda: Agenda) =>
  addBlock(agenda, block, { day: day.key, index: Number.MAX_SAFE_INTEGER })

/** Only what was changed, so that it lies on top of what somebody else changed of the same block. */
const withChanged = (block: AgendaBlock, next: Omit<AgendaBlock, 'id'>) => (agenda: Agenda) => {
  const { minutes, lockedStart, ...about } = next
  let result: EditResult = describeBlock(agenda, block.id, about)
  const then = (edit: (agenda: Agenda) => EditResult) => {
    if (result.ok) result = edit(result.agenda)
  }
  if (minutes !== block.minutes) then((now) => resizeBlock(now, block.id, minutes))
  if (lockedStart !== block.lockedStart) {
    then((now) => (lockedStart === null ? unlockBlock(now, block.id) : lockBlock(now, block.id, lockedStart)))
  }
  return result
}
