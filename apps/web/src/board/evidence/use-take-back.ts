import type { BoardSummary } from '@samtavle/shared/api'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { useToast } from '../../ui/toast.tsx'
import { boardEvidenceQuery } from './evidence-query.ts'

/** The id of sending to one place: the same one for every try, so that a lost answer sends nothing twice. */
export function useAttempts(): (place: string) => string {
  const ids = useRef(new Map<string, string>())
  return (place) => {
    const id = ids.current.get(place) ?? crypto.randomUUID()
    ids.current.set(place, id)
    return id
  }
}

/** Takes back what was sent from this board, and says what stays. */
export function useTakeBack(board: Pick<BoardSummary, 'id'>): (sending: string) => void {
  const { t } = useTranslation(['sentNotes', 'common'])
  const toast = useToast()
  const failureText = useFailureText()
  const queries = useQueryClient()
  const takeBack = async (sending: string): Promise<void> => {
    try {
      const { takenBack, stays } = await api.takeBackSent(board.id, sending)
      const words = [
        takenBack > 0 ? t('takenBack', { count: takenBack }) : '',
        stays > 0 ? t('stays', { count: stays }) : '',
      ]
      toast.show({ text: words.filter(Boolean).join(' '), tone: stays > 0 ? 'info' : 'ok', stays: stays > 0 })
    } catch (failure) {
      const again = { label: t('common:retry'), onSelect: () => void takeBack(sending) }
      toast.show({ tone: 'error', text: `${t('notTakenBack')} ${failureText(failure)}`, action: again })
    }
    await queries.invalidateQueries({ queryKey: boardEvidenceQuery(board.id).queryKey })
  }
  return (sending) => void takeBack(sending)
}
