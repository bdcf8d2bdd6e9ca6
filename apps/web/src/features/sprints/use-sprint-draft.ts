import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../../i18n/i18n.ts'
import { useMe } from '../../queries.ts'
import { emptyDraft, keptDraft, type SprintDraft } from './sprint-draft.ts'

/** Storage may be forbidden by the browser, or full; then a draft lasts as long as the page. */
function safely<Result>(use: () => Result): Result | null {
  try {
    return use()
  } catch {
    return null
  }
}

/**
 * The draft of a new sprint. It survives a reload and leaving the page, in this tab and for this person; `forget` when
 * the sprint has been made.
 * @param follows the earlier sprint that one comes from
 */
export function useSprintDraft(follows: string | undefined) {
  const { i18n } = useTranslation()
  const me = useMe()
  const key = `samtavle.new-sprint.${me.id}`
  const [empty] = useState(() => emptyDraft(shownLocale(i18n.language)))
  const [kept] = useState(() => safely(() => sessionStorage.getItem(key)))
  const [draft, setDraft] = useState<SprintDraft>(() => {
    const before = kept === null ? empty : keptDraft(kept, empty)
    return follows === undefined || follows === before.follows ? before : { ...before, follows, loops: {} }
  })
  const [restored, setRestored] = useState(kept !== null)
  useEffect(() => {
    if (draft !== empty) safely(() => sessionStorage.setItem(key, JSON.stringify(draft)))
  }, [key, draft, empty])
  return {
    draft,
    /** Did it come from before, and was it not put away since? */
    restored,
    change: (part: Partial<SprintDraft>) => setDraft((before) => ({ ...before, ...part })),
    forget: () => safely(() => sessionStorage.removeItem(key)),
    /** Everything blank again. */
    clear: () => {
      safely(() => sessionStorage.removeItem(key))
      setDraft(empty)
      setRestored(false)
    },
  }
}
