import { metaOf } from '@samtavle/shared/board-meta'
import { NOTE_ROLE_LOOK, NOTE_ROLES } from '@samtavle/shared/note-role'
import { type Editor, useEditor, useReadonly, useValue } from '@tldraw/tldraw'
import { ChevronDown, EyeOff, LayoutGrid, Lightbulb } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../i18n/i18n.ts'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx'
import { mayTouch } from './background-lock.ts'
import styles from './board-controls.module.css'
import { isNote, roleOf } from './board-meta.ts'
import { EvidenceTools } from './evidence/evidence-tools.tsx'
import { markExamples } from './mark-examples.ts'
import { areInternal, toggleInternal } from './mark-internal.ts'
import { changeRole } from './note-role-change.ts'
import { RoleSign } from './role-sign.tsx'
import { tidyNotes } from './tidy-notes.ts'

const HEIGHT = 44
const GAP = 14
/** With the longest words in it. */
const WIDTH = 520
/** Height of »Anders skriver« above the note. */
const NAME_TAG = 26

function isAnybodyWritingIn(editor: Editor): boolean {
  const selected = editor.getSelectedShapeIds()
  return editor.getCollaboratorsOnCurrentPage().some(({ meta }) => selected.some((id) => id === meta.editing))
}

/** Above selected notes: what they are, and to change it. */
export function RoleBar() {
  const editor = useEditor()
  const readOnly = useReadonly()
  const { t, i18n } = useTranslation(['board', 'library', 'internal'])
  const locale = shownLocale(i18n.language)
  const notes = useValue('selected notes', () => {
    const selected = editor.getSelectedShapes()
    const areMine = selected.length > 0 && selected.every((shape) => mayTouch(editor, shape))
    const onlyNotes = areMine && selected.every(isNote) ? selected.filter(isNote) : []
    return editor.isIn('select') && !editor.isIn('select.translating') ? onlyNotes : []
  }, [editor])
  const place = useValue('place of the role bar', () => {
    const bounds = editor.getSelectionRotatedScreenBounds()
    if (!bounds) return null
    const screen = editor.getViewportScreenBounds()
    const taken = isAnybodyWritingIn(editor) ? NAME_TAG : 0
    const above = bounds.y - screen.y - HEIGHT - GAP - taken
    const top = above >= 8 ? above : Math.min(bounds.maxY - screen.y + GAP, screen.h - HEIGHT - 80)
    return { left: Math.max(8, Math.min(bounds.x - screen.x, screen.w - WIDTH)), top: Math.max(8, top) }
  }, [editor])
  if (readOnly || notes.length === 0 || place === null) return null
  const areExamples = notes.every((note) => metaOf(note).example === true)
  const roles = new Set(notes.map(roleOf))
  const role = roles.size === 1 ? [...roles][0] : undefined
  const word = role ? NOTE_ROLE_LOOK[role].name[locale] : t(roles.size > 1 ? 'mixedRoles' : 'noteRole')
  return (
    <div
      className={styles.context}
      style={place}
      onPointerDown={(event) => event.stopPropagation()}
      role="toolbar"
      aria-label={t('noteRoles')}
    >
      <Menu
        align="start"
        trigger={
          <button type="button" className={styles.role} aria-label={t('noteRoleIs', { role: word })}>
            {role && <RoleSign role={role} />}
            <span>{word}</span>
            <ChevronDown size={16} aria-hidden />
          </button>
        }
      >
        {NOTE_ROLES.map((each, i) => (
          <MenuItem
            key={each}
            icon={<RoleSign role={each} />}
            shortcut={String(i + 1)}
            onSelect={() => changeRole(editor, each)}
          >
            {NOTE_ROLE_LOOK[each].name[locale]}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem icon={<Lightbulb size={20} aria-hidden />} onSelect={() => markExamples(editor, notes, !areExamples)}>
          {t(areExamples ? 'library:unmarkExample' : 'library:markExample')}
        </MenuItem>
        <MenuItem icon={<EyeOff size={20} aria-hidden />} shortcut="9" onSelect={() => toggleInternal(editor, notes)}>
          {t(areInternal(notes) ? 'internal:unmark' : 'internal:mark')}
        </MenuItem>
      </Menu>
      {notes.length > 1 && (
        <Menu
          align="start"
          trigger={
            <button type="button" className={styles.role}>
              <LayoutGrid size={16} aria-hidden />
              <span>{t('tidy')}</span>
              <ChevronDown size={16} aria-hidden />
            </button>
          }
        >
          <MenuItem onSelect={() => tidyNotes(editor, 'place')}>{t('tidyRows')}</MenuItem>
          <MenuItem onSelect={() => tidyNotes(editor, 'role')}>{t('tidyByRole')}</MenuItem>
          <MenuItem onSelect={() => tidyNotes(editor, 'author')}>{t('tidyByAuthor')}</MenuItem>
        </Menu>
      )}
      {!areExamples && <EvidenceTools notes={notes} />}
    </div>
  )
}
