import type { Locale } from '@samtavle/shared/locale'
import type { Editor } from '@tldraw/tldraw'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { WordsFields } from '../../features/templates/words-fields.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { useOpenBoard } from '../board-context.tsx'
import { setSectionWords } from './design-edits.ts'
import styles from './design-panel.module.css'
import type { DesignSection, SectionLock } from './design-sections.ts'
import { LABEL_MAX, LABEL_PARTS, trimmed } from './section-labels.ts'
import { lockSection } from './section-lock.ts'

/** After so long without a key, words are on the board, in ms. */
export const PAUSE_MS = 800

const LOCK_TEXTS = { locked: 'lockLocked', free: 'lockFree', unsettled: 'lockUnsettled' } as const satisfies Record<
  SectionLock,
  string
>

type SectionFieldsProps = { editor: Editor; locale: Locale; section: DesignSection; onDelete: () => void }

/** What one section says in three languages, and whether it stands still for those who take part. */
export function SectionFields({ editor, locale, section, onDelete }: SectionFieldsProps) {
  const { t } = useTranslation('design')
  const { session } = useOpenBoard()
  const lock = (locks: boolean) => session.lock.showAgain(lockSection(editor, section.id, locks))
  return (
    <div className={styles.fields}>
      {LABEL_PARTS.map((part) => (
        <WordsFields
          key={part}
          label={t(`part_${part}`)}
          words={section.words[part]}
          max={LABEL_MAX[part]}
          long={part !== 'heading'}
          pauseMs={PAUSE_MS}
          onChange={(words) => session.lock.showAgain(setSectionWords(editor, locale, section, part, trimmed(words)))}
        />
      ))}
      <Checkbox
        label={t('lock')}
        hint={t(LOCK_TEXTS[section.lock])}
        checked={section.lock === 'locked'}
        onChange={lock}
      />
      <Button variant="danger" size="sm" icon={<Trash2 size={16} aria-hidden />} onClick={onDelete}>
        {t('deleteSection')}
      </Button>
    </div>
  )
}
