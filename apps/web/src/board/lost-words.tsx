import { Copy } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import styles from './lost-words.module.css'

/** Words that are not on the board, to be taken along by whoever wrote them. */
export function LostWords({ words, primary = false }: { words: readonly string[]; primary?: boolean }) {
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
