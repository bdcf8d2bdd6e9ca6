import type { SnapshotAnswer } from '@samtavle/shared/snapshot-api'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chosenItem, type PreviewItem, placeItemButtons, previewItems } from './preview-items.ts'
import type { Draft } from './use-draft.ts'

/** Lets items be left out of a draft, and taken in again, where they stand in its preview. */
export function usePreviewItems(
  answer: Pick<SnapshotAnswer, 'content' | 'sections'>,
  draft: Draft,
): { onPage(page: Document): void; news: string } {
  const { t, i18n } = useTranslation('previewItems')
  const [page, setPage] = useState<Document | null>(null)
  const [news, setNews] = useState('')
  /** Of the item whose button has the focus, or had it when the page was replaced. */
  const focused = useRef<string | null>(null)
  const { choice, change } = draft
  const items = previewItems(answer.sections ?? [], answer.content.parts, choice.withoutShapes)
  const state = JSON.stringify([items, i18n.language])
  const named = (text: string) => (text === '' ? t('wordless') : text)
  const toggle = ({ id, isOut, text }: PreviewItem) => {
    const others = choice.withoutShapes.filter((other) => other !== id)
    change({ withoutShapes: isOut ? others : [...others, id] })
    setNews(t(isOut ? 'tookIn' : 'leftOut', { text: named(text) }))
  }
  const place = (shown: Document) => {
    const words = {
      leaveOut: t('leaveOut'),
      takeIn: t('takeIn'),
      leaveOutNamed: (text: string) => t('leaveOutNamed', { text: named(text) }),
      takeInNamed: (text: string) => t('takeInNamed', { text: named(text) }),
      out: t('out'),
    }
    const isHere = document.activeElement === shown.defaultView?.frameElement
    const buttons = placeItemButtons(shown, items, words, (item) => newest.current.toggle(item))
    // The button that was pressed is another one now.
    if (isHere && focused.current !== null) buttons.get(focused.current)?.focus({ preventScroll: true })
  }
  const newest = useRef({ toggle, place })
  useEffect(() => {
    newest.current = { toggle, place }
  })
  useEffect(() => {
    if (page !== null) newest.current.place(page)
  }, [page, state])
  const onPage = useCallback((shown: Document) => {
    shown.addEventListener('focusin', ({ target }) => {
      focused.current = chosenItem(target)
    })
    setPage(shown)
  }, [])
  return { onPage, news }
}
