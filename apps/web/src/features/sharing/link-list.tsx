import { LINK_RIGHTS } from '@samtavle/shared/link-rights'
import type { ShareLink } from '@samtavle/shared/share-link-api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Presentation } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { useExpiry, useMoment } from '../../i18n/use-moment.ts'
import { AlertDialog } from '../../ui/alert-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import { useToast } from '../../ui/toast.tsx'
import styles from './link-panel.module.css'
import { type LinkTarget, links, linksQuery } from './links-client.ts'

type LinkListProps = { target: LinkTarget; list: readonly ShareLink[]; onWall: (link: string) => void }

/** The open links: what they are for, how they were used, and closing them. */
export function LinkList({ target, list, onWall }: LinkListProps) {
  const { t } = useTranslation(['links', 'common'])
  const toast = useToast()
  const failureText = useFailureText()
  const queryClient = useQueryClient()
  const [asked, setAsked] = useState<ShareLink | null>(null)
  const nameOf = (link: ShareLink) => (link.name === '' ? t(`called_${link.right}`) : link.name)
  const change = useMutation({
    mutationFn: ({ doing }: { doing: () => Promise<unknown>; text: string }) => doing(),
    onSuccess: (_, { text }) => toast.show({ text }),
    onError: (failure) => toast.show({ text: failureText(failure), tone: 'error' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: linksQuery(target).queryKey }),
  })
  return (
    <>
      <ul className={styles.list}>
        {list.map((link) => {
          const name = nameOf(link)
          return (
            <li key={link.id} className={styles.row}>
              <div className={styles.about}>
                <h4 className={styles.name}>{name}</h4>
                <About link={link} target={target} />
              </div>
              {target.kind === 'board' && (
                <Select
                  className={styles.right}
                  label={t('rightOf', { name })}
                  hideLabel
                  size="md"
                  value={link.right}
                  onChange={(right) =>
                    change.mutate({
                      doing: () => links.setRight(target, link.id, right),
                      text: t(`changed_${right}`, { name }),
                    })
                  }
                  options={LINK_RIGHTS.map((value) => ({ value, label: t(`right_${value}`) }))}
                />
              )}
              <div className={styles.rowButtons}>
                <Button
                  icon={<Presentation size={20} aria-hidden />}
                  aria-label={t('showNamedOnWall', { name })}
                  onClick={() => onWall(link.id)}
                >
                  {t('showOnWall')}
                </Button>
                <Button variant="danger" aria-label={t('withdrawNamed', { name })} onClick={() => setAsked(link)}>
                  {t('withdraw')}
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
      <AlertDialog
        open={asked !== null}
        onOpenChange={(open) => !open && setAsked(null)}
        title={t('withdrawTitle')}
        confirmLabel={t('withdraw')}
        cancelLabel={t('common:cancel')}
        danger
        onConfirm={() => {
          if (asked === null) return
          change.mutate({ doing: () => links.withdraw(target, asked.id), text: t('withdrawn') })
        }}
      >
        {t(`withdrawText_${target.kind}`)}
      </AlertDialog>
    </>
  )
}

function About({ link, target }: { link: ShareLink; target: LinkTarget }) {
  const { t } = useTranslation('links')
  const expiry = useExpiry()
  const moment = useMoment()
  const { uses, usesMax } = link
  const used =
    usesMax === null
      ? t(target.kind === 'snapshot' ? 'opened' : 'joined', { count: uses })
      : t('joinedOf', { count: uses, most: usesMax })
  const parts = [
    t('ends', { when: expiry(link.expiresAt) }),
    used,
    ...(link.lastUsedAt === null ? [] : [t('lastUsed', { when: moment(link.lastUsedAt) })]),
    ...(link.hasPasscode ? [t('hasPasscode')] : []),
    ...(link.needsAccount ? [t('withAccount')] : []),
    ...(link.mayAnswer ? [t('answers')] : []),
  ]
  return <p className={styles.quiet}>{parts.join(' · ')}</p>
}
