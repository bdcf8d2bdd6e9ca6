import type { BoardSummary } from '@samtavle/shared/api'
import { useTranslation } from 'react-i18next'
import { useBoardRights } from '../../board-rights.ts'
import { firstName } from '../../first-name.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { useMoment } from '../../i18n/use-moment.ts'
import { useMe } from '../../queries.ts'
import { useToast } from '../../ui/toast.tsx'
import type { SessionNews } from '../session-view.ts'
import { versionClient } from './version-client.ts'

type RestoredNews = Extract<SessionNews, { type: 'restored' | 'taken-back' }>

/** Tells that somebody went back to a version, with the way to take it back for who may. */
export function useRestoredNews(board: BoardSummary): (news: RestoredNews) => void {
  const { t } = useTranslation(['history', 'common'])
  const me = useMe()
  const may = useBoardRights(board)
  const moment = useMoment()
  const toast = useToast()
  const failureText = useFailureText()
  return (news) => {
    const name = firstName(news.by.name)
    const isMine = news.by.id === me.id
    if (news.type === 'taken-back') {
      toast.show({ text: isMine ? t('takenBackMine') : t('takenBackBy', { name }), tone: 'info' })
      return
    }
    const { version, before } = news
    const when = moment(version.createdAt)
    const what = version.name === null ? t('versionOf', { when }) : t('namedVersionOf', { name: version.name, when })
    const text = isMine ? t('restoredMine', { version: what }) : t('restoredBy', { name, version: what })
    if (before === null || !may('board.restore-version')) {
      toast.show({ text, tone: 'info' })
      return
    }
    const takeBack = async () => {
      try {
        await versionClient.takeBack(board.id, version.id, before)
      } catch (failure) {
        toast.show({ text: t('takeBackFailed', { reason: failureText(failure) }), tone: 'error' })
      }
    }
    // It stays: what it offers must not pass by somebody who is writing.
    const action = { label: t('common:undo'), onSelect: () => void takeBack() }
    toast.show({ text, tone: isMine ? 'ok' : 'info', stays: true, action })
  }
}
