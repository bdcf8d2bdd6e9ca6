import { NOTE_ROLE_LOOK } from '@samtavle/shared/note-role'
import { noteLook } from '@samtavle/shared/palette'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../../i18n/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { useShownTheme } from '../../ui/use-theme.ts'
import styles from './import-rows.module.css'
import type { NoteRow, NoteRows } from './note-rows.ts'
import { useRowsWords } from './use-rows-words.ts'

/** Notes that are shown before they are made. */
const SHOWN = 6
/** Letters of one that are shown. */
const LETTERS_SHOWN = 120

type RowsFoundProps = {
  found: NoteRows | null
  reading: boolean
  sections: readonly { id: string; title: string }[]
}

/** What the rows become: the first of them as notes, and all of them counted. */
export function RowsFound({ found, reading, sections }: RowsFoundProps) {
  const { t } = useTranslation('rows')
  const words = useRowsWords()
  const refusal = found === null ? undefined : words.rowsRefusal(found)
  return (
    <>
      {refusal !== undefined && <Notice tone="error">{refusal}</Notice>}
      <div role="status" className={styles.found}>
        {reading && <p>{t('reading')}</p>}
        {found !== null && refusal === undefined && words.found(found).map((line) => <p key={line}>{line}</p>)}
      </div>
      {found !== null && found.notes.length > 0 && (
        <section aria-label={t('preview')} className={styles.preview}>
          <h3 className={styles.previewTitle}>{t('preview')}</h3>
          <ul className={styles.notes}>
            {found.notes.slice(0, SHOWN).map((note, i) => (
              <NotePreview key={i} note={note} section={sections.find(({ id }) => id === note.section)?.title} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function NotePreview({ note, section }: { note: NoteRow; section: string | undefined }) {
  const { t, i18n } = useTranslation('rows')
  const theme = useShownTheme()
  const look = noteLook(theme, note.colour)
  const role = note.role && NOTE_ROLE_LOOK[note.role].name[shownLocale(i18n.language)]
  const foot = [section, role, note.example ? t('previewExample') : undefined].filter(Boolean).join(' · ')
  const text = note.text.length > LETTERS_SHOWN ? `${note.text.slice(0, LETTERS_SHOWN).trimEnd()} …` : note.text
  return (
    <li className={styles.note} style={{ background: look.fill, color: look.text, borderColor: look.edge }}>
      <span className={styles.noteText}>{text}</span>
      <span className={styles.noteFoot}>{foot}</span>
    </li>
  )
}
