import type { Me } from '@samtavle/shared/api'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { meQuery } from '../../queries.ts'
import { safeReturnPath } from '../../return-path.ts'

/** After a cookie was given: remembers who that is, and goes on to the page that was asked for. */
export function useSignedIn(): (me: Me, next?: string) => void {
  const queryClient = useQueryClient()
  const router = useRouter()
  return (me, next) => {
    queryClient.setQueryData(meQuery.queryKey, me)
    const path = safeReturnPath(next)
    // The page of a snapshot is the server's, not this app's.
    if (path.startsWith('/s/')) window.location.assign(path)
    else router.history.push(path)
  }
}
