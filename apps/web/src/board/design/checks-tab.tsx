import { type Locale, type Localised, saidIn } from '@samtavle/shared/locale'
import type { Editor, TLShapeId } from '@tldraw/tldraw'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { showBox } from '../first-view.ts'
import { sectionOf } from '../section-place.ts'
import type { Finding } from './design-checks.ts'
import { selectOnBoard } from './design-edits.ts'
import styles from './design-panel.module.css'

type ChecksTabProps = {
  editor: Editor
  findings: readonly Finding[]
  showSteps: () => void
  addSection: () => void
}

/** What is worth a look before the template is saved, each with the way to it. Nothing of it forbids saving. */
export function ChecksTab({ editor, findings, showSteps, addSection }: ChecksTabProps) {
  const { t, i18n } = useTranslation('design')
  const locale = shownLocale(i18n.language)
  const show = (finding: Finding) => {
    if (finding.kind === 'noSections') addSection()
    else if ('id' in finding) showShape(editor, finding.id as TLShapeId)
    else showSteps()
  }
  if (findings.length === 0) return <p className={styles.hint}>{t('checksNone')}</p>
  return (
    <div className={styles.tab}>
      <p className={styles.hint}>{t('checksHint')}</p>
      <ul className={styles.findings} aria-label={t('checks')}>
        {findings.map((finding, i) => {
          const words = findingWords(finding, locale, t)
          return (
            <li key={`${finding.kind} ${placeOf(finding)} ${i}`} className={styles.finding}>
              <span>{words}</span>
              <Button size="sm" aria-label={t('showNamed', { name: words })} onClick={() => show(finding)}>
                {t('show')}
              </Button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** What a finding is about: a shape, or a step by its place. */
function placeOf(finding: Finding): string | number {
  if ('id' in finding) return finding.id
  return 'place' in finding ? finding.place : ''
}

function showShape(editor: Editor, id: TLShapeId): void {
  const shape = editor.getShape(id)
  if (shape === undefined) return
  selectOnBoard(editor, id)
  const box = editor.getShapePageBounds(sectionOf(editor, shape) ?? shape)
  if (box !== undefined) showBox(editor, box)
}

function findingWords(finding: Finding, locale: Locale, t: TFunction<'design'>): string {
  const name = (words: Localised) => saidIn(locale, words) || t('unnamed')
  const languages = (locales: readonly Locale[]) =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(locales.map((one) => t(`in_${one}`)))
  switch (finding.kind) {
    case 'noSections':
      return t('find_noSections')
    case 'noHeading':
      return t('find_noHeading', { place: finding.place })
    case 'overlap':
      return t('find_overlap', { name: name(finding.words), other: name(finding.other) })
    case 'missing': {
      const part = t(`part_${finding.part}`).toLocaleLowerCase(locale)
      return t('find_missing', { name: name(finding.words), part, languages: languages(finding.locales) })
    }
    case 'tooLong': {
      const text = saidIn(finding.locales[0] ?? locale, finding.text)
      const short = text.length > 40 ? `${text.slice(0, 39)}…` : text
      return t('find_tooLong', { name: name(finding.words), text: short, languages: languages(finding.locales) })
    }
    case 'stepMissing': {
      const part = t(finding.part === 'title' ? 'stepTitle' : 'stepText')
      const about = { place: finding.place, name: name(finding.words), part: part.toLocaleLowerCase(locale) }
      return t('find_stepMissing', { ...about, languages: languages(finding.locales) })
    }
    case 'stepEmpty':
      return t('find_stepEmpty', { place: finding.place })
    case 'time':
      return t('find_time', { sum: finding.sum, most: finding.most })
  }
}
