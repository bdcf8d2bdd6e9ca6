import { Link } from '@tanstack/react-router'
import { type TLNoteShape, useEditor, useValue } from '@tldraw/tldraw'
import { Forward, Link2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useOpenBoard } from '../board-context.tsx'
import styles from '../board-controls.module.css'
import { noteVotes } from '../note-votes.ts'

/** In the bar above selected notes: to send them on, to tie them together, and the way to the chain of one. */
export function EvidenceTools({ notes }: { notes: readonly TLNoteShape[] }) {
  const { t } = useTranslation(['evidence', 'vote'])
  const editor = useEditor()
  const { evidence } = useOpenBoard()
  const [note] = notes
  const one = notes.length === 1 && note !== undefined ? evidence.notes.get(note.id) : undefined
  const { sendOn, link } = evidence
  const ids = notes.map(({ id }) => id)
  const votes = useValue('votes on the note', () => (note && noteVotes(editor).get(note.id)) ?? 0, [editor, note])
  const chain = [
    one !== undefined && one.buildsOn > 0 ? t('behind', { count: one.buildsOn }) : '',
    one !== undefined && one.leadsTo > 0 ? t('ahead', { count: one.leadsTo }) : '',
  ].filter(Boolean)
  const said = votes > 0 ? [...chain, t('vote:votes', { count: votes })] : chain
  return (
    <>
      {sendOn && (
        <button type="button" className={styles.role} onClick={() => sendOn(ids)}>
          <Forward size={16} aria-hidden />
          <span>{t('sendOn')}</span>
        </button>
      )}
      {link && notes.length > 1 && (
        <button type="button" className={styles.role} onClick={() => link(ids)}>
          <Link2 size={16} aria-hidden />
          <span>{t('link')}</span>
        </button>
      )}
      {one !== undefined && chain.length > 0 && (
        <Link
          to="/evidence/$trace"
          params={{ trace: one.trace }}
          className={styles.role}
          aria-label={t('seeChain', { what: said.join(', ') })}
        >
          <Link2 size={16} aria-hidden />
          <span>{said.join(' · ')}</span>
        </Link>
      )}
    </>
  )
}
