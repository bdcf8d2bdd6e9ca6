import { useTranslation } from 'react-i18next'
import { ApiError } from '../api-client.ts'

/** The words for a failure, in the page's language; anything unknown is told as a fault of the server. */
export function useFailureText(): (failure: unknown) => string {
  const { t } = useTranslation('errors')
  return (failure) => {
    if (!(failure instanceof ApiError)) return t('internal')
    if (failure.code === 'too_many_requests' && failure.retryAfter !== undefined) {
      return t('too_many_requests_minutes', { count: Math.max(1, Math.ceil(failure.retryAfter / 60)) })
    }
    return t(failure.code)
  }
}
