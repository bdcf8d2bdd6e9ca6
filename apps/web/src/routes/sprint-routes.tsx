import { isUuid } from '@samtavle/shared/ids'
import { isTrialStatus, type TrialStatus } from '@samtavle/shared/trial-card'
import { createRoute } from '@tanstack/react-router'
import { ChainPage } from '../features/evidence/chain-page.tsx'
import { FilingDialog } from '../features/filing/filing-dialog.tsx'
import { ShareLinksDialog } from '../features/sharing/share-links-dialog.tsx'
import { LogPage } from '../features/sprints/log/log-page.tsx'
import { NewSprintPage } from '../features/sprints/new-sprint-page.tsx'
import { SprintsPage } from '../features/sprints/sprints-page.tsx'
import { SprintPage } from '../features/sprints/week/sprint-page.tsx'
import { readSprintPlace } from '../features/sprints/week/sprint-place.ts'
import { TrialPage } from '../features/trials/trial-page.tsx'
import { TrialsPage } from '../features/trials/trials-page.tsx'
import { NotFoundPage } from '../shell/failure-page.tsx'
import { shellRoute } from './parent-routes.tsx'

const sprintsRoute = createRoute({ getParentRoute: () => shellRoute, path: '/sprints', component: SprintsPage })
const newSprintRoute = createRoute({ getParentRoute: () => shellRoute, path: '/sprints/new', component: NewSprintPage })
const sprintRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sprints/$sprintId',
  validateSearch: readSprintPlace,
  component: function OneSprint() {
    const { sprintId } = sprintRoute.useParams()
    return (
      <SprintPage
        key={sprintId}
        sprintId={sprintId}
        notFound={<NotFoundPage />}
        filingDialog={(sprint, onClose) => <FilingDialog sprint={sprint} onClose={onClose} />}
        shareDialog={({ id, title }, onClose) => (
          <ShareLinksDialog target={{ kind: 'sprint', id, title }} onClose={onClose} />
        )}
      />
    )
  },
})
const sprintLogRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sprints/$sprintId/log',
  component: function SprintLog() {
    const { sprintId } = sprintLogRoute.useParams()
    return <LogPage key={sprintId} sprintId={sprintId} />
  },
})
const evidenceRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/evidence/$trace',
  component: function Evidence() {
    const { trace } = evidenceRoute.useParams()
    return <ChainPage key={trace} trace={trace} />
  },
})
const trialsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/trials',
  validateSearch: (search: Record<string, unknown>): { status?: TrialStatus; sprint?: string } => ({
    ...(isTrialStatus(search.status) ? { status: search.status } : {}),
    ...(isUuid(search.sprint) ? { sprint: search.sprint } : {}),
  }),
  component: function Trials() {
    const { status, sprint } = trialsRoute.useSearch()
    const navigate = trialsRoute.useNavigate()
    return (
      <TrialsPage
        filter={{ ...(status && { status }), ...(sprint && { sprint }) }}
        onFilter={(search) => void navigate({ search, replace: true, resetScroll: false })}
      />
    )
  },
})
const trialRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/trials/$boardId/$shape',
  component: function Trial() {
    const { boardId, shape } = trialRoute.useParams()
    return <TrialPage key={`${boardId} ${shape}`} boardId={boardId} shape={`shape:${shape}`} />
  },
})

/** Pages of sprints, and of what they bring with them. */
export const sprintRoutes = [
  sprintsRoute,
  newSprintRoute,
  sprintRoute,
  sprintLogRoute,
  evidenceRoute,
  trialsRoute,
  trialRoute,
] as const
