import { createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { GuestSprintPage } from '../features/guests/guest-sprint-page.tsx'
import { guests } from '../features/guests/guests-client.ts'
import { JoinPage } from '../features/guests/join-page.tsx'
import { becomeGuest, endGuest } from '../guest.ts'
import { localeHere } from '../i18n/i18n.ts'
import { meQuery } from '../queries.ts'
import { bare, rootRoute } from './parent-routes.tsx'

const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/j',
  validateSearch: (search: Record<string, unknown>): { left?: true } => (search.left === true ? { left: true } : {}),
  component: function Join() {
    return <JoinPage left={joinRoute.useSearch().left === true} />
  },
})

/** Pages for those who came by a link. Whoever has no pass to the one they ask for is asked for a code. */
const guestRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/guest',
  onLeave: ({ context }) => {
    endGuest()
    context.queryClient.removeQueries({ queryKey: meQuery.queryKey })
  },
  component: Outlet,
  ...bare,
})

const BoardPage = lazyRouteComponent(() => import('../board/board-page.tsx'), 'BoardPage')
const guestBoardRoute = createRoute({
  getParentRoute: () => guestRoute,
  path: '/boards/$boardId',
  beforeLoad: async ({ context, params }) => {
    const pass = (await guests.passes()).find(({ kind, targetId }) => kind === 'board' && targetId === params.boardId)
    if (pass === undefined) throw redirect({ to: '/j' })
    context.queryClient.setQueryData(meQuery.queryKey, becomeGuest(pass, localeHere()))
  },
  loader: () => BoardPage.preload?.(),
  ...bare,
  component: function GuestBoard() {
    const { boardId } = guestBoardRoute.useParams()
    return <BoardPage key={boardId} boardId={boardId} />
  },
})

const guestSprintRoute = createRoute({
  getParentRoute: () => guestRoute,
  path: '/sprints/$sprintId',
  component: function GuestSprint() {
    const { sprintId } = guestSprintRoute.useParams()
    return <GuestSprintPage key={sprintId} sprintId={sprintId} />
  },
})

/** Coming in by a link, and what guests see then. */
export const guestRoutes = [joinRoute, guestRoute.addChildren([guestBoardRoute, guestSprintRoute])] as const
