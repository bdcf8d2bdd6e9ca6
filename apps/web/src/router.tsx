import { createRoute, createRouter, lazyRouteComponent, notFound } from '@tanstack/react-router'
import { fetchAhead } from './board/board-over-http.ts'
import { InvitePage } from './features/accounts/invite-page.tsx'
import { ProfilePage } from './features/accounts/profile-page.tsx'
import { SetupPage } from './features/accounts/setup-page.tsx'
import { SignInPage } from './features/accounts/sign-in-page.tsx'
import { BoardsPage } from './features/boards/boards-page.tsx'
import { HomePage } from './features/boards/home-page.tsx'
import { ProcessModelPage } from './features/organisation/process-model-page.tsx'
import { PeoplePage } from './features/people/people-page.tsx'
import { ShareDialog } from './features/sharing/share-dialog.tsx'
import { SnapshotsWaiting } from './features/snapshots/snapshots-waiting.tsx'
import { LoopReminders } from './features/sprints/loops/loop-reminders.tsx'
import { SprintAheadHero, SprintHero, useSprintAhead, useSprintToday } from './features/sprints/sprint-hero.tsx'
import { YourSprints } from './features/sprints/your-sprints.tsx'
import { readTemplateFilter } from './features/templates/template-filter.ts'
import { TemplatePage } from './features/templates/template-page.tsx'
import { TemplatesPage } from './features/templates/templates-page.tsx'
import { guestHere } from './guest.ts'
import { mayInOrganisation } from './organisation-rights.ts'
import { createQueryClient, meQuery, templatesQuery } from './queries.ts'
import { safeReturnPath } from './return-path.ts'
import { guestRoutes } from './routes/guest-routes.tsx'
import { bare, isSignedOut, rootRoute, shellRoute, signedInRoute } from './routes/parent-routes.tsx'
import { snapshotRoute } from './routes/snapshot-routes.tsx'
import { sprintRoutes } from './routes/sprint-routes.tsx'
import { FailurePage, NotFoundPage } from './shell/failure-page.tsx'
import { useSignOut } from './shell/use-sign-out.tsx'
import { Spinner } from './ui/spinner.tsx'
import { liesHere } from './who-is-here.ts'

/** Letters of an address that words to be searched for may have. */
const LONGEST_SEARCH = 200

type SignInSearch = { next?: string; ended?: true }

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): SignInSearch => ({
    ...(typeof search.next === 'string' ? { next: search.next } : {}),
    ...(search.ended === true ? { ended: true } : {}),
  }),
  component: function SignIn() {
    const { next, ended } = signInRoute.useSearch()
    return <SignInPage next={next} ended={ended === true} />
  },
})
const setupRoute = createRoute({ getParentRoute: () => rootRoute, path: '/setup', component: SetupPage })
const inviteRoute = createRoute({ getParentRoute: () => rootRoute, path: '/invite', component: InvitePage })

const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  component: function Home() {
    const today = useSprintToday()
    const ahead = useSprintAhead()
    return (
      <HomePage
        sprintHero={today && ((day) => <SprintHero day={day} sprint={today} />)}
        aheadHero={ahead && ((day) => <SprintAheadHero day={day} sprint={ahead} />)}
        reminders={<LoopReminders />}
        sprints={
          <>
            <SnapshotsWaiting />
            <YourSprints />
          </>
        }
      />
    )
  },
})

const boardsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/boards',
  validateSearch: (search: Record<string, unknown>): { show?: 'archived' | 'deleted'; q?: string } => ({
    ...(search.show === 'archived' || search.show === 'deleted' ? { show: search.show } : {}),
    ...(typeof search.q === 'string' ? { q: search.q.slice(0, LONGEST_SEARCH) } : {}),
  }),
  component: function Boards() {
    const { show = 'active', q } = boardsRoute.useSearch()
    const navigate = boardsRoute.useNavigate()
    return (
      <BoardsPage
        show={show}
        words={q}
        onShowChange={(next) => void navigate({ search: next === 'active' ? {} : { show: next }, replace: true })}
        shareDialog={(board, onClose) => <ShareDialog board={board} open onOpenChange={(open) => !open && onClose()} />}
      />
    )
  },
})
const templatesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/templates',
  validateSearch: readTemplateFilter,
  component: function Templates() {
    // The router leaves what it does not know beside what was read.
    const filter = readTemplateFilter(templatesRoute.useSearch())
    const navigate = templatesRoute.useNavigate()
    return (
      <TemplatesPage
        filter={filter}
        onFilter={(search, step) => void navigate({ search, replace: step === 'typing', resetScroll: false })}
      />
    )
  },
})
const templateRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/templates/$templateId',
  loader: async ({ context, params }) => {
    const all = await context.queryClient.fetchQuery(templatesQuery)
    const template = all.find((candidate) => candidate.id === params.templateId)
    if (template === undefined) throw notFound()
    return { template, all }
  },
  component: function Template() {
    const { template, all } = templateRoute.useLoaderData()
    return <TemplatePage key={template.id} template={template} all={all} />
  },
})
const profileRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/profile',
  component: function Profile() {
    const { signOut, question } = useSignOut()
    return (
      <>
        {question}
        <ProfilePage onSignOut={signOut} />
      </>
    )
  },
})
const peopleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/people',
  beforeLoad: async ({ context }) => {
    const me = await context.queryClient.ensureQueryData(meQuery)
    if (me.may.invite.length === 0) throw notFound()
  },
  component: PeoplePage,
})

const processModelRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin/process-model',
  beforeLoad: async ({ context }) => {
    const me = await context.queryClient.ensureQueryData(meQuery)
    if (!mayInOrganisation(me, 'process-model.change')) throw notFound()
  },
  component: ProcessModelPage,
})

/** The board brings its own bar. Its code, with the whole editor, is fetched only here. */
const BoardPage = lazyRouteComponent(() => import('./board/board-page.tsx'), 'BoardPage')
const ComparePage = lazyRouteComponent(
  async () => (await import('./board/history/history-parts.ts')).historyParts,
  'ComparePage',
)
const boardRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/boards/$boardId',
  /** Words to be found on the board as soon as it is open, a shape of it, or the sections to begin in. */
  validateSearch: (search: Record<string, unknown>): { find?: string; at?: string; section?: string } => ({
    ...(typeof search.find === 'string' ? { find: search.find.slice(0, LONGEST_SEARCH) } : {}),
    ...(typeof search.at === 'string' ? { at: search.at.slice(0, LONGEST_SEARCH) } : {}),
    ...(typeof search.section === 'string' ? { section: search.section.slice(0, LONGEST_SEARCH) } : {}),
  }),
  loader: ({ params, context }) => {
    const me = context.queryClient.getQueryData(meQuery.queryKey)
    void fetchAhead(params.boardId, liesHere(me?.id, params.boardId))
    return BoardPage.preload?.()
  },
  ...bare,
  component: function Board() {
    const { boardId } = boardRoute.useParams()
    return <BoardPage key={boardId} boardId={boardId} />
  },
})

/** Two states of a board side by side; brings its own bar too. */
const compareRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/boards/$boardId/compare',
  validateSearch: (search: Record<string, unknown>): { from?: string; to?: string } => ({
    ...(typeof search.from === 'string' ? { from: search.from } : {}),
    ...(typeof search.to === 'string' ? { to: search.to } : {}),
  }),
  ...bare,
  component: function Compare() {
    return <ComparePage {...compareRoute.useParams()} {...compareRoute.useSearch()} />
  },
})

const routeTree = rootRoute.addChildren([
  signInRoute,
  setupRoute,
  inviteRoute,
  ...guestRoutes,
  signedInRoute.addChildren([
    shellRoute.addChildren([
      homeRoute,
      ...sprintRoutes,
      snapshotRoute,
      boardsRoute,
      templatesRoute,
      templateRoute,
      profileRoute,
      peopleRoute,
      processModelRoute,
    ]),
    boardRoute,
    compareRoute,
  ]),
])

/** The routes and the cache, tied: when a session turns out to be over, everybody lands on the sign-in page. */
export function createAppRouter() {
  const queryClient = createQueryClient((failure) => {
    const { pathname, href } = router.state.location
    // Without a person in the cache nobody was signed in, and the route itself has sent them to the door.
    if (guestHere() !== null || !isSignedOut(failure) || pathname === '/sign-in') return
    if (queryClient.getQueryData(meQuery.queryKey) === undefined) return
    const next = safeReturnPath(href)
    void router
      .navigate({ to: '/sign-in', search: { ...(next === '/' ? {} : { next }), ended: true } })
      .then(() => queryClient.clear())
  })
  const router = createRouter({
    routeTree,
    context: { queryClient },
    scrollRestoration: true,
    defaultPreload: false,
    defaultPendingMs: 400,
    defaultPendingComponent: () => <Spinner />,
    // An address that goes on behind a board's or a template's is no page, not that board with something ignored.
    notFoundMode: 'root',
    defaultNotFoundComponent: NotFoundPage,
    defaultErrorComponent: FailurePage,
  })
  return { router, queryClient }
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>['router']
  }
}
