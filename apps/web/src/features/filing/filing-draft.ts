import type { CreateFilingPackage, FilingCase } from '@samtavle/shared/filing-api'
import type { SnapshotSummary } from '@samtavle/shared/snapshot-api'

/** Most of what the server takes in one package. */
export const FILED_AT_ONCE = 40

/** What the form holds: the words as they are typed, and the ids that are ticked. */
export type FilingDraft = FilingCase & { documentDate: string; snapshots: readonly string[] }
export type FilingFault = 'caseNumber' | 'shortSubject' | 'documentDate' | 'none' | 'tooMany'

/** The day of the person who files, as a date field has it. */
function dayOf(now: Date): string {
  const pad = (value: number, length = 2) => String(value).padStart(length, '0')
  return `${pad(now.getFullYear(), 4)}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

/** What is offered: the case as it was said the last time, today, and the final snapshots. */
export function firstDraft(
  title: string,
  filed: { snapshots: readonly SnapshotSummary[]; case: FilingCase | null },
  now: Date,
): FilingDraft {
  const empty = { caseNumber: '', classificationCode: '', classificationName: '', responsible: '' }
  const finals = filed.snapshots.filter(({ final }) => final).map(({ id }) => id)
  return {
    ...(filed.case ?? { ...empty, shortSubject: title.slice(0, 120) }),
    documentDate: dayOf(now),
    snapshots: finals,
  }
}

export function filingFaults(draft: FilingDraft): Set<FilingFault> {
  const faults = new Set<FilingFault>()
  if (draft.caseNumber.trim() === '') faults.add('caseNumber')
  if (draft.shortSubject.trim() === '') faults.add('shortSubject')
  if (!/^\d{4}-\d\d-\d\d$/u.test(draft.documentDate)) faults.add('documentDate')
  if (draft.snapshots.length === 0) faults.add('none')
  if (draft.snapshots.length > FILED_AT_ONCE) faults.add('tooMany')
  return faults
}

/** As it is sent: words without spaces around them. */
export function filingRequest(draft: FilingDraft): CreateFilingPackage {
  return {
    caseNumber: draft.caseNumber.trim(),
    classificationCode: draft.classificationCode.trim(),
    classificationName: draft.classificationName.trim(),
    shortSubject: draft.shortSubject.trim(),
    responsible: draft.responsible.trim(),
    documentDate: draft.documentDate,
    snapshots: [...draft.snapshots],
  }
}
