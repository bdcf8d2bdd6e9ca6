import type { RouteDoc } from './openapi.ts'

const JSON_TYPE = /^application\/json\s*(;|$)/i

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
    const pattern = path.replaceAll('.', '\\.').replaceAll(/:[A-Za-z]+/g, '[^/]+')
    return [{ method: method.toUpperCase(), path: new RegExp(`^${pattern}$`), type: request }]
  })
  return (method, path, type) =>
    JSON_TYPE.test(type) ||
    others.some((other) => other.method === method && other.type === type.toLowerCase() && other.path.test(path))
}
