import type { Editor } from '@tldraw/tldraw'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useOpenBoard, useSessionView } from '../board-context.tsx'
import styles from './guest-list.module.css'
import { GuestNote } from './guest-note.tsx'
import type { GuestSection } from './guest-sections.ts'
import { NoteForm } from './note-form.tsx'
import type { Drafts } from './use-guest-list.ts'
import { useGuestSections } from './use-guest-sections.ts'

/** A guest's board on a phone: what each section asks, a note to write in it, and what the others wrote. */
export function GuestList({ editor, drafts }: { editor: Editor; drafts: Drafts }) {
  const { t } = useTranslation('guestList')
  const { session } = useOpenBoard()
  const { mayEdit } = useSessionView(session)
  const sections = useGuestSections(editor)
  const first = sections.find(({ takesNotes }) => takesNotes)
  // Behind the list the canvas must hear no keys.
  useEffect(() => {
    editor.blur()
    return () => {
      // The focus stays on what was pressed.
      if (!editor.isDisposed) editor.focus({ focusContainer: false })
    }
  }, [editor])
  return (
    <div className={styles.list} data-own-keys data-guest-list>
      {sections.map((section) => (
        <Section
          key={section.frame ?? ''}
          {...{ section, editor, drafts }}
          isFirst={section === first}
          writes={mayEdit && section.takesNotes}
        />
      ))}
      {sections.every(({ texts }) => texts.length === 0) && !mayEdit && <p className={styles.none}>{t('none')}</p>}
    </div>
  )
}

type SectionProps = { section: GuestSection; editor: Editor; drafts: Drafts; isFirst: boolean; writes: boolean }

function Section({ section, editor, drafts, isFirst, writes }: SectionProps) {
  const { t } = useTranslation('guestList')
  const { me } = useOpenBoard()
  const heading = useRef<HTMLHeadingElement>(null)
  const { frame, title, question, texts } = section
  const name = title || t(frame === null ? (writes ? 'board' : 'outside') : 'unnamed')
  const id = `guest-section-${frame ?? 'none'}`
  const mine = texts.filter(({ author }) => author === me.id)
  const others = texts.filter(({ author }) => author !== me.id)
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {name}
      </h2>
      {question !== '' && <p className={styles.asks}>{question}</p>}
      {writes && <NoteForm {...{ editor, drafts, frame, isFirst }} section={name} />}
      {texts.length > 0 && (
        <ul className={styles.notes} aria-label={t('notesIn', { section: name })}>
          {[...mine, ...others].map((text) => (
            <GuestNote
              key={text.id}
              {...{ text, editor, drafts }}
              isMine={text.author === me.id}
              onGone={() => heading.current?.focus()}
            />
          ))}
        </ul>
      )}
    </section>
  )
}
