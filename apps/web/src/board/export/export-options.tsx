import type { Editor } from '@tldraw/tldraw'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { type ExportChoice, hasSheets } from './export-choice.ts'
import styles from './export-dialog.module.css'
import { wholeParts } from './export-parts.ts'
import { ORIENTATIONS, PAPERS } from './paper.ts'
import { PICTURE_SCALES, pictureSize } from './picture-size.ts'

type ExportOptionsProps = {
  editor: Editor
  choice: ExportChoice
  /** Are there sections that could each have a page? */
  sections: boolean
  onChange: (changed: Partial<ExportChoice>) => void
}

/** What matters for the chosen format only: paper, size, what is behind the picture. */
export function ExportOptions({ editor, choice, sections, onChange }: ExportOptionsProps) {
  if (choice.format === 'pdf') return <PaperOptions choice={choice} sections={sections} onChange={onChange} />
  if (choice.format === 'png' || choice.format === 'svg') {
    return <PictureOptions editor={editor} choice={choice} onChange={onChange} />
  }
  return null
}

function PaperOptions({ choice, sections, onChange }: Omit<ExportOptionsProps, 'editor'>) {
  const { t } = useTranslation('board')
  return (
    <div className={styles.options}>
      {sections && hasSheets(choice.scope) && (
        <Option
          label={t('exportSheets')}
          value={choice.sheets}
          onChange={(sheets) => onChange({ sheets })}
          options={[
            { value: 'sections', label: t('exportSheetEach') },
            { value: 'whole', label: t('exportSheetOne') },
          ]}
        />
      )}
      <Option
        label={t('exportPaper')}
        value={choice.paper}
        onChange={(paper) => onChange({ paper })}
        options={PAPERS.map((value) => ({ value, label: value.toUpperCase() }))}
      />
      <Option
        label={t('exportOrientation')}
        value={choice.orientation}
        onChange={(orientation) => onChange({ orientation })}
        options={ORIENTATIONS.map((value) => ({ value, label: t(`exportOrientation_${value}`) }))}
      />
      <Checkbox
        label={t('exportReadable')}
        hint={t('exportReadableHint')}
        checked={choice.readable}
        onChange={(readable) => onChange({ readable })}
      />
    </div>
  )
}

function PictureOptions({ editor, choice, onChange }: Omit<ExportOptionsProps, 'sections'>) {
  const { t } = useTranslation('board')
  const { format, scope, scale, transparent } = choice
  const [part, ...more] = useMemo(() => wholeParts(editor, scope), [editor, scope])
  // Several pages are several pictures, each of its own size.
  const size = part === undefined || more.length > 0 ? undefined : pictureSize(part.bounds, scale)
  return (
    <div className={styles.options}>
      {format === 'png' && (
        <Option
          label={t('exportSize')}
          value={`${scale}` as const}
          onChange={(value) => onChange({ scale: PICTURE_SCALES.find((one) => `${one}` === value) ?? 1 })}
          options={PICTURE_SCALES.map((one) => ({ value: `${one}` as const, label: `${one}×` }))}
        />
      )}
      {format === 'png' && size !== undefined && (
        <p className={styles.note} role="status">
          {t(size.reduced ? 'exportPixelsMost' : 'exportPixels', { width: size.width, height: size.height })}
        </p>
      )}
      <Checkbox
        label={t('exportTransparent')}
        checked={transparent}
        onChange={(ticked) => onChange({ transparent: ticked })}
      />
    </div>
  )
}

type OptionProps<Value extends string> = {
  label: string
  value: Value
  onChange: (value: Value) => void
  options: readonly { value: Value; label: string }[]
}

/** The choice names itself for those who hear it. */
function Option<Value extends string>({ label, ...choice }: OptionProps<Value>) {
  return (
    <div className={styles.option}>
      <span aria-hidden className={styles.name}>
        {label}
      </span>
      <Segmented label={label} {...choice} />
    </div>
  )
}
