import type { SprintPlace } from '@samtavle/shared/access'
import type { Locale } from '@samtavle/shared/locale'
import type { HideNames } from '@samtavle/shared/snapshot-names'
import type { Decision, LogLine, PurposeVersion, SprintLog } from '@samtavle/shared/sprint-log-api'

type Unnamed<Row> = Omit<Row, 'byName' | 'byRole'> & { byRole: SprintPlace | '' }

/** A sprint's log, purpose and decisions as they are filed: roles, and no names. */
export type FiledLog = {
  locale: Locale
  sprint: string
  purposes: Unnamed<PurposeVersion>[]
  lines: Unnamed<LogLine>[]
  decisions: Unnamed<Decision>[]
}

const PLACES: readonly string[] = [
  'facilitator',
  'member',
  'sparring',
  'observer',
  'commissioner',
] satisfies SprintPlace[]
const isPlace = (role: string): role is SprintPlace => PLACES.includes(role)

/** Leaves out who wrote, and puts roles where names are written. */
export function filedLog(log: SprintLog, locale: Locale, hide: HideNames): FiledLog {
  const unnamed = <Row extends { byName: string; byRole: string }>({ byName: _, byRole, ...row }: Row) => {
    const texts = Object.entries(row).map(([key, value]) => [key, typeof value === 'string' ? hide(value) : value])
    return { ...(Object.fromEntries(texts) as typeof row), byRole: isPlace(byRole) ? byRole : ('' as const) }
  }
  return {
    ...{ locale, sprint: hide(log.sprint.title) },
    purposes: log.purposes.map(unnamed),
    lines: log.lines.map(unnamed),
    decisions: log.decisions.map(unnamed),
  }
}
