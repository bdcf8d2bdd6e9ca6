import { type Editor, type TLImageShape, type TLShapeId, useValue } from '@tldraw/tldraw'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useOpenBoard } from '../board-context.tsx'
import styles from './picture-bar.module.css'

const WORDS_MAX = 500
const HEIGHT = 44
const GAP = 14

/** Above a selected picture: to say in words what it shows, for those who cannot see it. */
export function PictureBar() {
  const { editor } = useOpenBoard()
  return editor === null ? null : <Bar editor={editor} />
}

const imageOf = (editor: Editor, id: TLShapeId): TLImageShape | undefined => {
  const shape = editor.getShape(id)
  return shape?.type === 'image' ? (shape as TLImageShape) : undefined
}

function Bar({ editor }: { editor: Editor }) {
  const { t } = useTranslation('board')
  const [describing, setDescribing] = useState<TLShapeId | null>(null)
  const picture = useValue('selected picture', () => selectedPicture(editor), [editor])
  const place = useValue('place of the picture bar', () => placeAbove(editor), [editor])
  const described = describing === null ? undefined : imageOf(editor, describing)
  return (
    <>
      {picture !== null && place !== null && (
        <div className={styles.bar} style={place}>
          <Button size="sm" variant="quiet" onClick={() => setDescribing(picture.id)}>
            {t(picture.props.altText === '' ? 'describePicture' : 'editDescription')}
          </Button>
        </div>
      )}
      {described !== undefined && (
        <Description
          words={described.props.altText}
          onSave={(words) => describe(editor, described.id, words)}
          onClose={() => setDescribing(null)}
        />
      )}
    </>
  )
}

function selectedPicture(editor: Editor): TLImageShape | null {
  const only = editor.getOnlySelectedShape()
  if (only?.type !== 'image' || editor.getIsReadonly() || editor.isShapeOrAncestorLocked(only)) return null
  return editor.isIn('select.idle') ? (only as TLImageShape) : null
}

function placeAbove(editor: Editor): { left: number; top: number } | null {
  const bounds = editor.getSelectionRotatedScreenBounds()
  if (!bounds) return null
  const screen = editor.getViewportScreenBounds()
  const above = bounds.y - screen.y - HEIGHT - GAP
  const top = above >= 8 ? above : Math.min(bounds.maxY - screen.y + GAP, screen.h - HEIGHT - 150)
  return { left: Math.max(8, Math.min(bounds.x - screen.x, screen.w - 200)), top: Math.max(8, top) }
}

/** One undo takes it back. */
function describe(editor: Editor, id: TLShapeId, altText: string): void {
  if (editor.getIsReadonly() || imageOf(editor, id) === undefined) return
  editor.markHistoryStoppingPoint('describe picture')
  editor.updateShape<TLImageShape>({ id, type: 'image', props: { altText } })
  editor.markHistoryStoppingPoint('picture described')
}

type DescriptionProps = { words: string; onSave(words: string): void; onClose(): void }

function Description({ words, onSave, onClose }: DescriptionProps) {
  const { t } = useTranslation(['board', 'common'])
  const [said, setSaid] = useState(words)
  const save = () => {
    if (said.trim() !== words) onSave(said.trim())
    onClose()
  }
  return (
    <FormDialog
      size="sm"
      title={t('describePicture')}
      onClose={onClose}
      onSubmit={save}
      submitLabel={t('saveDescription')}
    >
      <TextField
        label={t('pictureShows')}
        hint={t('pictureShowsHint')}
        value={said}
        maxLength={WORDS_MAX}
        onChange={(event) => setSaid(event.target.value)}
      />
    </FormDialog>
  )
}
