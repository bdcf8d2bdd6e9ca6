import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureText } from './i18n/use-failure-text.ts'
import { Button } from './ui/button.tsx'
import { Notice } from './ui/notice.tsx'

type QueryFailureProps = {
  query: Pick<UseQueryResult, 'error' | 'isFetching' | 'refetch'>
  /** What could not be loaded, where that is not plain. */
  children?: ReactNode
}

/** Says that something could not be loaded and why, and tries again at a press. */
export function QueryFailure({ query, children }: QueryFailureProps) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  return (
    <Notice
      tone="error"
      action={
        <Button size="sm" busy={query.isFetching} onClick={() => void query.refetch()}>
          {t('retry')}
        </Button>
      }
    >
      {children} {failureText(query.error)}
    </Notice>
  )
}
