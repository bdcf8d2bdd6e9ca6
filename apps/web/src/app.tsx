import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { createAppRouter } from './router.tsx'
import { ToastProvider } from './ui/toast.tsx'
import { TooltipProvider } from './ui/tooltip.tsx'
import { type UiText, UiTextProvider } from './ui/ui-text.tsx'

const { router, queryClient } = createAppRouter()

/** Everything that surrounds the pages. */
export function App() {
  const { t } = useTranslation()
  const text: UiText = {
    close: t('close'),
    cancel: t('cancel'),
    showPassword: t('showPassword'),
    hidePassword: t('hidePassword'),
    optional: t('optional'),
    error: t('error'),
    loading: t('loading'),
  }
  return (
    <QueryClientProvider client={queryClient}>
      <UiTextProvider text={text}>
        <TooltipProvider>
          <ToastProvider>
            <RouterProvider router={router} />
          </ToastProvider>
        </TooltipProvider>
      </UiTextProvider>
    </QueryClientProvider>
  )
}
