import { type Locale, type Localised, saidIn, saysSomething } from '@samtavle/shared/locale'
import { type KeyboardEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES } from '../../i18n/languages.ts'
import { classNames } from '../../ui/class-names.ts'
import { useTypedText } from '../../ui/use-typed-text.ts'
import styles from './words-fields.module.css'

type WordsFieldsProps = {
  /** What is said: heading, question, title of a step. */
  label: string
  words: Localised
  onChange: (words: Localised) => void
  /** Longest words, in UTF-16 units. */
  max: number
  /** They may be longer than a line. */
  long?: boolean
  /** Enter in a line sends the form that it stands in. */
  submits?: boolean
  /** So long after the last key the words are told, in ms; 0 tells every key. */
  pauseMs: number
}

/** The same words in the product's languages, beneath each other; what is missing shows what it borrows. */
export function WordsFields({ label, words, onChange, max, long = false, submits = true, pauseMs }: WordsFieldsProps) {
  return (
    <fieldset className={styles.words}>
      <legend className={styles.legend}>{label}</legend>
      {LANGUAGES.map((language) => (
        <WordsField
          key={language.value}
          label={label}
          language={language}
          words={words}
          max={max}
          long={long}
          submits={submits}
          pauseMs={pauseMs}
          onChange={(text) => onChange({ ...words, [language.value]: text })}
        />
      ))}
    </fieldset>
  )
}

type WordsFieldProps = Omit<WordsFieldsProps, 'onChange'> & {
  language: { value: Locale; label: string }
  long: boolean
  submits: boolean
  onChange: (text: string) => void
}

function WordsField({ label, language, words, max, long, submits, pauseMs, onChange }: WordsFieldProps) {
  const { t } = useTranslation('design')
  const id = useId()
  const text = useTypedText(words[language.value], (said) => onChange(oneLine(said)), pauseMs)
  const isMissing = text.value.trim() === '' && saysSomething(words)
  const field = {
    id,
    lang: language.value,
    value: text.value,
    maxLength: max,
    placeholder: isMissing ? saidIn(language.value, words) : undefined,
    'aria-describedby': isMissing ? `${id}-missing` : undefined,
    className: styles.control,
    onChange: (event: { target: { value: string } }) => text.type(event.target.value),
    onBlur: text.leave,
  }
  const leaveByEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    // Words of a board's heading have one line.
    if (long || !submits) event.preventDefault()
    text.leave()
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.language} lang={language.value}>
        <span className="visually-hidden">{label}, </span>
        {language.label}
      </label>
      {isMissing && (
        <span id={`${id}-missing`} className={styles.missing}>
          {t('missing')}
        </span>
      )}
      {long ? (
        <textarea {...field} rows={1} onKeyDown={leaveByEnter} />
      ) : (
        <input type="text" {...field} className={classNames(styles.control, styles.line)} onKeyDown={leaveByEnter} />
      )}
    </div>
  )
}

/** Words as one line: no control characters, which come with what is pasted. */
const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ')
