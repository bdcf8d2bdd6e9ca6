import type { BoardRecord } from '@samtavle/shared/board-doc'
import { boardSchema } from '@samtavle/shared/record-schema'
import { useQuery } from '@tanstack/react-query'
import {
  createTLStore,
  type Editor,
  type TLComponents,
  type TLEventInfo,
  type TLRecord,
  type TLShape,
  Tldraw,
} from '@tldraw/tldraw'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../../i18n/i18n.ts'
import { installationQuery, useMe } from '../../queries.ts'
import { useShownTheme } from '../../ui/use-theme.ts'
import { boardAssets } from '../board-assets.ts'
import { BoardNavigation } from '../board-navigation.tsx'
import { createBoardPreferences } from '../board-preferences.ts'
import { CanvasFailure } from '../canvas-failure.tsx'
import { boardShapeUtils, CANVAS_OPTIONS } from '../canvas-look.ts'
import { TextSizes } from '../text/text-sizes.ts'
import { tldrawAssetUrls } from '../tldraw-assets.ts'

const components: TLComponents = { ContextMenu: null, ErrorFallback: CanvasFailure, LoadingScreen: null }
/** A press that moves further than this, in px, was meant to move the view. */
const TAP = 4

type ReadOnlyCanvasProps = {
  boardId: string
  records: readonly BoardRecord[]
  /** What it shows, for readers of the screen. */
  label: string
  /** Sets the view; the shapes are there. */
  onEditor(editor: Editor | null): void
  /** A shape was pressed, or the empty canvas. */
  onTap?(shape: TLShape | undefined): void
  /** Lies over the shapes, inside the editor. */
  children?: ReactNode
}

/** Records to be looked at, in a store of their own: nothing here reaches the board's document. */
export function ReadOnlyCanvas({ boardId, records, label, onEditor, onTap, children }: ReadOnlyCanvasProps) {
  const me = useMe()
  const { i18n } = useTranslation()
  const { data: installation } = useQuery(installationQuery)
  const licenseKey = installation?.tldrawLicenseKey
  const look = { locale: shownLocale(i18n.language), theme: useShownTheme() }
  const callbacks = useRef({ onEditor, onTap })
  callbacks.current = { onEditor, onTap }
  const { locale, theme } = look
  // The look is followed below.
  const preferences = useMemo(() => createBoardPreferences(me, { locale, theme }), [me.id])
  useEffect(() => preferences.follow({ locale, theme }), [preferences, locale, theme])
  const store = useMemo(() => {
    const made = createTLStore({ schema: boardSchema, assets: boardAssets(boardId) })
    made.mergeRemoteChanges(() => made.put(records as unknown as TLRecord[]))
    return made
  }, [boardId, records])

  const mount = (editor: Editor) => {
    TextSizes.of(editor)
    editor.updateInstanceState({ isReadonly: true })
    editor.setCurrentTool('hand')
    editor.updateViewportScreenBounds(editor.getContainer())
    const stop = listenForTaps(editor, (shape) => callbacks.current.onTap?.(shape))
    callbacks.current.onEditor(editor)
    return () => {
      stop()
      callbacks.current.onEditor(null)
    }
  }

  return (
    <section
      className="board-canvas"
      aria-label={label}
      style={{ position: 'absolute', inset: 0, isolation: 'isolate' }}
      data-read-only-canvas
    >
      <Tldraw
        hideUi
        autoFocus={false}
        store={store}
        user={preferences.user}
        shapeUtils={boardShapeUtils}
        components={components}
        assetUrls={tldrawAssetUrls}
        options={CANVAS_OPTIONS}
        embeds={[]}
        onMount={mount}
        {...(licenseKey == null ? {} : { licenseKey })}
      >
        {children}
        <BoardNavigation />
      </Tldraw>
    </section>
  )
}

/** The hand moves the view; a press that does not move says which shape is meant. */
function listenForTaps(editor: Editor, tell: (shape: TLShape | undefined) => void): () => void {
  let down: { x: number; y: number } | null = null
  const hear = (event: TLEventInfo) => {
    if (event.type === 'pinch') down = null
    if (event.type !== 'pointer') return
    const { x, y } = editor.inputs.currentScreenPoint
    if (event.name === 'pointer_down') down = { x, y }
    else if (event.name === 'pointer_up' && down !== null) {
      const isTap = Math.hypot(x - down.x, y - down.y) <= TAP
      down = null
      if (isTap) tell(meantBy(editor))
    }
  }
  editor.on('event', hear)
  // Two canvases may be on one page: the wheel moves the one below it.
  const container = editor.getContainer()
  const take = () => editor.focus({ focusContainer: false })
  const leave = () => editor.blur({ blurContainer: false })
  container.addEventListener('pointerenter', take)
  container.addEventListener('pointerleave', leave)
  return () => {
    editor.off('event', hear)
    container.removeEventListener('pointerenter', take)
    container.removeEventListener('pointerleave', leave)
  }
}

/** For a part of the background that is its section. */
function meantBy(editor: Editor): TLShape | undefined {
  const found = editor.getShapeAtPoint(editor.inputs.currentPagePoint, {
    hitInside: true,
    hitFrameInside: true,
    hitLocked: true,
  })
  return found?.isLocked ? (editor.getShapeParent(found) ?? found) : found
}
