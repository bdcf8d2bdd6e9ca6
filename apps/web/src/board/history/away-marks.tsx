import { type TLShapeId, useEditor, useValue } from '@tldraw/tldraw'
import { ChangeMarks, type Mark } from './change-marks.tsx'

type AwayMarksProps = { added: readonly string[]; changed: readonly string[]; current: string | null }

/** Around what came and changed while I was away, wherever it lies by now. */
export function AwayMarks({ added, changed, current }: AwayMarksProps) {
  const editor = useEditor()
  const marks = useValue('marks of what is new', () => {
    const marksOf = (ids: readonly string[], kind: Mark['kind']): Mark[] =>
      ids.flatMap((id): Mark[] => {
        const bounds = editor.getShapePageBounds(id as TLShapeId)
        return bounds === undefined ? [] : [{ id, kind, box: bounds.toJson() }]
      })
    return [...marksOf(added, 'added'), ...marksOf(changed, 'changed')]
  }, [editor, added, changed])
  return <ChangeMarks marks={marks} current={current} />
}
