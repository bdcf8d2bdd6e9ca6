import { type Locale, saidIn } from '@samtavle/shared/locale'
import { type Editor, useValue } from '@tldraw/tldraw'
import { ChevronDown, ChevronRight, Lock, LockOpen, Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { type RowKeys, SortableList } from '../../ui/sortable-list.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useOpenBoard } from '../board-context.tsx'
import { showBox } from '../first-view.ts'
import { lineage } from '../section-place.ts'
import { AddSectionDialog } from './add-section-dialog.tsx'
import { missingIn } from './design-checks.ts'
import { deleteSection, moveSection, peoplesIn, selectOnBoard } from './design-edits.ts'
import styles from './design-panel.module.css'
import type { DesignSection } from './design-sections.ts'
import { SectionFields } from './section-fields.tsx'
import { LABEL_PARTS } from './section-labels.ts'
import { lockAllBackground, unlockedBackground } from './section-lock.ts'

type SectionsTabProps = { editor: Editor; locale: Locale; sections: readonly DesignSection[] }

/** The sections of the board in reading order, each to be moved, said otherwise, locked and deleted. */
export function SectionsTab({ editor, locale, sections }: SectionsTabProps) {
  const { t, i18n } = useTranslation('design')
  const { session } = useOpenBoard()
  const toast = useToast()
  const [adding, setAdding] = useState(false)
  const addButton = useRef<HTMLButtonElement>(null)
  const [openId, setOpenId] = useOpenSection(editor, sections)
  const uiLocale = shownLocale(i18n.language)
  const unlocked = useValue('unlocked background', () => unlockedBackground(editor).length, [editor])
  const nameOf = ({ words }: DesignSection) => saidIn(uiLocale, words.heading) || t('unnamed')
  const missing = sections.reduce((sum, section) => sum + missingOf(section), 0)
  const undo = { label: t('undo'), onSelect: () => session.stepBack('undo') }
  const open = (section: DesignSection) => {
    if (section.id === openId) return setOpenId(null)
    setOpenId(section.id)
    selectOnBoard(editor, section.id)
    showBox(editor, section.box)
  }
  const remove = (section: DesignSection) => {
    const name = nameOf(section)
    const count = peoplesIn(editor, section.id)
    deleteSection(editor, section.id)
    addButton.current?.focus()
    toast.show({ text: count > 0 ? t('deletedWith', { name, count }) : t('deleted', { name }), action: undo })
  }
  const lockAll = () => {
    const ids = lockAllBackground(editor)
    session.lock.showAgain(ids)
    // The button goes when nothing is left to lock.
    addButton.current?.focus()
    toast.show({ text: t('lockedAll', { count: ids.length }), action: undo })
  }
  return (
    <div className={styles.tab}>
      <p className={styles.hint}>{sections.length === 0 ? t('noSections') : t('sectionsHint')}</p>
      {sections.length > 0 && (
        <>
          <SortableList
            label={t('sections')}
            items={sections}
            onMove={(from, to) => {
              moveSection(editor, sections, from, to)
              return true
            }}
            words={(section) => ({
              up: t('up', { name: nameOf(section) }),
              down: t('down', { name: nameOf(section) }),
              moved: (place) => t('moved', { name: nameOf(section), place, count: sections.length }),
            })}
            row={(section, i, keys) => (
              <SectionRow
                section={section}
                place={i + 1}
                name={nameOf(section)}
                isOpen={section.id === openId}
                keys={keys}
                onOpen={() => open(section)}
              />
            )}
            below={(section) =>
              section.id === openId && (
                <SectionFields editor={editor} locale={locale} section={section} onDelete={() => remove(section)} />
              )
            }
          />
          <p className={styles.hint}>{missing === 0 ? t('missingNone') : t('missingCount', { count: missing })}</p>
        </>
      )}
      <div className={styles.actions}>
        <Button ref={addButton} size="sm" icon={<Plus size={16} aria-hidden />} onClick={() => setAdding(true)}>
          {t('addSection')}
        </Button>
        {unlocked > 0 && (
          <Button size="sm" icon={<Lock size={16} aria-hidden />} aria-describedby="design-lock-all" onClick={lockAll}>
            {t('lockAll')}
          </Button>
        )}
      </div>
      {unlocked > 0 ? (
        <p id="design-lock-all" className={styles.hint}>
          {t('lockAllHint')}
        </p>
      ) : (
        sections.length > 0 && <p className={styles.hint}>{t('allLocked')}</p>
      )}
      {adding && (
        <AddSectionDialog editor={editor} session={session} locale={locale} onClose={() => setAdding(false)} />
      )}
    </div>
  )
}

/** How many texts of a section are missing in one of the languages. */
const missingOf = ({ words }: DesignSection): number =>
  LABEL_PARTS.reduce((sum, part) => sum + missingIn(words[part]).length, 0)

type SectionRowProps = {
  section: DesignSection
  place: number
  name: string
  isOpen: boolean
  keys: RowKeys
  onOpen: () => void
}

function SectionRow({ section, place, name, isOpen, keys, onOpen }: SectionRowProps) {
  const { t } = useTranslation('design')
  const count = missingOf(section)
  const Sign = section.lock === 'free' ? LockOpen : Lock
  return (
    <button type="button" {...keys} className={styles.section} aria-expanded={isOpen} onClick={onOpen}>
      {isOpen ? <ChevronDown size={16} aria-hidden /> : <ChevronRight size={16} aria-hidden />}
      <span className={styles.number}>{place}</span>
      <span className={styles.names}>
        <span className={styles.name}>{name}</span>
        <span className={styles.state}>
          <Sign size={12} aria-hidden /> {t(section.lock)}
          {count > 0 && <span className={styles.missing}>{t('missingCount', { count })}</span>}
        </span>
      </span>
    </button>
  )
}

/** The section whose fields are open: the one that was chosen last, in the list or on the canvas. */
function useOpenSection(editor: Editor, sections: readonly DesignSection[]) {
  const [openId, setOpenId] = useState<string | null>(null)
  const selected = useValue('selected section', () => {
    const shape = editor.getOnlySelectedShape()
    if (shape === null) return null
    const above = new Set([...lineage(editor, shape)].map(({ id }) => id))
    return sections.find(({ id }) => above.has(id))?.id ?? null
  }, [editor, sections])
  useEffect(() => {
    if (selected !== null) setOpenId(selected)
  }, [selected])
  return [openId, setOpenId] as const
}
