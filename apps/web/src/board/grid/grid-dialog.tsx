import type { Locale } from '@samtavle/shared/locale'
import { type Editor, useValue } from '@tldraw/tldraw'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/field.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { BoardSession } from '../board-session.ts'
import { changeGrid, type GridChange } from './grid-change.ts'
import styles from './grid-dialog.module.css'
import { LineList } from './grid-line-list.tsx'
import { type Grid, gridsOf } from './grid-model.ts'
import { mayRemoveRow } from './grid-rows.ts'

type GridDialogProps = { editor: Editor; session: BoardSession; locale: Locale; onClose: () => void }

/** From its first column to its last one. */
const nameOf = ({ columns, frames, byColumns }: Grid): string =>
  byColumns ? `${columns[0]?.name} – ${columns.at(-1)?.name}` : (frames[0]?.props.name ?? '')

/** Names of columns and rows, to be changed, added and taken away. Each change is on the board at once, one undo each. */
export function GridDialog({ editor, session, locale, onClose }: GridDialogProps) {
  const { t } = useTranslation(['structured', 'common'])
  const toast = useToast()
  const grids = useValue('grids', () => gridsOf(editor), [editor])
  const [chosen, setChosen] = useState<string>()
  const grid = grids.find(({ id }) => id === chosen) ?? grids[0]

  const change = (next: GridChange) => {
    if (grid === undefined) return
    const at = grids.indexOf(grid)
    const movedOut = changeGrid({ editor, session, locale }, grid, next)
    if (movedOut === undefined) {
      if (next.do === 'add') toast.show({ text: t('grid.full'), tone: 'error' })
      return
    }
    // The first column gives a grid its id: without it the grid is still the same one.
    setChosen(gridsOf(editor)[at]?.id)
    if (next.do !== 'remove') return
    const { name } = next.line
    const text = movedOut === 0 ? t('grid.removed', { name }) : t('grid.removedKept', { name, count: movedOut })
    toast.show({ text, action: { label: t('common:undo'), onSelect: () => session.stepBack('undo') } })
  }

  return (
    <Dialog
      open
      onOpenChange={(stays) => !stays && onClose()}
      title={t('grid.title')}
      description={t('grid.text')}
      footer={<Button onClick={onClose}>{t('common:close')}</Button>}
    >
      {grid === undefined ? (
        <p>{t('grid.none')}</p>
      ) : (
        <div className={styles.lists}>
          {grids.length > 1 && (
            <Select
              label={t('grid.which')}
              value={grid.id}
              onChange={setChosen}
              options={grids.map((each) => ({ value: each.id, label: nameOf(each) }))}
            />
          )}
          <LineList kind="column" lines={grid.columns} mayRemove={() => grid.columns.length > 1} change={change} />
          <LineList kind="row" lines={grid.rows} mayRemove={(row) => mayRemoveRow(editor, grid, row)} change={change} />
        </div>
      )}
    </Dialog>
  )
}
