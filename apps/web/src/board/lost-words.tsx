import { Copy } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import styles from './lost-words.module.css'

/** Words that are not on the board, to be taken along by whoever wrote them. */
export function LostWords({ words }: { words: readonly string[] }) {
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
      <textarea
        ref={field}
        readOnly
        rows={Math.min(8, text.split('\n').length + 1)}
        value={text}
        aria-label={t('yourWords')}
      />
      <div className={styles.copy}>
        <Button variant="primary" icon={<Copy size={20} aria-hidden />} onClick={() => void copy()}>
          {t('copyWords')}
        </Button>
        <span role="status">{said}</span>
      </div>
    </div>
  )
}
