import type { Sprint } from '@samtavle/shared/sprint-api'
import { Plus, Redo2, Undo2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import styles from './agenda-editor.module.css'
import { AgendaRows } from './agenda-rows.tsx'
import { BlockDialog } from './block-dialog.tsx'
import { DayHead } from './day-panel.tsx'
import { DayStart } from './day-start.tsx'
import { OtherPlan } from './other-plan.tsx'
import type { AgendaEditing } from './use-agenda-draft.tsx'

type AgendaEditorProps = { sprint: Sprint; dayKey: string; editing: AgendaEditing }

/** One day of the plan while it is changed: everything by mouse, by finger and by keyboard; saved when one says so. */
export function AgendaEditor({ sprint, dayKey, editing }: AgendaEditorProps) {
  const { t } = useTranslation(['week', 'common'])
  const [open, setOpen] = useState<string | 'new' | null>(null)
  const { draft } = editing
  useUndoKeys(editing, open === null)
  const day = draft?.agenda.days.find(({ key }) => key === dayKey)
  if (draft === null || day === undefined) return null
  return (
    <div>
      <DayHead day={day} />
      <div className={styles.tools}>
        <p className={styles.state} role="status">
          {draft.done.length === 0 ? t('noChanges') : t('changes', { count: draft.done.length })}
        </p>
        <IconButton
          label={t('common:undo')}
          icon={<Undo2 size={20} aria-hidden />}
          aria-disabled={draft.done.length === 0 || undefined}
          onClick={editing.undo}
        />
        <IconButton
          label={t('redo')}
          icon={<Redo2 size={20} aria-hidden />}
          aria-disabled={draft.undone.length === 0 || undefined}
          onClick={editing.redo}
        />
        <div className={styles.end}>
          <Button onClick={editing.cancel}>{t('common:cancel')}</Button>
          <Button
            variant="primary"
            busy={editing.isSaving}
            busyLabel={t('common:saving')}
            disabled={editing.theirs !== null}
            onClick={editing.save}
          >
            {t('savePlan')}
          </Button>
        </div>
      </div>
      <OtherPlan sprint={sprint} editing={editing} />
      {day.lastDate === null && <DayStart key={day.key} day={day} editing={editing} />}
      <AgendaRows sprint={sprint} day={day} editing={editing} onOpen={setOpen} />
      <Button className={styles.add} icon={<Plus size={20} aria-hidden />} onClick={() => setOpen('new')}>
        {t('addBlock')}
      </Button>
      {open !== null && (
        <BlockDialog
          sprint={sprint}
          day={day}
          block={day.blocks.find(({ id }) => id === open)}
          editing={editing}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}

/** Ctrl+Z and Ctrl+Shift+Z, but in fields, where they belong to what is typed. */
function useUndoKeys({ undo, redo }: AgendaEditing, isOn: boolean): void {
  useEffect(() => {
    const byKey = (event: KeyboardEvent) => {
      const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      if (!isOn || isField || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return
      event.preventDefault()
      if (event.shiftKey) redo()
      else undo()
    }
    window.addEventListener('keydown', byKey)
    return () => window.removeEventListener('keydown', byKey)
  }, [undo, redo, isOn])
}
