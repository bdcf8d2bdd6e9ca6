import type { Editor } from '@tldraw/tldraw'
import { Plus } from 'lucide-react'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useOpenBoard, useSessionView } from '../board-context.tsx'
import styles from './guest-list.module.css'
import { putUp, takeDown } from './guest-notes-on-board.ts'
import type { Drafts } from './use-guest-list.ts'

/** Longer than anybody writes on a note, and far below what a board takes. */
export const LETTERS_MAX = 1_000

type NoteFormProps = {
  editor: Editor
  drafts: Drafts
  /** Null for the board as a whole. */
  frame: string | null
  section: string
  /** The first is open: it is what one came for. */
  isFirst: boolean
}

/** A note that is not on the board yet, and the button that puts it there. */
export function NoteForm({ editor, drafts, frame, section, isFirst }: NoteFormProps) {
  const { t } = useTranslation(['guestList', 'common'])
  const { me, session } = useOpenBoard()
  const { paused } = useSessionView(session)
  const toast = useToast()
  const id = useId()
  const key = `new ${frame}`
  const text = drafts.get(key)
  const [opened, setOpened] = useState(isFirst || text !== '')
  const [wrong, setWrong] = useState<'empty' | 'refused' | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const wantsFocus = useRef(false)
  useEffect(() => {
    if (opened && wantsFocus.current) area.current?.focus()
    wantsFocus.current = false
  }, [opened])

  if (!opened) {
    const open = () => {
      wantsFocus.current = true
      setOpened(true)
    }
    return (
      <Button icon={<Plus size={20} aria-hidden />} onClick={open} aria-label={t('writeIn', { section })}>
        {t('write')}
      </Button>
    )
  }

  const send = (event?: FormEvent) => {
    event?.preventDefault()
    area.current?.focus()
    if (text.trim() === '') return setWrong('empty')
    const put = putUp(editor, text.trim(), frame)
    if (put === undefined) return setWrong('refused')
    setWrong(null)
    drafts.set(key, '')
    const undo = { label: t('common:undo'), onSelect: () => void takeDown(editor, put.id) }
    toast.show({ text: t(put.where === 'beside' && frame !== null ? 'putBeside' : 'put'), action: undo })
  }
  const says = paused ? t('paused') : wrong === null ? '' : t(wrong)
  return (
    <form className={styles.form} onSubmit={send}>
      <div className={styles.paper}>
        <label htmlFor={id} className="visually-hidden">
          {t('yourNote', { section })}
        </label>
        <textarea
          id={id}
          ref={area}
          rows={4}
          maxLength={LETTERS_MAX}
          placeholder={t('placeholder')}
          value={text}
          aria-describedby={says === '' ? undefined : `${id}-says`}
          aria-invalid={wrong === null ? undefined : true}
          onChange={(event) => {
            setWrong(null)
            drafts.set(key, event.target.value)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event)
          }}
        />
        <span className={styles.signed} aria-hidden>
          {t('mine', { name: me.name })}
        </span>
      </div>
      {says !== '' && (
        <p id={`${id}-says`} role={wrong === null ? undefined : 'alert'} className={styles.says}>
          {says}
        </p>
      )}
      <Button type="submit" variant="primary" size="lg" wide>
        {t('putUp')}
      </Button>
    </form>
  )
}
