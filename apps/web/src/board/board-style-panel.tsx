import { DefaultStylePanel, type TLUiStylePanelProps, useEditor, useTranslation, useValue } from '@tldraw/tldraw'
import { useLayoutEffect, useRef } from 'react'
import { mayTouch } from './background-lock.ts'
import { isNote } from './board-meta.ts'

/**
 * Only with something selected: an empty board needs no colours, and notes get theirs from their role, in the bar above
 * them.
 */
export function BoardStylePanel(props: TLUiStylePanelProps) {
  const editor = useEditor()
  const isWanted = useValue('style panel is wanted', () => {
    const styled = editor.getSelectedShapes().filter((shape) => !isNote(shape) && mayTouch(editor, shape))
    return styled.length > 0 && editor.getEditingShapeId() === null
  }, [editor])
  if (!isWanted && props.isMobile !== true) return null
  return (
    <NamedSlider>
      <DefaultStylePanel {...props} />
    </NamedSlider>
  )
}

/** tldraw names the track of its opacity slider, but not the thumb that has the role and the focus (WCAG 4.1.2). */
function NamedSlider({ children }: { children: React.ReactNode }) {
  const message = useTranslation()
  const place = useRef<HTMLDivElement>(null)
  const name = message('style-panel.opacity')
  useLayoutEffect(() => {
    for (const thumb of place.current?.querySelectorAll('[role="slider"]') ?? []) thumb.setAttribute('aria-label', name)
  })
  return (
    <div ref={place} style={{ display: 'contents' }}>
      {children}
    </div>
  )
}
