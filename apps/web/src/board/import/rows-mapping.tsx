import { useTranslation } from 'react-i18next'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/field.tsx'
import styles from './import-rows.module.css'
import { type ColumnUse, columnNames } from './table-columns.ts'
import type { TableFile } from './use-table-file.ts'

type RowsMappingProps = {
  table: TableFile
  sections: readonly { id: string; title: string }[]
  section: string | undefined
  onSection: (section: string | undefined) => void
}

/** Which sheet and which column is what, and where notes go that name no section. */
export function RowsMapping({ table, sections, section, onSection }: RowsMappingProps) {
  const { t } = useTranslation('rows')
  const { sheets, choice, rows } = table
  const names = columnNames(rows, choice.withHeading)
  const columns = names.map((label, column) => ({ value: String(column), label }))
  const choose = (use: ColumnUse, label: string, optional: boolean) => (
    <Select
      size="md"
      label={label}
      value={String(choice.columns[use] ?? '')}
      onChange={(value) => table.chooseColumn(use, value === '' ? undefined : Number(value))}
      options={optional ? [{ value: '', label: t('noColumn') }, ...columns] : columns}
    />
  )
  return (
    <>
      {sheets.length > 1 && (
        <Select
          size="md"
          label={t('sheet')}
          value={String(choice.sheet)}
          onChange={(value) => table.chooseSheet(Number(value))}
          options={sheets.map(({ name }, sheet) => ({ value: String(sheet), label: name }))}
        />
      )}
      <Checkbox label={t('heading')} checked={choice.withHeading} onChange={table.chooseHeading} />
      <div className={styles.columns}>
        {choose('text', t('textColumn'), false)}
        {choose('role', t('roleColumn'), true)}
        {choose('section', t('sectionColumn'), true)}
        {choose('colour', t('colourColumn'), true)}
      </div>
      {sections.length > 0 && (
        <Select
          size="md"
          label={t('place')}
          value={section ?? ''}
          onChange={(value) => onSection(value === '' ? undefined : value)}
          options={[
            { value: '', label: t('placeHere') },
            ...sections.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
      )}
    </>
  )
}
