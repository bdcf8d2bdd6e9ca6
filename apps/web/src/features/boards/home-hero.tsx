import type { BoardSummary } from '@samtavle/shared/api'
import { Link } from '@tanstack/react-router'
import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { shownLocale } from '../../i18n/i18n.ts'
import { useMoment } from '../../i18n/use-moment.ts'
import { useMe } from '../../queries.ts'
import { ButtonLook } from '../../ui/button.tsx'
import { Hero } from '../../ui/hero.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import { useShownTheme } from '../../ui/use-theme.ts'
import { isUntouched } from './board-order.ts'

type HomeHeroProps = {
  day: string
  /** The board last edited, null when there is none, undefined while that is not known. */
  latest: BoardSummary | null | undefined
}

/** Where one left off, as the first thing on the page. */
export function HomeHero({ day, latest }: HomeHeroProps) {
  const { t } = useTranslation()
  const { title, line } = useHeroWords(latest)
  return (
    <Hero
      day={day}
      title={title}
      tab={t('navToday')}
      {...(line === undefined ? {} : { line })}
      {...(latest === undefined
        ? {}
        : { buttons: <HeroButtons board={latest} />, picture: <HeroPicture board={latest} /> })}
    />
  )
}

function useHeroWords(latest: BoardSummary | null | undefined): { title: string; line?: string } {
  const { t } = useTranslation(['boards', 'common'])
  const me = useMe()
  const moment = useMoment()
  if (latest === undefined) return { title: t('common:navToday') }
  if (latest === null) {
    return me.may.createBoards
      ? { title: t('firstTitle'), line: t('firstText') }
      : { title: t('waitTitle'), line: t('waitText') }
  }
  const title = t('continueTitle', { title: latest.title })
  const { editedBy } = latest
  if (editedBy === null || isUntouched(latest))
    return { title, line: t('continueCreated', { when: moment(latest.createdAt) }) }
  const when = moment(latest.editedAt)
  if (editedBy.id === me.id) return { title, line: t('continueEditedByYou', { when }) }
  return { title, line: t('continueEdited', { when, who: editedBy.name }) }
}

function HeroButtons({ board }: { board: BoardSummary | null }) {
  const { t } = useTranslation('boards')
  const me = useMe()
  return (
    <>
      {board !== null && (
        <ButtonLook variant="hero" size="lg">
          <Link to="/boards/$boardId" params={{ boardId: board.id }}>
            {t('openBoard')}
            <ArrowRight size={20} aria-hidden />
          </Link>
        </ButtonLook>
      )}
      {me.may.createBoards && (
        <ButtonLook variant={board === null ? 'hero' : 'hero-outline'} size="lg">
          <Link to="/templates">{board === null ? t('chooseTemplate') : t('newBoard')}</Link>
        </ButtonLook>
      )}
    </>
  )
}

/** The board itself, or, before there is one, what a new one looks like. */
function HeroPicture({ board }: { board: BoardSummary | null }) {
  const { i18n } = useTranslation()
  const theme = useShownTheme()
  const src =
    board === null
      ? api.templatePreview('borgerrejse', { locale: shownLocale(i18n.language), theme, examples: true, short: false })
      : api.boardPreview(board.id, theme)
  return <Thumbnail src={src} shape="card" />
}
