import type { RouteDoc } from './openapi.ts'

const JSON_TYPE = /^application\/json\s*(;|$)/i

/** What matches the paths that a route's own path stands for. */
const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:[A-Za-z]+/g, '[^/]+')}$`)

/**
 * Says whether a request may carry a body of this type: JSON everywhere, and another one on the routes whose
 * description names it. A page of another site can send neither without asking first.
 * @throws for a type in a description that any page could send
 */
export function createBodyTypes(docs: readonly RouteDoc[]): (method: string, path: string, type: string) => boolean {
  const others = docs.flatMap(({ method, path, request }) => {
    if (typeof request !== 'string') return []
    if (/^(text\/plain|multipart\/form-data|application\/x-www-form-urlencoded)/i.test(request)) {
      throw new Error(`${path}: any page could send ${request}`)
    }
    return [{ method: method.toUpperCase(), path: patternOf(path), type: request }]
  })
  return (method, path, type) =>
    JSON_TYPE.test(type) ||
    others.some((other) => other.method === method && other.type === type.toLowerCase() && other.path.test(path))
}

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(;|$)/i

/** A request that is a form of a page, by what any page could send as well: where it comes from must be asked apart. */
export type FormRequest = { method: string; path: string; type: string | undefined }

/** Says whether a request is a form for one of these routes. */
export function createFormPaths(paths: readonly string[]): (request: FormRequest) => boolean {
  const patterns = paths.map(patternOf)
  return ({ method, path, type }) =>
    method === 'POST' && type !== undefined && FORM_TYPE.test(type) && patterns.some((pattern) => pattern.test(path))
}
