import { createHash, randomBytes } from 'node:crypto'

/** A secret for a link: 192 bits, safe in a URL's fragment. */
export function createSecret(): string {
  return randomBytes(24).toString('base64url')
}

/**
 * What the database keeps of a secret. Plain SHA-256 is enough for secrets of this length: there is nothing to guess
 * from, and looking one up stays one index access.
 */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
