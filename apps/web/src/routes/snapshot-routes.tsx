import { isUuid } from '@samtavle/shared/ids'
import { createRoute } from '@tanstack/react-router'
import { SnapshotPdfMenu } from '../features/filing/snapshot-pdf-menu.tsx'
import { ShareLinksDialog } from '../features/sharing/share-links-dialog.tsx'
import { SnapshotPage } from '../features/snapshots/snapshot-page.tsx'
import { shellRoute } from './parent-routes.tsx'

/** One snapshot, and another one beside it. */
export const snapshotRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/snapshots/$snapshotId',
  validateSearch: (search: Record<string, unknown>): { with?: string } =>
    isUuid(search.with) ? { with: search.with } : {},
  component: function OneSnapshot() {
    const { snapshotId } = snapshotRoute.useParams()
    const { with: compared } = snapshotRoute.useSearch()
    const navigate = snapshotRoute.useNavigate()
    return (
      <SnapshotPage
        key={snapshotId}
        snapshotId={snapshotId}
        compared={compared}
        onCompare={(id) =>
          void navigate({ search: id === undefined ? {} : { with: id }, replace: true, resetScroll: false })
        }
        pdfMenu={(snapshot) => <SnapshotPdfMenu snapshot={snapshot} />}
        shareDialog={({ id, title }, onClose) => (
          <ShareLinksDialog target={{ kind: 'snapshot', id, title }} onClose={onClose} />
        )}
      />
    )
  },
})
