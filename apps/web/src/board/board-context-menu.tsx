import {
  ArrangeMenuSubmenu,
  CopyAsMenuGroup,
  CopyMenuItem,
  CutMenuItem,
  DefaultContextMenu,
  DeleteMenuItem,
  DuplicateMenuItem,
  EditLinkMenuItem,
  type Editor,
  FitFrameToContentMenuItem,
  GroupMenuItem,
  PasteMenuItem,
  RemoveFrameMenuItem,
  ReorderMenuSubmenu,
  SelectAllMenuItem,
  type TLUiContextMenuProps,
  TldrawUiMenuGroup,
  TldrawUiMenuSubmenu,
  ToggleAutoSizeMenuItem,
  ToggleLockMenuItem,
  UngroupMenuItem,
  useEditor,
  useReadonly,
  useValue,
} from '@tldraw/tldraw'
import { mayTouch } from './background-lock.ts'

/** tldraw's menu at the pointer, without what a board does not have and what the background does not do for me. */
export function BoardContextMenu(props: TLUiContextMenuProps) {
  return (
    <DefaultContextMenu {...props}>
      <Entries />
    </DefaultContextMenu>
  )
}

function Entries() {
  const editor = useEditor()
  const isReadonly = useReadonly()
  const isSelecting = useValue('select tool is in hand', () => editor.getCurrentToolId() === 'select', [editor])
  const mine = useValue('what I may touch of the selection', () => touchable(editor), [editor])
  if (!isSelecting) return null
  const mayChange = !isReadonly && mine !== 'none'
  return (
    <>
      {mayChange && (
        <TldrawUiMenuGroup id="modify">
          {mine === 'all' && <EditSubmenu />}
          <ArrangeMenuSubmenu />
          <ReorderMenuSubmenu />
        </TldrawUiMenuGroup>
      )}
      <TldrawUiMenuGroup id="clipboard">
        {mayChange && <CutMenuItem />}
        <CopyMenuItem />
        <PasteMenuItem />
        <DuplicateMenuItem />
        {mayChange && <DeleteMenuItem />}
      </TldrawUiMenuGroup>
      <TldrawUiMenuGroup id="conversions">
        <CopyAsMenuGroup />
      </TldrawUiMenuGroup>
      <TldrawUiMenuGroup id="select-all">
        <SelectAllMenuItem />
      </TldrawUiMenuGroup>
    </>
  )
}

function EditSubmenu() {
  return (
    <TldrawUiMenuSubmenu id="edit" label="context-menu.edit" size="small">
      <GroupMenuItem />
      <UngroupMenuItem />
      <EditLinkMenuItem />
      <FitFrameToContentMenuItem />
      <RemoveFrameMenuItem />
      <ToggleAutoSizeMenuItem />
      <ToggleLockMenuItem />
    </TldrawUiMenuSubmenu>
  )
}

function touchable(editor: Editor): 'all' | 'some' | 'none' {
  const shapes = editor.getSelectedShapes()
  const count = shapes.filter((shape) => mayTouch(editor, shape)).length
  if (count === 0) return 'none'
  return count === shapes.length ? 'all' : 'some'
}
