import { type EvidenceStep, isEvidenceStep } from '@samtavle/shared/evidence-step'
import { isUuid } from '@samtavle/shared/ids'
import { isTrialStatus, type TrialStatus } from '@samtavle/shared/trial-card'
import { createRoute } from '@tanstack/react-router'
import { ChainPage } from '../features/evidence/chain-page.tsx'
import { SprintEvidencePage } from '../features/evidence/sprint-evidence-page.tsx'
import { FilingDialog } from '../features/filing/filing-dialog.tsx'
import { ShareLinksDialog } from '../features/sharing/share-links-dialog.tsx'
import { SprintSnapshots } from '../features/snapshots/sprint-snapshots.tsx'
import { LogPage } from '../features/sprints/log/log-page.tsx'
import { LoopPage } from '../features/sprints/loops/loop-page.tsx'
import { NewSprintPage } from '../features/sprints/new-sprint-page.tsx'
import { SprintsPage } from '../features/sprints/sprints-page.tsx'
import { SprintPage } from '../features/sprints/week/sprint-page.tsx'
import { readSprintPlace } from '../features/sprints/week/sprint-place.ts'
import { TrialPage } from '../features/trials/trial-page.tsx'
import { TrialsPage } from '../features/trials/trials-page.tsx'
import { NotFoundPage } from '../shell/failure-page.tsx'
import { shellRoute } from './parent-routes.tsx'

const sprintsRoute = createRoute({ getParentRoute: () => shellRoute, path: '/sprints', component: SprintsPage })
const newSprintRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sprints/new',
  validateSearch: (search: Record<string, unknown>): { follows?: string } =>
    isUuid(search.follows) ? { follows: search.follows } : {},
  component: function NewSprint() {
    const { follows } = newSprintRoute.useSearch()
    return <NewSprintPage follows={follows} />
  },
})
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
        snapshots={(days) => <SprintSnapshots sprintId={sprintId} {...days} />}
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
const loopRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sprints/$sprintId/loops/$loopId',
  component: function OneLoop() {
    const { sprintId, loopId } = loopRoute.useParams()
    return <LoopPage key={loopId} sprintId={sprintId} loopId={loopId} notFound={<NotFoundPage />} />
  },
})
const sprintEvidenceRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sprints/$sprintId/evidence',
  validateSearch: (search: Record<string, unknown>): { step?: EvidenceStep } =>
    isEvidenceStep(search.step) ? { step: search.step } : {},
  component: function SprintEvidence() {
    const { sprintId } = sprintEvidenceRoute.useParams()
    const { step } = sprintEvidenceRoute.useSearch()
    const navigate = sprintEvidenceRoute.useNavigate()
    return (
      <SprintEvidencePage
        key={sprintId}
        sprintId={sprintId}
        step={step}
        onStep={(next) =>
          void navigate({ search: next === undefined ? {} : { step: next }, replace: true, resetScroll: false })
        }
        notFound={<NotFoundPage />}
      />
    )
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
  loopRoute,
  sprintEvidenceRoute,
  evidenceRoute,
  trialsRoute,
  trialRoute,
] as const
