import * as Y from 'yjs'
import type { ClientClaim } from './doc-store.ts'
import type { DecodedUpdate } from './update-guard.ts'

/**
 * Whose the client ids of a board are: theirs who wrote with one first. One that the document has and that nobody
 * claimed – of the server's own edits, and from before there were claims – is nobody's for good.
 */
export class ClientClaims {
  readonly #owners = new Map<number, string>()
  readonly #announcedBy: (clientId: number) => string | undefined
  readonly #onClaim: (claim: ClientClaim) => void

  /**
   * @param announcedBy the person at a socket that says it writes with this client id
   * @param onClaim is told of every claim that is new
   */
  constructor(
    stored: readonly ClientClaim[] = [],
    announcedBy: (clientId: number) => string | undefined = () => undefined,
    onClaim: (claim: ClientClaim) => void = () => {},
  ) {
    for (const { clientId, principal } of stored) this.#owners.set(clientId, principal)
    this.#announcedBy = announcedBy
    this.#onClaim = onClaim
  }

  get all(): ClientClaim[] {
    return [...this.#owners].map(([clientId, principal]) => ({ clientId, principal }))
  }

  ownerOf(clientId: number): string | undefined {
    return this.#owners.get(clientId)
  }

  /** The client ids of one person. */
  clientsOf(principal: string): number[] {
    return this.all.filter((claim) => claim.principal === principal).map(({ clientId }) => clientId)
  }

  /** Is a client id this person's, or may it become theirs? Not while somebody else is here who writes with it. */
  isOpenTo(principal: string, doc: Y.Doc, clientId: number): boolean {
    const owner = this.#owners.get(clientId)
    if (owner !== undefined) return owner === principal
    return !doc.store.clients.has(clientId) && (this.#announcedBy(clientId) ?? principal) === principal
  }

  /** The client ids that an update uses first are its sender's from here on. Undefined when there are none. */
  claim(principal: string, doc: Y.Doc, { structs }: DecodedUpdate): ClientClaim[] | undefined {
    let claims: ClientClaim[] | undefined
    let last: number | undefined
    for (const { id } of structs) {
      if (id.client === last) continue
      last = id.client
      if (this.#owners.has(last) || doc.store.clients.has(last)) continue
      const claim = { clientId: last, principal }
      this.#owners.set(last, principal)
      claims ??= []
      claims.push(claim)
      this.#onClaim(claim)
    }
    return claims
  }
}

/** May a person write all structs of an update that the document does not hold, by whose their client ids are? */
export function isWrittenBy(principal: string, doc: Y.Doc, claims: ClientClaims, { structs }: DecodedUpdate): boolean {
  let last: number | undefined
  for (const { id, length } of structs) {
    if (id.client === last || id.clock + length <= Y.getState(doc.store, id.client)) continue
    last = id.client
    if (!claims.isOpenTo(principal, doc, last)) return false
  }
  return true
}
