import type { TemplateSummary } from '@samtavle/shared/api'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PhaseSign } from '../../ui/phase-sign.tsx'
import { keepGallery } from './gallery-place.ts'
import { TemplateCard } from './template-card.tsx'
import { byGroup, countFilters, filterTemplates, fittingVersion, type TemplateFilter } from './template-filter.ts'
import { TemplateFilters } from './template-filters.tsx'
import styles from './template-gallery.module.css'
import { useTypedWords } from './use-typed-words.ts'

type TemplateGalleryProps = {
  templates: readonly TemplateSummary[]
  filter: TemplateFilter
  /** A choice is a step that the back button takes back; the words that one types are none. */
  onFilter: (filter: TemplateFilter, step: 'choice' | 'typing') => void
  /** Undefined for those who may not create boards; `short` when that is what there is time for. */
  onUse: ((template: TemplateSummary, short: boolean) => void) | undefined
}

const withWords = ({ q: _q, ...choices }: TemplateFilter, words: string): TemplateFilter =>
  words.trim() === '' ? choices : { ...choices, q: words }

/** Every template that passes the filter, in its group, with its picture. */
export function TemplateGallery({ templates, filter, onFilter, onUse }: TemplateGalleryProps) {
  const { t, i18n } = useTranslation('templates')
  const [words, setWords] = useTypedWords(filter.q ?? '', (typed) => onFilter(withWords(filter, typed), 'typing'))
  const shown = withWords(filter, words)
  useEffect(() => keepGallery(shown))
  const hits = filterTemplates(templates, shown, shownLocale(i18n.language))
  const narrowed = countFilters(shown) > 0 || shown.q !== undefined
  const clear = () => {
    setWords('')
    onFilter({}, 'choice')
  }
  return (
    <>
      <TemplateFilters
        templates={templates}
        filter={filter}
        words={words}
        onWords={setWords}
        onFilter={(next) => onFilter(withWords(next, words), 'choice')}
      />
      <div className={styles.found}>
        <p role="status">{t('hits', { count: hits.length })}</p>
        {narrowed && hits.length > 0 && (
          <Button variant="quiet" size="sm" onClick={clear}>
            {t('clearFilters')}
          </Button>
        )}
      </div>
      {hits.length === 0 && (
        <EmptyState
          title={t('noHitsTitle')}
          text={t('noHitsText')}
          action={<Button onClick={clear}>{t('clearFilters')}</Button>}
        />
      )}
      {byGroup(hits).map(({ group, templates: ofGroup }) => (
        <section key={group} className={styles.group} aria-labelledby={`group-${group}`}>
          <div className={styles.groupHead}>
            {group !== 'own' && group !== 'start' && group !== 'steering' && (
              <span className={styles.sign}>
                <PhaseSign phase={group} size={20} />
              </span>
            )}
            <h2 id={`group-${group}`} className={styles.groupName}>
              {t(`group_${group}`)}
            </h2>
            <p className={styles.about}>{t(`about_${group}`)}</p>
          </div>
          <ul className={styles.cards}>
            {ofGroup.map((template) => {
              const short = filter.time !== undefined && fittingVersion(template, filter.time) === 'short'
              return (
                <li key={template.id} className={styles.place}>
                  <TemplateCard template={template} short={short} onUse={onUse && (() => onUse(template, short))} />
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </>
  )
}
