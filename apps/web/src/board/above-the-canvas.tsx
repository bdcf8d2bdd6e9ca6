import { Box, type TLInstancePresence, type TLShapeId, useEditor, useValue } from '@tldraw/tldraw'
import { useTranslation } from 'react-i18next'
import { firstName } from '../first-name.ts'
import { useOpenBoard } from './board-context.tsx'
import styles from './board-controls.module.css'
import { EvidenceMarks } from './evidence/evidence-marks.tsx'
import { FindMarks } from './find-marks.tsx'
import { RoleBar } from './role-bar.tsx'

/** What lies on the canvas but is not on the board: what was found and what changed, the role bar and who is writing where. */
export function AboveTheCanvas() {
  const { marks, vote } = useOpenBoard()
  return (
    <>
      {marks}
      <FindMarks />
      <EvidenceMarks />
      {vote.marks}
      <WritingLabels />
      <RoleBar />
    </>
  )
}

type Writing = { id: string; name: string; colour: string; box: Box }

/** »Anders skriver« above the note that somebody else writes in, with a line around it. */
function WritingLabels() {
  const editor = useEditor()
  const { t } = useTranslation('board')
  const writing = useValue(
    'who is writing',
    () =>
      editor.getCollaboratorsOnCurrentPage().flatMap((person): Writing[] => {
        const shapeId = editingOf(person)
        const bounds = shapeId && editor.getShapePageBounds(shapeId)
        if (!bounds) return []
        const corner = editor.pageToViewport(bounds.point)
        const zoom = editor.getZoomLevel()
        const box = new Box(corner.x, corner.y, bounds.w * zoom, bounds.h * zoom)
        return [{ id: person.id, name: person.userName, colour: person.color, box }]
      }),
    [editor],
  )
  return writing.map(({ id, name, colour, box }) => (
    <div
      key={id}
      className={styles.writing}
      style={{ left: box.x, top: box.y, width: box.w, height: box.h, '--person': colour } as React.CSSProperties}
    >
      <span className={styles.writer}>{t('isWriting', { name: firstName(name) })}</span>
    </div>
  ))
}

function editingOf(person: TLInstancePresence): TLShapeId | undefined {
  const { editing } = person.meta
  return typeof editing === 'string' ? (editing as TLShapeId) : undefined
}
