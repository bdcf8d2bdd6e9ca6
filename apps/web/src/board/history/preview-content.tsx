import type { BoardVersion } from '@samtavle/shared/api'
import type { BoardRecord } from '@samtavle/shared/board-doc'
import { BoardShapes } from '@samtavle/shared/board-shapes'
import { Box, type Editor, type TLShape, type TLShapeId } from '@tldraw/tldraw'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToast } from '../../ui/toast.tsx'
import { useOpenBoard } from '../board-context.tsx'
import { bringBack } from './bring-back.ts'
import { ChangeBar } from './change-bar.tsx'
import { ChangeMarks, type Mark } from './change-marks.tsx'
import { PreviewBar } from './preview-bar.tsx'
import { ReadOnlyCanvas } from './read-only-canvas.tsx'
import { shownChanges } from './shown-changes.ts'
import { usePresentRecords } from './use-present-records.ts'
import { useVersionWords } from './use-version-words.ts'
import styles from './version-preview.module.css'

export type VersionPreviewProps = {
  boardId: string
  version: BoardVersion
  /** The board itself, which goes on below. */
  editor: Editor
  mayRestore: boolean
  onBack(): void
}

/** Room around what is shown, in px of the screen. */
const ROOM = 96

/** The version itself, with what is another now, and the ways to bring parts of it back. */
export function PreviewContent({ records, ...props }: VersionPreviewProps & { records: readonly BoardRecord[] }) {
  const { editor: live, version, boardId } = props
  const { t } = useTranslation(['history', 'common'])
  const { session } = useOpenBoard()
  const toast = useToast()
  const words = useVersionWords()
  const present = usePresentRecords(live)
  const then = useMemo(() => new BoardShapes(records), [records])
  const changes = useMemo(() => shownChanges(records, present), [records, present])
  const [editor, setEditor] = useState<Editor | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)

  useEffect(() => {
    // The same part of the board that one looked at.
    editor?.setCamera(live.getCamera(), { immediate: true, force: true })
  }, [editor, live])

  const marks = useMemo((): Mark[] => {
    const found = changes.map(({ id, kind, box }): Mark => {
      const shape = kind === 'changed' ? then.get(id) : undefined
      return { id, kind, box: shape === undefined ? box : then.box(shape) }
    })
    const shape = chosen === null || found.some(({ id }) => id === chosen) ? undefined : then.get(chosen)
    return shape === undefined ? found : [...found, { id: shape.id, kind: 'chosen', box: then.box(shape) }]
  }, [changes, then, chosen])

  const show = (id: string) => {
    setChosen(id)
    const mark = marks.find((each) => each.id === id)
    if (mark === undefined || editor === null) return
    const { x, y, w, h } = mark.box
    const still = editor.user.getAnimationSpeed() === 0
    const motion = still ? { immediate: true } : { animation: { duration: 160 } }
    editor.zoomToBounds(new Box(x, y, w, h), { inset: ROOM, targetZoom: 0.8, ...motion })
  }
  const tap = (shape: TLShape | undefined) => setChosen(shape?.id ?? null)

  const bring = (id: string) => {
    const brought = bringBack(live, [id], records)
    if (brought.outcome === 'done') {
      const count = brought.shapes.length
      // A moment later: what I may not write is taken back by then.
      setTimeout(() => {
        const came = brought.shapes.filter((shape) => live.getShape(shape as TLShapeId)).length
        if (came === 0) toast.show({ text: t('notBrought'), tone: 'error' })
        else {
          const action = { label: t('common:undo'), onSelect: () => session.stepBack('undo') }
          toast.show({ text: came < count ? t('broughtSome', { count: came }) : t('brought', { count }), action })
        }
      }, SETTLED_MS)
    } else toast.show({ text: t(`brought_${brought.outcome}`), tone: 'info' })
  }
  const shape = chosen === null ? undefined : then.get(chosen)
  const section = shape?.type === 'frame' ? shape : shape && then.frameOf(shape)
  return (
    <>
      <PreviewBar {...props} />
      <ChangeBar
        changes={changes}
        chosen={chosen}
        onShow={show}
        note={
          shape !== undefined && shape.type !== 'frame'
            ? { type: String(shape.type), bring: () => bring(shape.id) }
            : null
        }
        section={section === undefined ? null : { bring: () => bring(section.id) }}
      />
      <div className={styles.canvas}>
        <ReadOnlyCanvas
          boardId={boardId}
          records={records}
          label={t('canvasThen', { when: words.moment(version.createdAt) })}
          onEditor={setEditor}
          onTap={tap}
        >
          <ChangeMarks marks={marks} current={chosen} />
        </ReadOnlyCanvas>
      </div>
    </>
  )
}

/** What I put on the board and may not is gone again after so long, in ms. */
const SETTLED_MS = 150
