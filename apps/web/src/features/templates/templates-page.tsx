import type { TemplateSummary } from '@samtavle/shared/api'
import { useQuery } from '@tanstack/react-query'
import { Plus, Upload } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { templatesQuery, useMe } from '../../queries.ts'
import { QueryFailure } from '../../query-failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/spinner.tsx'
import { CreateBoardDialog } from './create-board-dialog.tsx'
import { HiddenTemplates } from './hidden-templates.tsx'
import { ImportTemplateDialog } from './import-template-dialog.tsx'
import type { TemplateFilter } from './template-filter.ts'
import { TemplateGallery } from './template-gallery.tsx'
import styles from './template-page.module.css'

type TemplatesPageProps = {
  filter: TemplateFilter
  onFilter: (filter: TemplateFilter, step: 'choice' | 'typing') => void
}

/** What is being created: from a template, or null for the empty board. */
type Creating = { template: TemplateSummary | null; short: boolean }

/** The gallery: every template with its picture, by group. */
export function TemplatesPage({ filter, onFilter }: TemplatesPageProps) {
  const { t } = useTranslation(['templates', 'library'])
  const me = useMe()
  const templates = useQuery(templatesQuery)
  const [creating, setCreating] = useState<Creating | null>(null)
  const [importing, setImporting] = useState(false)
  const intro = templates.data ? t('intro', { count: templates.data.length }) : t('introPlain')
  const use = (template: TemplateSummary, short: boolean) => setCreating({ template, short })
  return (
    <Page
      title={t('title')}
      intro={intro}
      action={
        me.may.createBoards && (
          <div className={styles.actions}>
            <Button icon={<Upload size={20} aria-hidden />} onClick={() => setImporting(true)}>
              {t('library:importFile')}
            </Button>
            <Button icon={<Plus size={20} aria-hidden />} onClick={() => setCreating({ template: null, short: false })}>
              {t('blank')}
            </Button>
          </div>
        )
      }
    >
      {templates.isPending && <Skeleton shape="card" rows={4} />}
      {templates.isError && <QueryFailure query={templates}>{t('listFailed')}</QueryFailure>}
      {templates.data !== undefined && (
        <TemplateGallery
          templates={templates.data}
          filter={filter}
          onFilter={onFilter}
          onUse={me.may.createBoards ? use : undefined}
        />
      )}
      {me.role === 'admin' && <HiddenTemplates />}
      {importing && <ImportTemplateDialog onClose={() => setImporting(false)} />}
      {creating !== null && <CreateBoardDialog {...creating} onClose={() => setCreating(null)} />}
    </Page>
  )
}
