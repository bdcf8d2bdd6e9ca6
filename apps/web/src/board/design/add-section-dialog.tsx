import { type Locale, NO_WORDS, saysSomething } from '@samtavle/shared/locale'
import type { Editor } from '@tldraw/tldraw'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WordsFields } from '../../features/templates/words-fields.tsx'
import { Select, TextArea } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { BoardSession } from '../board-session.ts'
import { addSection } from './add-section.ts'
import { SECTION_KINDS, type SectionKind, typedOptions } from './section-content.ts'
import { LABEL_MAX, LABEL_PARTS, type SectionWords, trimmed } from './section-labels.ts'

type AddSectionProps = {
  editor: Editor
  session: BoardSession
  /** The language that the board was made in. */
  locale: Locale
  onClose: () => void
}

/** A new section: its heading, guiding question and help text in up to three languages, and what people do in it. */
export function AddSectionDialog({ editor, session, locale, onClose }: AddSectionProps) {
  const { t } = useTranslation(['library', 'design', 'common'])
  const toast = useToast()
  const [words, setWords] = useState<SectionWords>({
    heading: NO_WORDS,
    question: NO_WORDS,
    hint: NO_WORDS,
  })
  const [kind, setKind] = useState<SectionKind>('notes')
  const [typed, setTyped] = useState('')
  const [checked, setChecked] = useState(false)
  const [fault, setFault] = useState<'sectionRefused' | 'sectionFailed' | null>(null)
  const [busy, setBusy] = useState(false)
  const said = { heading: trimmed(words.heading), question: trimmed(words.question), hint: trimmed(words.hint) }
  const isNameless = !saysSomething(said.heading)
  const options = kind === 'choice' ? typedOptions(typed) : []
  const add = async () => {
    setChecked(true)
    setFault(null)
    if (isNameless || options === undefined || busy) return
    setBusy(true)
    // Without a connection what a card needs may not come.
    const added = await addSection(editor, locale, { words: said, kind, options }).catch(() => 'not-loaded' as const)
    setBusy(false)
    if (typeof added === 'string') {
      setFault(added === 'not-loaded' ? 'sectionFailed' : 'sectionRefused')
      return
    }
    session.lock.showAgain(added.ids)
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
      onSubmit={() => void add()}
      submitLabel={t('sectionDo')}
      busy={busy}
    >
      {fault && <Notice tone="error">{t(fault)}</Notice>}
      {checked && isNameless && <Notice tone="error">{t('headingMissing')}</Notice>}
      {LABEL_PARTS.map((part) => (
        <WordsFields
          key={part}
          label={t(`design:part_${part}`)}
          words={words[part]}
          max={LABEL_MAX[part]}
          pauseMs={0}
          onChange={(next) => setWords((before) => ({ ...before, [part]: next }))}
        />
      ))}
      <Select
        label={t('design:kind')}
        value={kind}
        onChange={(next) => setKind(SECTION_KINDS.find((one) => one === next) ?? 'notes')}
        options={SECTION_KINDS.map((one) => ({ value: one, label: t(`design:kind_${one}`) }))}
      />
      {kind === 'choice' && (
        <TextArea
          label={t('design:options')}
          hint={t('design:optionsHint')}
          rows={4}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          error={checked && options === undefined ? t('design:optionsWrong') : undefined}
        />
      )}
    </FormDialog>
  )
}
