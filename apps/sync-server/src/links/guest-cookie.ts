import { createHash } from 'node:crypto'

/** What a token of ours looks like; anything else in the cookie is not worth asking the database about. */
const TOKEN = /^[A-Za-z0-9_-]{32}$/

/**
 * The cookie that holds a guest's session, beside the one of those who have an account.
 * @param https browsers reach the server by https, so the cookie is bound to it and to the host.
 */
export function createGuestCookie({ https }: { https: boolean }) {
  const name = https ? '__Host-samtavle-guest' : 'samtavle-guest'
  const attributes = `Path=/; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`
  return {
    name,
    /** The SHA-256 of the token that this `Cookie` header holds; undefined without one. */
    read(header: string | undefined): Buffer | undefined {
      for (const pair of header?.split(';') ?? []) {
        const [key = '', value = ''] = pair.trim().split('=')
        if (key === name && TOKEN.test(value)) return createHash('sha256').update(value).digest()
      }
      return undefined
    },
    /** The `Set-Cookie` header that hands the token over, for so many seconds. */
    write: (token: string, seconds: number): string => `${name}=${token}; Max-Age=${seconds}; ${attributes}`,
    /** The one that takes it away. */
    blank: `${name}=; Max-Age=0; ${attributes}`,
  }
}
