import { randomUUID } from 'node:crypto'
import type { OrganisationRole } from '@samtavle/shared/access'
import type { Sql } from 'postgres'
import type { Identity } from '../src/http/app-env.ts'

const ROLES = {
  owner: 'designer',
  editor: 'member',
  viewer: 'member',
  colleague: 'member',
  stranger: 'designer',
  administrator: 'admin',
  manager: 'manager',
} as const satisfies Record<string, OrganisationRole>

/** Seven people of different roles, named after what tests make of them. */
export type TestPeople = Readonly<Record<keyof typeof ROLES, Identity>>

/** Accounts for all of them, each signed in. */
export async function createTestPeople(sql: Sql): Promise<TestPeople> {
  const people: [string, Identity][] = []
  for (const [name, role] of Object.entries(ROLES)) people.push([name, await createAccount(sql, name, role)])
  return Object.fromEntries(people) as TestPeople
}

async function createAccount(sql: Sql, name: string, role: OrganisationRole): Promise<Identity> {
  const userId = randomUUID()
  const person = { userId, email: `${userId}@kommune.example`, name, colour: 3, locale: 'da' as const, role }
  await sql`INSERT INTO app_user (id, email, password_hash, name, colour, locale, role)
    VALUES (${userId}, ${person.email}, 'none', ${name}, ${person.colour}, ${person.locale}, ${role})`
  return { ...person, sessionHash: 'none' }
}
