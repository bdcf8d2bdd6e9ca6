import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api-client.ts'
import { useFailureText } from '../i18n/use-failure-text.ts'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'

/** Takes the deletion of one's own board back, on the page that tells of it. */
export function RestoreBoard({ boardId, onRestored }: { boardId: string; onRestored(): void }) {
  const { t } = useTranslation('boards')
  const toast = useToast()
  const queries = useQueryClient()
  const failureText = useFailureText()
  const [busy, setBusy] = useState(false)
  const restore = async () => {
    setBusy(true)
    try {
      await api.restoreBoard(boardId)
      await queries.invalidateQueries({ queryKey: ['boards'] })
      onRestored()
    } catch (failure) {
      toast.show({ text: failureText(failure), tone: 'error' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button variant="primary" busy={busy} onClick={() => void restore()}>
      {t('restore')}
    </Button>
  )
}
