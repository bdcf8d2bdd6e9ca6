import { NOTE_ROLE_LOOK } from '@samtavle/shared/note-role'
import { exampleWord } from '@samtavle/shared/note-words'
import type { WrittenText } from '@samtavle/shared/read-board'
import type { Editor } from '@tldraw/tldraw'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { useToast } from '../../ui/toast.tsx'
import { useOpenBoard } from '../board-context.tsx'
import styles from './guest-list.module.css'
import { rewrite, takeDown } from './guest-notes-on-board.ts'
import { LETTERS_MAX } from './note-form.tsx'
import type { Drafts } from './use-guest-list.ts'

type GuestNoteProps = {
  text: WrittenText
  editor: Editor
  drafts: Drafts
  isMine: boolean
  /** The note is taken down: the focus needs another place. */
  onGone(): void
}

/** What somebody wrote, in the colour and with the word of its role. My own can be changed and taken down. */
export function GuestNote({ text, editor, drafts, isMine, onGone }: GuestNoteProps) {
  const { t, i18n } = useTranslation(['guestList', 'common'])
  const { me } = useOpenBoard()
  const toast = useToast()
  const locale = shownLocale(i18n.language)
  const { id, role, example } = text
  const key = `change ${id}`
  const [changing, setChanging] = useState(drafts.get(key) !== '')
  const change = useRef<HTMLButtonElement>(null)
  const returns = useRef(false)
  useEffect(() => {
    if (!changing && returns.current) change.current?.focus()
    returns.current = changing
  }, [changing])
  const foot = [
    role !== undefined && role !== 'fact' && NOTE_ROLE_LOOK[role].name[locale],
    example && exampleWord(locale),
    isMine && t('mine', { name: me.name }),
  ]
  const look = role === undefined ? undefined : styles[role]
  const words = text.text.length > 40 ? `${text.text.slice(0, 40).trimEnd()} …` : text.text
  const end = () => {
    drafts.set(key, '')
    setChanging(false)
  }
  if (changing) {
    const save = (written: string) => {
      if (!rewrite(editor, id, written)) toast.show({ text: t('refused'), tone: 'error' })
      else end()
    }
    return (
      <li className={classNames(styles.note, styles.mine, look)}>
        <ChangeForm draft={drafts.get(key) || text.text} onDraft={(now) => drafts.set(key, now)} {...{ save, end }} />
      </li>
    )
  }
  const remove = () => {
    const back = takeDown(editor, id)
    if (back === undefined) return toast.show({ text: t('refused'), tone: 'error' })
    onGone()
    toast.show({ text: t('removed'), action: { label: t('common:undo'), onSelect: back } })
  }
  return (
    <li className={classNames(styles.note, look, example && styles.example, isMine && styles.mine)}>
      <p className={styles.words}>{text.text}</p>
      <p className={styles.foot}>{foot.filter(Boolean).join(' · ')}</p>
      {isMine && role !== undefined && (
        <div className={styles.acts}>
          <Button ref={change} size="sm" onClick={() => setChanging(true)} aria-label={t('changeNamed', { words })}>
            {t('change')}
          </Button>
          <Button size="sm" variant="quiet" onClick={remove} aria-label={t('removeNamed', { words })}>
            {t('remove')}
          </Button>
        </div>
      )}
    </li>
  )
}

type ChangeFormProps = { draft: string; onDraft(text: string): void; save(text: string): void; end(): void }

function ChangeForm({ draft, onDraft, save, end }: ChangeFormProps) {
  const { t } = useTranslation(['guestList', 'common'])
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => area.current?.focus(), [])
  return (
    <form
      className={styles.change}
      onSubmit={(event) => {
        event.preventDefault()
        if (draft.trim() !== '') save(draft.trim())
        else area.current?.focus()
      }}
      onKeyDown={(event) => event.key === 'Escape' && end()}
    >
      <label htmlFor={id} className="visually-hidden">
        {t('changeWords')}
      </label>
      <textarea
        id={id}
        ref={area}
        rows={4}
        required
        maxLength={LETTERS_MAX}
        value={draft}
        onChange={(event) => onDraft(event.target.value)}
      />
      <div className={styles.acts}>
        <Button type="submit" size="sm">
          {t('save')}
        </Button>
        <Button size="sm" variant="quiet" onClick={end}>
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  )
}
