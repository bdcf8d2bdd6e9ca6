import { useQuery } from '@tanstack/react-query'
import { LinkIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../../query-failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/spinner.tsx'
import { LinkForm } from './link-form.tsx'
import { LinkList } from './link-list.tsx'
import styles from './link-panel.module.css'
import { LinkReady } from './link-ready.tsx'
import { type LinkTarget, linksQuery } from './links-client.ts'
import { WallView } from './wall-view.tsx'

/** Links to something: the open ones, making one, and showing one on a wall. */
export function LinkPanel({ target }: { target: LinkTarget }) {
  const { t } = useTranslation('links')
  const query = useQuery(linksQuery(target))
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<{ id: string; link: string } | null>(null)
  const [onWall, setOnWall] = useState<string | null>(null)
  const back = () => {
    setMade(null)
    // Somebody may have come in meanwhile.
    void query.refetch()
  }
  const wall = onWall !== null && <WallView target={target} linkId={onWall} onClose={() => setOnWall(null)} />
  if (made !== null) {
    return (
      <>
        <LinkReady target={target} link={made.link} onWall={() => setOnWall(made.id)} onBack={back} />
        {wall}
      </>
    )
  }
  if (query.isError) {
    return <QueryFailure query={query}>{t('loadFailed')}</QueryFailure>
  }
  if (query.data === undefined) return <Skeleton rows={2} />
  const { links, hindrance } = query.data
  if (hindrance !== null) return <Notice tone="info">{t(`hindrance_${hindrance}`)}</Notice>
  if (making || links.length === 0) {
    return (
      <LinkForm
        target={target}
        onMade={(link) => {
          setMaking(false)
          setMade(link)
        }}
        onCancel={links.length === 0 ? undefined : () => setMaking(false)}
      />
    )
  }
  return (
    <section aria-labelledby="open-links">
      <div className={styles.head}>
        <h3 id="open-links">{t('openLinks')}</h3>
        <Button icon={<LinkIcon size={20} aria-hidden />} onClick={() => setMaking(true)}>
          {t('another')}
        </Button>
      </div>
      <LinkList target={target} list={links} onWall={setOnWall} />
      {wall}
    </section>
  )
}
