import { BOARD_TITLE_MAX } from '@samtavle/shared/board-title'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../ui/page-heading.tsx'
import styles from './top-bar.module.css'

type BoardTitleProps = { title: string; mayRename: boolean; onRename(title: string): void }

/** The board's name; for those who may, a press makes it a field. Enter keeps, Escape leaves it. */
export function BoardTitle({ title, mayRename, onRename }: BoardTitleProps) {
  const { t } = useTranslation('board')
  usePageTitle(title)
  const [draft, setDraft] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const open = draft !== null

  useEffect(() => {
    if (open) field.current?.select()
  }, [open])

  if (!mayRename) {
    return (
      <h1 className={styles.heading}>
        <span className={styles.title}>
          <span>{title}</span>
        </span>
      </h1>
    )
  }
  if (draft === null) {
    return (
      <h1 className={styles.heading}>
        <button ref={button} type="button" className={styles.title} title={t('rename')} onClick={() => setDraft(title)}>
          <span>{title}</span>
          <span className="visually-hidden">. {t('rename')}</span>
        </button>
      </h1>
    )
  }
  const close = () => {
    setDraft(null)
    requestAnimationFrame(() => button.current?.focus())
  }
  const keep = (event?: FormEvent) => {
    event?.preventDefault()
    const next = draft.trim().replace(/\s+/g, ' ')
    if (next !== '' && next !== title) onRename(next)
    close()
  }
  return (
    <form onSubmit={keep}>
      <input
        ref={field}
        className={styles.input}
        value={draft}
        maxLength={BOARD_TITLE_MAX}
        aria-label={t('boardName')}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => keep()}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Escape') close()
        }}
      />
    </form>
  )
}
