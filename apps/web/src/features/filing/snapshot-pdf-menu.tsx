import type { SnapshotPaper } from '@samtavle/shared/filing-api'
import { FileDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saveFile } from '../../device/save-file.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { useToast } from '../../ui/toast.tsx'
import { filingClient } from './filing-client.ts'

type SnapshotPdfMenuProps = {
  /** Of a published snapshot. */
  snapshot: { id: string; number: number | null; title: string }
  size?: 'sm' | 'md'
}

/** Saves a published snapshot as a PDF on the paper that is chosen. */
export function SnapshotPdfMenu({ snapshot: { id, number, title }, size = 'md' }: SnapshotPdfMenuProps) {
  const { t } = useTranslation('filing')
  const toast = useToast()
  const failureText = useFailureText()
  const [isBusy, setBusy] = useState(false)
  const save = async (paper: SnapshotPaper) => {
    setBusy(true)
    try {
      saveFile(`snapshot-${number ?? 0}-${paper}.pdf`, 'application/pdf', await filingClient.pdf(id, paper))
    } catch (failure) {
      toast.show({ text: failureText(failure), tone: 'error' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Menu
      trigger={
        <Button
          size={size}
          aria-label={t('pdfOf', { title })}
          icon={<FileDown size={20} aria-hidden />}
          busy={isBusy}
          busyLabel={t('pdfWorking')}
        >
          {t('pdf')}
        </Button>
      }
    >
      {(['a4', 'a3', 'a0'] as const).map((paper) => (
        <MenuItem key={paper} onSelect={() => void save(paper)}>
          {t(`pdf_${paper}`)}
        </MenuItem>
      ))}
    </Menu>
  )
}
