import type { LinkRight } from '@samtavle/shared/link-rights'
import type { CreateShareLinkRequest, LinkKind, ShareLinks, Wall } from '@samtavle/shared/share-link-api'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../api-client.ts'

/** What is shared by link. */
export type LinkTarget = { kind: LinkKind; id: string; title: string }

const pathOf = ({ kind, id }: LinkTarget) => `/api/${kind}s/${encodeURIComponent(id)}/share-links`
const oneOf = (target: LinkTarget, link: string) => `${pathOf(target)}/${encodeURIComponent(link)}`

/** Share links over HTTP. Every function rejects with an `ApiError`. */
export const links = {
  create: (target: LinkTarget, body: CreateShareLinkRequest) =>
    request<{ id: string; link: string }>('POST', pathOf(target), body),
  setRight: (target: LinkTarget, link: string, right: LinkRight) =>
    request<unknown>('PATCH', oneOf(target, link), { right }),
  withdraw: (target: LinkTarget, link: string) => request<unknown>('DELETE', oneOf(target, link)),
  openWall: (target: LinkTarget, link: string) => request<Wall>('POST', `${oneOf(target, link)}/wall`),
}

/** The open links to something. Who comes by them changes what is said of them, so it is asked for again. */
export const linksQuery = (target: LinkTarget) =>
  queryOptions({
    queryKey: ['share-links', target.kind, target.id],
    queryFn: ({ signal }) => request<ShareLinks>('GET', pathOf(target), undefined, signal),
    refetchInterval: 5_000,
  })
