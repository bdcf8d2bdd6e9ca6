import { LOCALES, type Locale, type Localised } from '@samtavle/shared/locale'
import type { Editor } from '@tldraw/tldraw'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from '../features/templates/about-fields.module.css'
import { LANGUAGES } from '../i18n/languages.ts'
import { TextField } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { useToast } from '../ui/toast.tsx'
import { addSection } from './add-section.ts'
import type { BoardSession } from './board-session.ts'

type AddSectionProps = {
  editor: Editor
  session: BoardSession
  /** The language that the board was made in. */
  locale: Locale
  onClose: () => void
}

const NOTHING: Localised = { da: '', en: '', nb: '' }
const HEADING_MAX = 120
const QUESTION_MAX = 300

/** A new section for a form of one's own: its heading and guiding question, in up to three languages. */
export function AddSectionDialog({ editor, session, locale, onClose }: AddSectionProps) {
  const { t } = useTranslation(['library', 'common'])
  const toast = useToast()
  const [shown, setShown] = useState<Locale>(locale)
  const [words, setWords] = useState({ heading: NOTHING, question: NOTHING })
  const [checked, setChecked] = useState(false)
  const [refused, setRefused] = useState(false)
  const trimmed = (said: Localised): Localised => ({ da: said.da.trim(), en: said.en.trim(), nb: said.nb.trim() })
  const missing = LOCALES.every((one) => words.heading[one].trim() === '')
  const field = (key: 'heading' | 'question') => ({
    lang: shown,
    value: words[key][shown],
    onChange: (event: { target: { value: string } }) =>
      setWords({ ...words, [key]: { ...words[key], [shown]: event.target.value } }),
  })
  const submit = () => {
    setChecked(true)
    if (missing) return
    const said = { heading: trimmed(words.heading), question: trimmed(words.question) }
    if (addSection(editor, locale, said) !== 'done') {
      setRefused(true)
      return
    }
    toast.show({
      text: t('sectionAdded'),
      action: { label: t('common:undo'), onSelect: () => session.stepBack('undo') },
    })
    onClose()
  }
  return (
    <FormDialog
      title={t('sectionTitle')}
      description={t('sectionText')}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('sectionDo')}
    >
      {refused && <Notice tone="error">{t('sectionRefused')}</Notice>}
      <div className={styles.languages}>
        <Segmented label={t('words')} value={shown} onChange={setShown} options={LANGUAGES} />
        <p className={styles.hint}>{t('wordsHint')}</p>
      </div>
      <TextField
        label={t('heading')}
        {...field('heading')}
        maxLength={HEADING_MAX}
        error={checked && missing ? t('headingMissing') : undefined}
      />
      <TextField
        label={t('question')}
        hint={t('questionHint')}
        {...field('question')}
        maxLength={QUESTION_MAX}
        optional
      />
    </FormDialog>
  )
}
