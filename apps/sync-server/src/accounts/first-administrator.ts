import { randomInt, randomUUID } from 'node:crypto'
import type { Config } from '../config.ts'
import type { AccountStore } from './account-store.ts'
import type { Passwords } from './password.ts'
import { createSecret, hashSecret } from './secret.ts'

/** One of the eight presence colours. */
export const anyColour = (): number => randomInt(1, 9)

/**
 * Sees to it that the installation can get its first administrator: the one that the environment names is created,
 * else the secret of a new set-up link is returned. Null when there is an administrator. A secret of an earlier start
 * is worth nothing from now on.
 */
export async function prepareFirstAdministrator(deps: {
  admin: Config['admin']
  accounts: AccountStore
  passwords: Passwords
}): Promise<string | null> {
  const { admin, accounts, passwords } = deps
  if (await accounts.hasAdministrator()) return null
  if (admin === undefined) {
    const secret = createSecret()
    await accounts.setSetupSecret(hashSecret(secret))
    return secret
  }
  await accounts.createFromEnvironment({
    userId: randomUUID(),
    email: admin.email,
    passwordHash: await passwords.hash(admin.password),
    // Shown to colleagues until the person changes it.
    name: 'Administrator',
    colour: anyColour(),
    locale: 'da',
  })
  await accounts.setSetupSecret(null)
  return null
}
