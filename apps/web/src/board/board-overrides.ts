import type { Editor, TLUiActionsContextType, TLUiOverrides, TLUiToolsContextType } from '@tldraw/tldraw'
import { mayTouch } from './background-lock.ts'
import { BoardShortcutsDialog } from './board-shortcuts-dialog.tsx'
import { tldrawTranslations } from './tldraw-assets.ts'
import { writeNote } from './write-note.ts'

/** Actions that lead to what a board does not have: other sites, files, pages, tldraw's own theme and tools for its makers. */
const LEFT_OUT = [
  'insert-embed',
  'convert-to-embed',
  'convert-to-bookmark',
  'open-embed-link',
  'image-replace',
  'video-replace',
  'download-original',
  'flatten-to-image',
  'toggle-dark-mode',
  'toggle-focus-mode',
  'toggle-debug-mode',
  'toggle-keyboard-shortcuts',
  'open-cursor-chat',
  'move-to-new-page',
  'change-page-prev',
  'change-page-next',
  'print',
  'export-as-svg',
  'export-as-png',
  'export-all-as-svg',
  'export-all-as-png',
  'toggle-transparent',
] as const

export type BoardHandle = {
  stepBack(direction: 'undo' | 'redo'): void
  /** Keeps tldraw's actions for controls that stand outside its interface. */
  keepActions(actions: TLUiActionsContextType): void
  /** Lets the person choose pictures of this device. */
  choosePictures(): void
}

/** tldraw's actions and tools as the product has them: undo of own changes only, N writes a note. */
export function createOverrides(handle: BoardHandle): TLUiOverrides {
  return {
    actions(editor, actions, { addDialog }): TLUiActionsContextType {
      const kept = { ...actions }
      for (const id of LEFT_OUT) delete kept[id]
      for (const id of ['undo', 'redo'] as const) {
        const action = kept[id]
        if (action) kept[id] = { ...action, onSelect: () => handle.stepBack(id) }
      }
      for (const id of ['remove-frame', 'fit-frame-to-content', 'group', 'ungroup'] as const) {
        const action = kept[id]
        // They would take notes out of a section that then stays, or leave behind a group of nothing.
        const onSelect: NonNullable<typeof action>['onSelect'] = (source) =>
          editor.getSelectedShapes().every((shape) => mayTouch(editor, shape)) ? action?.onSelect(source) : undefined
        if (action) kept[id] = { ...action, onSelect }
      }
      const media = kept['insert-media']
      if (media) kept['insert-media'] = { ...media, onSelect: () => handle.choosePictures() }
      const shortcuts = kept['open-kbd-shortcuts']
      const showShortcuts = () => void addDialog({ component: BoardShortcutsDialog })
      if (shortcuts) kept['open-kbd-shortcuts'] = { ...shortcuts, onSelect: showShortcuts }
      handle.keepActions(kept)
      return kept
    },
    tools(editor: Editor, tools: TLUiToolsContextType): TLUiToolsContextType {
      const { embed: _embed, asset, note, ...others } = tools
      const kept = asset ? { ...others, asset: { ...asset, onSelect: () => handle.choosePictures() } } : others
      if (note === undefined) return kept
      // By key or from the keyboard's focus there is no pointer to place it with: the note is written where one is.
      const onSelect: typeof note.onSelect = (source) => {
        const byKeyboard = source === 'kbd' || document.activeElement?.matches(':focus-visible') === true
        if (byKeyboard) writeNote(editor)
        else note.onSelect(source)
      }
      return { ...kept, note: { ...note, onSelect } }
    },
    translations: tldrawTranslations,
  }
}
