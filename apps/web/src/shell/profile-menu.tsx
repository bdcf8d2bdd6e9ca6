import type { Me } from '@samtavle/shared/api'
import { Link } from '@tanstack/react-router'
import { LogOut, Route, UserRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayInOrganisation } from '../organisation-rights.ts'
import { Avatar } from '../ui/avatar.tsx'
import { classNames } from '../ui/class-names.ts'
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../ui/menu.tsx'
import { chooseTheme, storedTheme, type ThemeChoice } from '../ui/theme.ts'
import styles from './profile-menu.module.css'
import { useSignOut } from './use-sign-out.tsx'

/** Profile, appearance and signing out, behind one's own avatar. */
export function ProfileMenu({ me, onHero }: { me: Me; onHero: boolean }) {
  const { t } = useTranslation()
  const [theme, setTheme] = useState(storedTheme)
  const { signOut, question } = useSignOut()
  const choose = (choice: ThemeChoice) => {
    chooseTheme(choice)
    setTheme(choice)
  }
  return (
    <>
      {question}
      <Menu
        trigger={
          <button type="button" className={classNames(styles.trigger, onHero && styles.onHero)}>
            <span className="visually-hidden">{t('profileMenu', { name: me.name })}</span>
            <Avatar name={me.name} colour={me.colour} onHero={onHero} />
          </button>
        }
      >
        <div className={styles.who}>
          <span className={styles.name}>{me.name}</span>
          <span className={styles.email}>{me.email}</span>
        </div>
        <MenuSeparator />
        <MenuItem asChild>
          <Link to="/profile">
            <UserRound size={20} aria-hidden />
            {t('profile')}
          </Link>
        </MenuItem>
        {mayInOrganisation(me, 'process-model.change') && (
          <MenuItem asChild>
            <Link to="/admin/process-model">
              <Route size={20} aria-hidden />
              {t('processModel')}
            </Link>
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuChoice
          label={t('theme')}
          value={theme}
          onChange={choose}
          options={[
            { value: 'system', label: t('themeSystem') },
            { value: 'light', label: t('themeLight') },
            { value: 'dark', label: t('themeDark') },
          ]}
        />
        <MenuSeparator />
        <MenuItem icon={<LogOut size={20} aria-hidden />} onSelect={signOut}>
          {t('signOut')}
        </MenuItem>
      </Menu>
    </>
  )
}
