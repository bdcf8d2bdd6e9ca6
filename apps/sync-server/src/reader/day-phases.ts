import type { Locale } from '@samtavle/shared/locale'
import type { SnapshotDay } from '@samtavle/shared/snapshot-content'
import { PROCESS_MODELS } from '@samtavle/templates/process-models'

/** What the phases of a day are called: as the snapshot says, or in older ones as the first process model does. */
export function phaseWordsOf(day: SnapshotDay, locale: Locale): string[] {
  const [model] = PROCESS_MODELS
  const words = day.phaseWords ?? day.phases.map((phase) => model?.phases[phase].word[locale] ?? phase)
  return [...new Set(words)]
}
