import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  type ErrorComponentProps,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { ApiError } from '../api-client.ts'
import { showLocale } from '../i18n/i18n.ts'
import { safeReturnPath } from '../return-path.ts'
import { AppShell } from '../shell/app-shell.tsx'
import { BarePage } from '../shell/bare-page.tsx'
import { FailurePage, NotFoundPage } from '../shell/failure-page.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { whoIsHere } from '../who-is-here.ts'

/** Did this fail because nobody is signed in? */
export const isSignedOut = (failure: unknown) => failure instanceof ApiError && failure.code === 'unauthenticated'

/** What routes outside the app's bar show while waiting, when broken and when lost: with a landmark of their own. */
export const bare = {
  pendingComponent: () => (
    <BarePage>
      <Spinner />
    </BarePage>
  ),
  notFoundComponent: () => (
    <BarePage>
      <NotFoundPage />
    </BarePage>
  ),
  errorComponent: ({ error, reset }: ErrorComponentProps) => (
    <BarePage>
      <FailurePage error={error} reset={reset} />
    </BarePage>
  ),
}

/** Above every page. */
export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  ...bare,
})

/** Everything below needs to know who one is, and speaks that person's language. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    try {
      const me = await whoIsHere(context.queryClient)
      await showLocale(me.locale)
    } catch (failure) {
      if (!isSignedOut(failure)) throw failure
      const next = safeReturnPath(location.href)
      throw redirect({ to: '/sign-in', search: next === '/' ? {} : { next } })
    }
  },
  component: Outlet,
  ...bare,
})

/** Pages with the app's bar. */
export const shellRoute = createRoute({
  getParentRoute: () => signedInRoute,
  id: 'shell',
  component: () => (
    <AppShell>
      <Outlet />
    </AppShell>
  ),
})
