import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../i18n/i18n.ts'
import type { BoardFind } from './board-find.ts'

/** Who comes from a search across boards lands on what was found. Once: later one goes where one likes. */
export function useFindFromAddress(find: BoardFind | null): void {
  // Guests come to a board by an address that asks for no words.
  const { find: words, at } = useSearch({ strict: false })
  const { i18n } = useTranslation()
  const locale = shownLocale(i18n.language)
  const gone = useRef('')
  useEffect(() => {
    const asked = JSON.stringify([words, at])
    if (find === null || words === undefined || words.trim() === '' || gone.current === asked) return
    gone.current = asked
    find.openAt(words, locale, at)
  }, [find, words, at, locale])
}
