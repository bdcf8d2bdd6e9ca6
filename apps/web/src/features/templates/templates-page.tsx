import type { TemplateSummary } from '@samtavle/shared/api'
import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../../i18n/i18n.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { templatesQuery, useMe } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PhaseSign } from '../../ui/phase-sign.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Skeleton } from '../../ui/spinner.tsx'
import { CreateBoardDialog } from './create-board-dialog.tsx'
import { TemplateCard } from './template-card.tsx'
import { byPhase, filterTemplates, offeredFilters, type TemplateFilter } from './template-filter.ts'
import styles from './templates-page.module.css'

const EVERYTHING: TemplateFilter = { query: '', phase: 'any', toolType: 'any' }

/** The gallery: every template with its picture, by phase. */
export function TemplatesPage() {
  const { t } = useTranslation(['templates', 'common'])
  const me = useMe()
  const failureText = useFailureText()
  const templates = useQuery(templatesQuery)
  // A template, or null for the empty board; undefined while nothing is being created.
  const [creating, setCreating] = useState<TemplateSummary | null | undefined>(undefined)
  const intro = templates.data ? t('intro', { count: templates.data.length }) : t('introPlain')
  return (
    <Page
      title={t('title')}
      intro={intro}
      action={
        me.may.createBoards && (
          <Button icon={<Plus size={20} aria-hidden />} onClick={() => setCreating(null)}>
            {t('blank')}
          </Button>
        )
      }
    >
      {templates.isPending && <Skeleton shape="card" rows={4} />}
      {templates.isError && (
        <Notice
          tone="error"
          action={
            <Button size="sm" onClick={() => void templates.refetch()}>
              {t('common:retry')}
            </Button>
          }
        >
          {t('listFailed')} {failureText(templates.error)}
        </Notice>
      )}
      {templates.data !== undefined && (
        <Gallery templates={templates.data} onUse={me.may.createBoards ? setCreating : undefined} />
      )}
      {creating !== undefined && <CreateBoardDialog template={creating} onClose={() => setCreating(undefined)} />}
    </Page>
  )
}

type GalleryProps = {
  templates: readonly TemplateSummary[]
  onUse: ((template: TemplateSummary) => void) | undefined
}

function Gallery({ templates, onUse }: GalleryProps) {
  const { t, i18n } = useTranslation(['templates', 'common'])
  const [filter, setFilter] = useState(EVERYTHING)
  const offered = offeredFilters(templates)
  const hits = filterTemplates(templates, filter, shownLocale(i18n.language))
  return (
    <>
      <div className={styles.tools}>
        <SearchField
          className={styles.search ?? ''}
          label={t('search')}
          value={filter.query}
          onChange={(query) => setFilter({ ...filter, query })}
        />
        <Segmented
          label={t('phase')}
          value={filter.phase}
          onChange={(phase) => setFilter({ ...filter, phase })}
          options={[
            { value: 'any', label: t('allPhases', { count: templates.length }) },
            ...offered.phases.map((phase) => ({ value: phase, label: t(`common:phase_${phase}`) })),
          ]}
        />
        <Select
          className={styles.type}
          label={t('toolType')}
          hideLabel
          size="md"
          value={filter.toolType}
          onChange={(value) =>
            setFilter({ ...filter, toolType: offered.toolTypes.find((type) => type === value) ?? 'any' })
          }
          options={[
            { value: 'any', label: t('allTypes') },
            ...offered.toolTypes.map((type) => ({ value: type, label: t(`type_${type}`) })),
          ]}
        />
      </div>
      <p className="visually-hidden" role="status">
        {t('hits', { count: hits.length })}
      </p>
      {hits.length === 0 && (
        <EmptyState
          title={t('noHitsTitle')}
          text={t('noHitsText')}
          action={<Button onClick={() => setFilter(EVERYTHING)}>{t('showAll')}</Button>}
        />
      )}
      {byPhase(hits).map((group) => (
        <section key={group.phase} className={styles.group} aria-labelledby={`phase-${group.phase}`}>
          <div className={styles.groupHead}>
            <span className={styles.sign}>
              <PhaseSign phase={group.phase} size={20} />
            </span>
            <h2 id={`phase-${group.phase}`} className={styles.groupName}>
              {t(`common:phase_${group.phase}`)}
            </h2>
            <p className={styles.about}>{t(`about_${group.phase}`)}</p>
          </div>
          <ul className={styles.cards}>
            {group.templates.map((template) => (
              <li key={template.id} className={styles.place}>
                <TemplateCard template={template} onUse={onUse && (() => onUse(template))} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
