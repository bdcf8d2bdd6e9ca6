import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../../query-failure.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { type LinkTarget, links } from './links-client.ts'
import styles from './wall-view.module.css'

/** A code is renewed so long before it ends, in ms: nobody is to be typing one that is over. */
const RENEW_MS = 15 * 60_000

type WallViewProps = { target: LinkTarget; linkId: string; onClose: () => void }

/** The whole screen for a room to see: a picture code, the address in words and a short code to be typed. */
export function WallView({ target, linkId, onClose }: WallViewProps) {
  const { t } = useTranslation(['links', 'common'])
  const wall = useQuery({
    queryKey: ['share-links', 'wall', linkId],
    queryFn: () => links.openWall(target, linkId),
    // Each view has a code of its own; a new one only when this one is nearly over.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchInterval: ({ state }) =>
      state.data === undefined ? false : Math.max(60_000, Date.parse(state.data.expiresAt) - Date.now() - RENEW_MS),
  })
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Content className={styles.wall} aria-describedby={undefined}>
          <header className={styles.header}>
            <Dialog.Title className={styles.title}>{target.title}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label={t('common:close')} icon={<X size={24} aria-hidden />} tooltip={false} />
            </Dialog.Close>
          </header>
          {wall.data === undefined && !wall.isError && <Spinner />}
          {wall.isError && <QueryFailure query={wall} />}
          {wall.data && (
            <div className={styles.ways}>
              <div className={styles.picture}>
                <QrCode text={wall.data.link} label={t('codeOf', { title: target.title })} />
              </div>
              <div className={styles.words}>
                <p className={styles.lead}>{t('wallScan')}</p>
                <p className={styles.or}>{t('wallOr')}</p>
                <p className={styles.address}>{wall.data.address}</p>
                <p className={styles.or}>{t('wallCode')}</p>
                {/* Letter by letter, as it is typed. */}
                <p className={styles.code} data-code={wall.data.code}>
                  <span className="visually-hidden">{[...wall.data.code].join(' ')}</span>
                  <span aria-hidden>{wall.data.code.slice(0, 4)}</span>
                  <span aria-hidden>{wall.data.code.slice(4)}</span>
                </p>
                <p className={styles.quiet}>{t('wallEnds')}</p>
              </div>
            </div>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
