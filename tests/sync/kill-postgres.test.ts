import { inject, test } from 'vitest'
import { expectKillsLoseNothing, killRoundsTimeout } from '../support/kill-rounds.ts'
import { servicesRequired } from '../support/test-database.ts'

const hasPostgres = inject('databases').postgres !== null
if (!hasPostgres && !servicesRequired) console.warn('SKIPPED: kill -9 on PostgreSQL, which is not installed')

test.runIf(hasPostgres || servicesRequired)(
  'F1: kill -9 of the server and of all clients loses nothing that was seen or acknowledged; W8: nor does kill -9 of the server alone (postgres)',
  { timeout: killRoundsTimeout('postgres') },
  () => expectKillsLoseNothing('postgres'),
)
