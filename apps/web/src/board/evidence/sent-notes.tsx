import { wordsOn } from '@samtavle/shared/shape-words'
import { type Editor, type TLShapeId, useValue } from '@tldraw/tldraw'
import { useTranslation } from 'react-i18next'
import { noteVotes } from '../note-votes.ts'
import styles from './sent-notes.module.css'

/** Letters of a note in the list. */
const EXCERPT = 90

/** The notes that are sent on, with the votes that they take along. */
export function SentNotes({ editor, shapes }: { editor: Editor; shapes: readonly TLShapeId[] }) {
  const { t } = useTranslation(['evidence', 'vote'])
  const votes = useValue('votes', () => noteVotes(editor), [editor])
  const notes = shapes.flatMap((id) => {
    const shape = editor.getShape(id)
    const words = shape === undefined ? '' : wordsOn(shape).replace(/\s+/gu, ' ').trim()
    return words === '' ? [] : [{ id, words: words.length > EXCERPT ? `${words.slice(0, EXCERPT)}…` : words }]
  })
  if (notes.length === 0) return null
  return (
    <ul className={styles.notes} aria-label={t('sentNotes')}>
      {notes.map(({ id, words }) => (
        <li key={id}>
          <span>{words}</span>
          {votes.has(id) && <strong>{t('vote:votes', { count: votes.get(id) ?? 0 })}</strong>}
        </li>
      ))}
    </ul>
  )
}
