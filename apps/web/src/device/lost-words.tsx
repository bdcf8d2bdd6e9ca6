import { Copy, Download } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { exportFileName } from './file-name.ts'
import styles from './lost-words.module.css'
import { saveFile } from './save-file.ts'

type LostWordsProps = {
  words: readonly string[]
  /** Of the board that they were written on. */
  title: string
  primary?: boolean
}

/** Words that are not on the board, to be taken along by whoever wrote them: by the clipboard or as a file. */
export function LostWords({ words, title, primary = false }: LostWordsProps) {
  const { t } = useTranslation('board')
  const field = useRef<HTMLTextAreaElement>(null)
  const [said, setSaid] = useState('')
  const text = words.join('\n\n')
  const copy = async () => {
    try {
      // Missing without https; then the words are marked for copying by hand.
      await navigator.clipboard.writeText(text)
      setSaid(t('wordsCopied'))
    } catch {
      field.current?.select()
      setSaid(t('wordsMarked'))
    }
  }
  const save = () => {
    const file = exportFileName(t('wordsFile', { title }), new Date(), 'txt')
    saveFile(file, 'text/plain;charset=utf-8', `${text}\n`)
    setSaid(t('wordsSaved', { file }))
  }
  return (
    <div className={styles.words}>
      <textarea ref={field} readOnly rows={rowsOf(text)} value={text} aria-label={t('yourWords')} />
      <div className={styles.copy}>
        <Button
          variant={primary ? 'primary' : 'outline'}
          icon={<Copy size={20} aria-hidden />}
          onClick={() => void copy()}
        >
          {t('copyWords')}
        </Button>
        <Button icon={<Download size={20} aria-hidden />} onClick={save}>
          {t('saveWords')}
        </Button>
        <span role="status">{said}</span>
      </div>
    </div>
  )
}

/** Enough for the text on a narrow screen, up to a bound; longer ones scroll. */
function rowsOf(text: string): number {
  const rows = text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 36), 0)
  return Math.min(8, rows)
}
