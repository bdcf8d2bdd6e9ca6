import {
  DefaultDashStyle,
  DefaultFontStyle,
  type Editor,
  type TLComponents,
  type TLShape,
  type TLStore,
  type TLUiActionsContextType,
  Tldraw,
  tipTapDefaultExtensions,
} from '@tldraw/tldraw'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../i18n/i18n.ts'
import { useShownTheme } from '../ui/use-theme.ts'
import { AboveTheCanvas } from './above-the-canvas.tsx'
import { useOpenBoard } from './board-context.tsx'
import { BoardContextMenu } from './board-context-menu.tsx'
import { listenForBoardKeys } from './board-keys.ts'
import { BoardNavigation } from './board-navigation.tsx'
import { createOverrides } from './board-overrides.ts'
import { createBoardPreferences } from './board-preferences.ts'
import { keepBoardRules } from './board-rules.ts'
import { BoardStylePanel } from './board-style-panel.tsx'
import { BoardToasts } from './board-toasts.tsx'
import { BoardToolbar } from './board-toolbar.tsx'
import { CanvasFailure } from './canvas-failure.tsx'
import { boardShapeUtils, CANVAS_OPTIONS } from './canvas-look.ts'
import { keepOutsideOut, type PasteNews } from './external-content.ts'
import { firstView } from './first-view.ts'
import { keepGridNames } from './grid/grid-names.ts'
import { listenForNoteKeys, writeNotesByDoubleClick } from './note-keys.ts'
import { type PictureNews, PictureUploads } from './pictures/picture-uploads.ts'
import { openTextsAtEnd } from './text/open-at-end.ts'
import { TextSizes } from './text/text-sizes.ts'
import { guardLostText } from './text-gone.ts'
import { tldrawAssetUrls } from './tldraw-assets.ts'
import { mendEditorChrome } from './tldraw-names.ts'

const components: TLComponents = {
  ContextMenu: BoardContextMenu,
  Toolbar: BoardToolbar,
  StylePanel: BoardStylePanel,
  NavigationPanel: BoardNavigation,
  InFrontOfTheCanvas: AboveTheCanvas,
  ErrorFallback: CanvasFailure,
  MenuPanel: null,
  TopPanel: null,
  SharePanel: null,
  PageMenu: null,
  MainMenu: null,
  HelpMenu: null,
  HelperButtons: null,
  DebugPanel: null,
  DebugMenu: null,
  Toasts: BoardToasts,
  Minimap: null,
  ZoomMenu: null,
  ImageToolbar: null,
  VideoToolbar: null,
  CursorChatBubble: null,
  LoadingScreen: null,
}

type BoardEditorProps = {
  boardId: string
  store: TLStore
  licenseKey: string | undefined
  /** The canvas, and the pictures on their way to it. */
  onEditor(open: { editor: Editor; pictures: PictureUploads } | null): void
  onActions(actions: TLUiActionsContextType): void
  paste: PasteNews
  pictureNews: PictureNews
  /** Somebody deleted what I was writing in. */
  onTextGone(editor: Editor, shape: TLShape): void
}

/** The canvas: the only place where tldraw is mounted. */
export function BoardEditor({ boardId, store, licenseKey, ...calls }: BoardEditorProps) {
  const { session, me, actions } = useOpenBoard()
  const { t, i18n } = useTranslation('board')
  const look = { locale: shownLocale(i18n.language), theme: useShownTheme() }
  const callbacks = useRef(calls)
  callbacks.current = calls
  const uploads = useRef<PictureUploads | null>(null)

  const [preferences, overrides] = useMemo(
    () =>
      [
        createBoardPreferences(me, look),
        createOverrides({
          stepBack: (direction) => session.stepBack(direction),
          keepActions: (actions) => callbacks.current.onActions(actions),
          choosePictures: () => uploads.current?.choose(),
        }),
      ] as const,
    // The look is followed below; a new session is a new editor.
    [me.id, session],
  )
  const { locale, theme } = look
  useEffect(() => preferences.follow({ locale, theme }), [preferences, locale, theme])

  const mount = (editor: Editor) => {
    TextSizes.of(editor)
    const stops = [
      keepBoardRules(editor, me.id),
      session.attach(editor),
      listenForBoardKeys(editor, () => void actions.current['open-kbd-shortcuts']?.onSelect('kbd')),
      keepGridNames(editor),
      listenForNoteKeys(editor),
      guardLostText(editor, (shape) => callbacks.current.onTextGone(editor, shape)),
      firstView(editor, boardId),
      mendEditorChrome(editor),
    ]
    editor.setStyleForNextShapes(DefaultFontStyle, 'sans')
    editor.setStyleForNextShapes(DefaultDashStyle, 'solid')
    const pictures = new PictureUploads(boardId, editor, () => callbacks.current.pictureNews)
    uploads.current = pictures
    keepOutsideOut(editor, pictures, {
      onRefused: (what) => callbacks.current.paste.onRefused(what),
      onNotes: (count, outside) => callbacks.current.paste.onNotes(count, outside),
      onTable: (file) => callbacks.current.paste.onTable(file),
    })
    writeNotesByDoubleClick(editor)
    openTextsAtEnd(editor)
    callbacks.current.onEditor({ editor, pictures })
    const container = editor.getContainer()
    // Two frames: in the first the shapes are laid out, after the second they are on screen.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        container.dataset.boardReady = 'true'
        performance.mark('board-ready')
      }),
    )
    return () => {
      for (const stop of stops) stop()
      pictures.cancel()
      uploads.current = null
      callbacks.current.onEditor(null)
    }
  }

  const nameOfText = t('textOfShape')
  const textOptions = useMemo(
    () => ({
      tipTapConfig: {
        // The first key of somebody quick is at the end too.
        autofocus: 'end' as const,
        extensions: [...tipTapDefaultExtensions, session.text.extension],
        editorProps: { attributes: { 'aria-label': nameOfText } },
      },
    }),
    [nameOfText, session],
  )

  return (
    <Tldraw
      store={store}
      user={preferences.user}
      shapeUtils={boardShapeUtils}
      components={components}
      overrides={overrides}
      assetUrls={tldrawAssetUrls}
      options={CANVAS_OPTIONS}
      textOptions={textOptions}
      embeds={[]}
      onMount={mount}
      {...(licenseKey === undefined ? {} : { licenseKey })}
    />
  )
}
