import { PRESENCE_COLOURS } from '@samtavle/shared/presence-colour'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { RadioGroup } from 'radix-ui'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api-client.ts'
import { showLocale, shownLocale } from '../../i18n/i18n.ts'
import { LANGUAGES } from '../../i18n/languages.ts'
import { useFailureText } from '../../i18n/use-failure-text.ts'
import { meQuery, useMe } from '../../queries.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Select, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { chooseTheme, storedTheme, type ThemeChoice } from '../../ui/theme.ts'
import { useToast } from '../../ui/toast.tsx'
import { checkName, NAME_MAX, PASSWORD_LENGTH } from './account-checks.ts'
import { ChangePassword } from './change-password.tsx'
import form from './form.module.css'
import { KeepBoards } from './keep-boards.tsx'
import styles from './profile-page.module.css'

export function ProfilePage({ onSignOut }: { onSignOut: () => void }) {
  const { t } = useTranslation(['accounts', 'common'])
  const me = useMe()
  return (
    <Page title={t('profileTitle')} intro={t('profileIntro')} narrow>
      <AboutYou />
      <ThisDevice />
      <ChangePassword />
      <section className={styles.section}>
        <p className={styles.text}>{t('signedInAs', { email: me.email, role: t(`common:role_${me.role}`) })}</p>
        <Button className={styles.start ?? ''} onClick={onSignOut}>
          {t('common:signOut')}
        </Button>
      </section>
      <section className={styles.section}>
        <h2>{t('about')}</h2>
        <p className={styles.text}>{t('licences')}</p>
        <ul className={styles.licences}>
          <li>
            <a href="/licenses/schibsted-grotesk-OFL.txt">Schibsted Grotesk</a>
          </li>
          <li>
            <a href="/licenses/source-serif-4-OFL.txt">Source Serif 4</a>
          </li>
          <li>
            <a href="/licenses/tldraw-LICENSE.md">tldraw</a>
          </li>
        </ul>
      </section>
    </Page>
  )
}

function AboutYou() {
  const { t, i18n } = useTranslation(['accounts', 'common'])
  const me = useMe()
  const toast = useToast()
  const failureText = useFailureText()
  const queryClient = useQueryClient()
  const [name, setName] = useState(me.name)
  const [colour, setColour] = useState(me.colour)
  const [locale, setLocale] = useState(me.locale)
  const problem = checkName(name)

  const save = useMutation({
    mutationFn: () => api.updateMe({ name: name.trim(), colour, locale }),
    onSuccess: async (saved) => {
      queryClient.setQueryData(meQuery.queryKey, saved)
      await showLocale(saved.locale)
      void queryClient.invalidateQueries({ queryKey: ['people'] })
      toast.show({ text: i18n.t('profileSaved', { ns: 'accounts' }) })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (problem === undefined) save.mutate()
  }
  return (
    <section className={styles.section}>
      <h2>{t('aboutYou')}</h2>
      <form className={form.form} onSubmit={submit} noValidate>
        {save.isError && <Notice tone="error">{failureText(save.error)}</Notice>}
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          name="name"
          autoComplete="name"
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={problem && t(problem, { ...PASSWORD_LENGTH, max: NAME_MAX })}
        />
        <div className={styles.colourField}>
          <span id="colour-label" className={styles.label}>
            {t('colour')}
          </span>
          <div className={styles.colourRow}>
            <Avatar name={name} colour={colour} size="lg" />
            <RadioGroup.Root
              className={styles.colours}
              aria-labelledby="colour-label"
              aria-describedby="colour-hint"
              value={String(colour)}
              onValueChange={(value) => setColour(Number(value))}
            >
              {PRESENCE_COLOURS.map((number) => (
                <RadioGroup.Item key={number} value={String(number)} className={styles.colour}>
                  <span
                    aria-hidden
                    className={styles.swatch}
                    style={{ backgroundColor: `var(--presence-${number})` }}
                  />
                  {t(`colour_${number}`)}
                </RadioGroup.Item>
              ))}
            </RadioGroup.Root>
          </div>
          <p id="colour-hint" className={styles.hint}>
            {t('colourHint')}
          </p>
        </div>
        <Select
          label={t('language')}
          value={locale}
          onChange={(next) => setLocale(shownLocale(next))}
          options={LANGUAGES}
        />
        <Button
          type="submit"
          variant="primary"
          className={styles.start ?? ''}
          busy={save.isPending}
          busyLabel={t('common:saving')}
        >
          {t('common:save')}
        </Button>
      </form>
    </section>
  )
}

function ThisDevice() {
  const { t } = useTranslation(['accounts', 'common'])
  const [theme, setTheme] = useState(storedTheme)
  const choose = (choice: ThemeChoice) => {
    chooseTheme(choice)
    setTheme(choice)
  }
  return (
    <section className={styles.section}>
      <h2>{t('onThisDevice')}</h2>
      <div className={styles.colourField}>
        <span className={styles.label}>{t('common:theme')}</span>
        <Segmented
          label={t('common:theme')}
          value={theme}
          onChange={choose}
          options={[
            { value: 'system', label: t('common:themeSystem') },
            { value: 'light', label: t('common:themeLight') },
            { value: 'dark', label: t('common:themeDark') },
          ]}
        />
        <p className={styles.hint}>{t('themeHint')}</p>
      </div>
      <KeepBoards />
    </section>
  )
}
