import { Link, useLocation } from '@tanstack/react-router'
import { Menu as MenuIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Mark } from '../ui/mark.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { SkipLink } from '../ui/skip-link.tsx'
import styles from './app-shell.module.css'
import { ProfileMenu } from './profile-menu.tsx'

/** The page of one sprint, not the one that makes a new one. */
const SPRINT_PAGE = /^\/sprints\/(?!new\/?$)[^/]+\/?$/

/** Skip link, bar with navigation and profile, and the main landmark, around every page but the board. */
export function AppShell({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const me = useMe()
  const onHero = useLocation({ select: ({ pathname }) => pathname === '/' || SPRINT_PAGE.test(pathname) })
  const links = [
    { to: '/', label: t('navToday') },
    { to: '/sprints', label: t('navSprints') },
    { to: '/boards', label: t('navBoards') },
    { to: '/trials', label: t('navTrials') },
    { to: '/templates', label: t('navTemplates') },
    ...(me.may.invite.length > 0 ? [{ to: '/people', label: t('navPeople') }] : []),
  ]
  return (
    <>
      <SkipLink target="main">{t('skipToContent')}</SkipLink>
      <header className={classNames(styles.bar, onHero && styles.onHero)} data-surface={onHero ? 'hero' : undefined}>
        <div className={styles.inner}>
          <Link to="/" className={styles.brand}>
            <Mark />
            {t('appName')}
          </Link>
          <nav className={styles.nav} aria-label={t('mainNavigation')}>
            {links.map((link) => (
              <Link key={link.to} to={link.to} activeOptions={{ exact: link.to === '/' }} className={styles.link}>
                {link.label}
              </Link>
            ))}
          </nav>
          <div className={styles.end}>
            <div className={styles.phoneMenu}>
              <Menu
                trigger={
                  <Button variant="quiet" className={styles.menuButton} icon={<MenuIcon size={20} aria-hidden />}>
                    {t('menu')}
                  </Button>
                }
              >
                {links.map((link) => (
                  <MenuItem key={link.to} asChild>
                    <Link to={link.to} activeOptions={{ exact: link.to === '/' }}>
                      {link.label}
                    </Link>
                  </MenuItem>
                ))}
              </Menu>
            </div>
            <ProfileMenu me={me} onHero={onHero} />
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </>
  )
}
