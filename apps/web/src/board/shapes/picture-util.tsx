import { ImageShapeUtil, type TLImageShape, useEditor, useValue } from '@tldraw/tldraw'
import { ImageOff } from 'lucide-react'
import { type ReactElement, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import './picture-util.css'

/** tldraw's own pictures; one that is not to be had says so in its place. */
export class PictureUtil extends ImageShapeUtil {
  override component(shape: TLImageShape): ReactElement {
    return <Picture shape={shape} own={super.component(shape)} />
  }
}

function Picture({ shape, own }: { shape: TLImageShape; own: ReactElement }) {
  const { t } = useTranslation('board')
  const editor = useEditor()
  const { assetId } = shape.props
  const source = useValue('source of a picture', () => assetId && editor.getAsset(assetId)?.props.src, [
    editor,
    assetId,
  ])
  const [failed, setFailed] = useState<string | null>(null)
  const [tries, setTries] = useState(0)
  const isMissing = !source || failed === source
  useEffect(() => {
    if (!isMissing) return
    const again = () => setTries((before) => before + 1)
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [isMissing])
  return (
    <div
      className="board-picture"
      onErrorCapture={() => setFailed(source || null)}
      onLoadCapture={() => setFailed(null)}
    >
      <div key={tries} className="board-picture">
        {own}
      </div>
      {isMissing && (
        <div className="board-picture__missing">
          <ImageOff aria-hidden />
          <span>{t('pictureNotShown')}</span>
        </div>
      )}
    </div>
  )
}
