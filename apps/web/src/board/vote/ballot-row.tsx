import type { NoteRole } from '@samtavle/shared/note-role'
import { Minus, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { RoleSign } from '../role-sign.tsx'
import styles from './vote-panel.module.css'

type BallotRowProps = {
  words: string
  noteRole: NoteRole | undefined
  dots: number
  /** Undefined for a note that can get none any more. */
  onAdd?: () => void
  onTake(): void
  onShow?: () => void
}

/** Longest part of a note that a button's name repeats, in letters. */
const NAMED = 60

/** One note with my dots on it, one less and one more. */
export function BallotRow({ words, noteRole, dots, onAdd, onTake, onShow }: BallotRowProps) {
  const { t } = useTranslation('vote')
  const short = words.length > NAMED ? `${words.slice(0, NAMED)}…` : words
  return (
    <li className={styles.row} data-dots={dots}>
      {onShow ? (
        <button type="button" className={styles.words} aria-label={t('goTo', { words })} onClick={onShow}>
          {noteRole && <RoleSign role={noteRole} />}
          <span>{words}</span>
        </button>
      ) : (
        <span className={styles.words}>{words}</span>
      )}
      <span className={styles.steps}>
        <button
          type="button"
          className={styles.step}
          aria-label={t('take', { words: short })}
          aria-disabled={dots === 0}
          onClick={onTake}
        >
          <Minus size={18} aria-hidden />
        </button>
        <span className={styles.count}>
          <span className="visually-hidden">{t('yours', { count: dots })}</span>
          <span aria-hidden>{dots}</span>
        </span>
        {onAdd && (
          <button type="button" className={styles.step} aria-label={t('add', { words: short })} onClick={onAdd}>
            <Plus size={18} aria-hidden />
          </button>
        )}
      </span>
    </li>
  )
}
