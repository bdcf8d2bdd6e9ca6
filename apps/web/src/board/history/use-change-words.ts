import { useTranslation } from 'react-i18next'
import { type ChangeText, changeWords } from './change-words.ts'
import type { ShownChange } from './shown-changes.ts'

/** Changes in the page's language. */
export function useChangeWords(): (change: ShownChange) => ReturnType<typeof changeWords> {
  const { t } = useTranslation('history')
  // The keys are made of what a change is; the texts' test knows them all.
  return (change) => changeWords(change, t as unknown as ChangeText)
}
