import { DefaultStylePanel, type TLUiStylePanelProps, useEditor, useValue } from '@tldraw/tldraw'

/** Only with something selected: an empty board needs no colours. */
export function BoardStylePanel(props: TLUiStylePanelProps) {
  const editor = useEditor()
  const hasSelection = useValue(
    'has selection',
    () => editor.getSelectedShapeIds().length > 0 && editor.getEditingShapeId() === null,
    [editor],
  )
  if (!hasSelection && props.isMobile !== true) return null
  return <DefaultStylePanel {...props} />
}
