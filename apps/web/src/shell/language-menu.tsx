import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { showLocale, shownLocale } from '../i18n/i18n.ts'
import { LANGUAGES } from '../i18n/languages.ts'
import { Button } from '../ui/button.tsx'
import { Menu, MenuChoice } from '../ui/menu.tsx'

/** The page's language before anybody is signed in; remembered on this device. */
export function LanguageMenu({ className }: { className?: string | undefined }) {
  const { t, i18n } = useTranslation()
  const locale = shownLocale(i18n.language)
  const name = LANGUAGES.find((language) => language.value === locale)?.label ?? ''
  return (
    <Menu
      trigger={
        <Button
          variant="quiet"
          size="sm"
          {...(className === undefined ? {} : { className })}
          aria-label={`${t('language')}: ${name}`}
          iconAfter={<ChevronDown size={16} aria-hidden />}
        >
          {name}
        </Button>
      }
    >
      <MenuChoice label={t('language')} value={locale} onChange={(next) => void showLocale(next)} options={LANGUAGES} />
    </Menu>
  )
}
