import type { TemplateSummary } from '@samtavle/shared/api'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { Download, EyeOff, PencilLine, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { exportFileName } from '../../device/file-name.ts'
import { saveFile } from '../../device/save-file.ts'
import { shownLocale } from '../../i18n/i18n.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { useMoment } from '../../i18n/use-moment.ts'
import { useMe } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { useToast } from '../../ui/toast.tsx'
import { ChangeTemplateDialog } from './change-template-dialog.tsx'
import styles from './own-template.module.css'

/** Whose a template of our own is, and which version. */
export function OwnTemplateLine({ own }: { own: NonNullable<TemplateSummary['own']> }) {
  const { t } = useTranslation('library')
  const me = useMe()
  const moment = useMoment()
  const by = own.owner.id === me.id ? t('byYou') : t('by', { name: own.owner.name })
  const words = [by, t('version', { version: own.version }), t('changedWhen', { when: moment(own.changedAt) })]
  return <p className={styles.line}>{words.join('\u00a0· ')}</p>
}

/** What may be done with a template beside using it: ours may be changed, sent on and deleted, others hidden. */
export function TemplateTools({ template }: { template: TemplateSummary }) {
  const { t, i18n } = useTranslation(['library', 'common'])
  const me = useMe()
  const toast = useToast()
  const failureText = useFailureText()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const router = useRouter()
  const [changing, setChanging] = useState(false)
  const { id, own } = template
  const name = template.name[shownLocale(i18n.language)]
  const failed = (failure: unknown) => toast.show({ text: failureText(failure), tone: 'error' })
  const refresh = () => queries.invalidateQueries({ queryKey: ['templates'] })

  /** Does something that a toast takes back; the gallery is where one is then. */
  const leave = async (work: () => Promise<unknown>, done: string, back: () => Promise<unknown>, undone: string) => {
    try {
      await work()
      await refresh()
      await navigate({ to: '/templates' })
      const undo = () =>
        back()
          .then(refresh)
          .then(() => toast.show({ text: undone }), failed)
      toast.show({ text: done, action: { label: t('common:undo'), onSelect: () => void undo() } })
    } catch (failure) {
      failed(failure)
    }
  }
  const download = async () => {
    try {
      const file = await api.exportTemplate(id)
      saveFile(exportFileName(name, new Date(), 'json'), 'application/json', JSON.stringify(file))
    } catch (failure) {
      failed(failure)
    }
  }
  const remove = () =>
    leave(
      () => api.deleteTemplate(id),
      t('deleted', { name }),
      () => api.restoreTemplate(id),
      t('restored', { name }),
    )
  const hide = () =>
    leave(
      () => api.hideTemplate(id, true),
      t('hidden', { name }),
      () => api.hideTemplate(id, false),
      t('shown', { name }),
    )

  const icon = { size: 18, 'aria-hidden': true } as const
  if (own === undefined) {
    return me.role === 'admin' ? (
      <div className={styles.tools}>
        <Button size="sm" variant="quiet" icon={<EyeOff {...icon} />} onClick={() => void hide()}>
          {t('hide')}
        </Button>
      </div>
    ) : null
  }
  return (
    <div className={styles.tools}>
      {own.mayChange && (
        <Button size="sm" variant="outline" icon={<PencilLine {...icon} />} onClick={() => setChanging(true)}>
          {t('change')}
        </Button>
      )}
      <Button size="sm" variant="outline" icon={<Download {...icon} />} onClick={() => void download()}>
        {t('exportFile')}
      </Button>
      {own.mayChange && (
        <Button size="sm" variant="danger" icon={<Trash2 {...icon} />} onClick={() => void remove()}>
          {t('delete')}
        </Button>
      )}
      {changing && (
        <ChangeTemplateDialog
          id={id}
          about={own.about}
          onChanged={() => router.invalidate()}
          onClose={() => setChanging(false)}
        />
      )}
    </div>
  )
}
