import { test } from 'vitest'
import { expectKillsLoseNothing, killRoundsTimeout } from '../support/kill-rounds.ts'

test(
  'F1: kill -9 of the server and of all clients loses nothing that was seen or acknowledged; W8: nor does kill -9 of the server alone (pglite)',
  { timeout: killRoundsTimeout('pglite') },
  () => expectKillsLoseNothing('pglite'),
)
