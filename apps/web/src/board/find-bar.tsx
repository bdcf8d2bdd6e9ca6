import { Link } from '@tanstack/react-router'
import { useValue } from '@tldraw/tldraw'
import { ArrowDown, ArrowUp, Search, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../i18n/i18n.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import { useOpenBoard } from './board-context.tsx'
import type { BoardFind } from './board-find.ts'
import styles from './find-bar.module.css'
import { goOnShortcut, isFindModifier, listenForFindKey, swallowKeyUp } from './find-key.ts'

/** So long after the last letter a board of thousands of notes is searched. */
const TYPING_MS = 120

/** The find bar while it is open; Ctrl-F opens it wherever the focus is. */
export function FindOnBoard() {
  const { find } = useOpenBoard()
  useEffect(() => (find ? listenForFindKey(() => find.open()) : undefined), [find])
  useEffect(() => () => find?.dispose(), [find])
  const open = useValue('find bar is open', () => find?.state.get().open === true, [find])
  return find && open ? <FindBar find={find} /> : null
}

function FindBar({ find }: { find: BoardFind }) {
  const { t, i18n } = useTranslation('board')
  const locale = shownLocale(i18n.language)
  const { asked, hits } = useValue(find.state)
  const [words, setWords] = useState(() => find.state.get().query)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const goToNote = useValue('hit is a note', () => find.isAtNote(), [find])

  // Whoever asks again gets the field again.
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [asked])

  useEffect(() => {
    if (words === find.state.get().query && locale === find.locale) return
    const timer = setTimeout(() => find.search(words, locale), TYPING_MS)
    return () => clearTimeout(timer)
  }, [find, words, locale])

  const step = (by: 1 | -1) => {
    // Enter may come before the pause after the last letter is over.
    if (words === find.state.get().query) find.step(by)
    else find.search(words, locale)
  }
  const goOn = () => {
    if (words !== find.state.get().query) find.search(words, locale)
    find.goOn()
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    // Letters and keys here are not tools and commands of the canvas.
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (!event.repeat && (event.key === 'Escape' || event.key === 'Enter')) swallowKeyUp(event.key)
    if (event.key === 'Escape') {
      event.preventDefault()
      find.close()
    } else if (event.key === 'Enter' && isFindModifier(event)) {
      event.preventDefault()
      goOn()
    } else if (event.key === 'Enter' && event.target === field.current) {
      event.preventDefault()
      step(event.shiftKey ? -1 : 1)
    }
  }
  const none = hits.length === 0
  return (
    <search className={styles.bar} aria-label={t('find')} data-find-bar onKeyDown={press}>
      <label htmlFor={id} className="visually-hidden">
        {t('find')}
      </label>
      <div className={styles.field}>
        <Search size={18} aria-hidden />
        <input
          ref={field}
          id={id}
          type="text"
          enterKeyHint="next"
          maxLength={200}
          placeholder={t('find')}
          value={words}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <FindCount find={find} />
      <FoundPlace find={find} />
      <div className={styles.steps}>
        <IconButton
          label={t('findPrevious')}
          icon={<ArrowUp size={20} aria-hidden />}
          aria-disabled={none}
          onClick={() => step(-1)}
        />
        <IconButton
          label={t('findNext')}
          icon={<ArrowDown size={20} aria-hidden />}
          aria-disabled={none}
          onClick={() => step(1)}
        />
      </div>
      <Tooltip text={goOnShortcut()}>
        <Button
          variant="quiet"
          className={styles.goOn}
          aria-disabled={none}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          onClick={goOn}
        >
          {t(goToNote ? 'findGoToNote' : 'findGoToPlace')}
        </Button>
      </Tooltip>
      <IconButton
        className={styles.close}
        label={t('findClose')}
        icon={<X size={20} aria-hidden />}
        onClick={() => find.close()}
      />
      {words.trim().length >= 2 && (
        <Link to="/boards" search={{ q: words.trim() }} className={styles.everywhere}>
          {t('findEverywhere', { words: words.trim() })}
        </Link>
      )}
    </search>
  )
}

/** »3 af 12«, or that there is nothing, in words; said when it changes. */
function FindCount({ find }: { find: BoardFind }) {
  const { t } = useTranslation('board')
  const { query, hits, place } = useValue(find.state)
  const count = hits.length
  const text = () => {
    if (query.trim() === '') return ''
    if (count === 0) return t('foundNothing')
    return place.id === undefined ? t('found', { count }) : t('findCount', { number: place.index + 1, count })
  }
  return (
    <p role="status" aria-live="polite" className={styles.count} data-none={count === 0}>
      {text()}
    </p>
  )
}

/** For ears: where the hit lies, such as »Smertepunkter · 4. Jeg får svar«. Eyes are led there. */
function FoundPlace({ find }: { find: BoardFind }) {
  const place = useValue('place of the hit', () => find.placeOfHit(), [find])
  return (
    <span aria-live="polite" className="visually-hidden">
      {place}
    </span>
  )
}
