import { useEffect, useRef } from 'react'

/** Names the page in the browser's tab and history. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === 'Samtavle' ? title : `${title} · Samtavle`
  }, [title])
}

let pagesShown = 0

/**
 * The page's one h1. It takes the focus when the page was reached from another page of the app, so that the keyboard
 * goes on from there and readers of the screen hear where they are. On the first page the browser does that itself.
 */
export function PageHeading({
  title,
  tab = title,
  className,
}: {
  title: string
  /** What the browser's tab says, when it is not the heading. */
  tab?: string
  className?: string | undefined
}) {
  usePageTitle(tab)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    pagesShown += 1
    if (pagesShown > 1) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {title}
    </h1>
  )
}
