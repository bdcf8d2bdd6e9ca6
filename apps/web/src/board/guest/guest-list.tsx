import type { WrittenText } from '@samtavle/shared/read-board'
import type { Editor } from '@tldraw/tldraw'
import { Fragment, useEffect, useRef } from 'react'
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
      {sections.every(({ cells }) => cells.length === 0) && !mayEdit && <p className={styles.none}>{t('none')}</p>}
    </div>
  )
}

type SectionProps = { section: GuestSection; editor: Editor; drafts: Drafts; isFirst: boolean; writes: boolean }

function Section({ section, editor, drafts, isFirst, writes }: SectionProps) {
  const { t } = useTranslation('guestList')
  const { me } = useOpenBoard()
  const heading = useRef<HTMLHeadingElement>(null)
  const { frame, title, question, cells } = section
  const name = title || t(frame === null ? (writes ? 'board' : 'outside') : 'unnamed')
  const isMine = ({ author }: WrittenText) => author === me.id
  const id = `guest-section-${frame ?? 'none'}`
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {name}
      </h2>
      {question !== '' && <p className={styles.asks}>{question}</p>}
      {writes && <NoteForm {...{ editor, drafts, frame, isFirst }} section={name} />}
      {cells.map(({ title: lane, texts }, i) => (
        <Fragment key={`${lane} ${i}`}>
          {lane !== undefined && <h3 className={styles.lane}>{lane}</h3>}
          <ul className={styles.notes} aria-label={t('notesIn', { section: lane ?? name })}>
            {texts
              .toSorted((a, b) => Number(isMine(b)) - Number(isMine(a)))
              .map((text, j) => (
                <GuestNote
                  // A card says several things.
                  key={`${text.id} ${j}`}
                  {...{ text, editor, drafts }}
                  isMine={isMine(text)}
                  onGone={() => heading.current?.focus()}
                />
              ))}
          </ul>
        </Fragment>
      ))}
    </section>
  )
}
