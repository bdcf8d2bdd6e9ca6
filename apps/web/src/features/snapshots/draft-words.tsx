import { NOTE_ROLE_LOOK, NOTE_ROLES } from '@samtavle/shared/note-role'
import { SNAPSHOT_WORDS } from '@samtavle/shared/snapshot-limits'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../../i18n/i18n.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import styles from './snapshot-page.module.css'
import type { Draft } from './use-draft.ts'

/** What a draft says above its sections. */
export function DraftWords({ draft: { choice, change } }: { draft: Draft }) {
  const { t } = useTranslation('snapshots')
  const field = (key: 'title' | 'status' | 'question') => ({
    value: choice[key],
    maxLength: SNAPSHOT_WORDS[key],
    onChange: (event: { target: { value: string } }) => change({ [key]: event.target.value }),
  })
  return (
    <>
      <TextField
        label={t('name')}
        error={choice.title.trim() === '' ? t('nameMissing') : undefined}
        {...field('title')}
      />
      <TextArea label={t('status')} hint={t('statusHint')} optional rows={3} {...field('status')} />
      <TextArea label={t('question')} hint={t('questionHint')} optional rows={2} {...field('question')} />
    </>
  )
}

/** What a draft leaves out or takes along everywhere: kinds of notes, examples, pictures. */
export function DraftEverywhere({ draft: { choice, change } }: { draft: Draft }) {
  const { t, i18n } = useTranslation('snapshots')
  const locale = shownLocale(i18n.language)
  const { withoutRoles } = choice
  return (
    <>
      <Checkbox
        label={t('pictures')}
        hint={t('picturesHint')}
        checked={choice.withPictures}
        onChange={(withPictures) => change({ withPictures })}
      />
      <Checkbox
        label={t('examples')}
        hint={t('examplesHint')}
        checked={choice.withExamples}
        onChange={(withExamples) => change({ withExamples })}
      />
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('roles')}</legend>
        <p className={styles.quiet}>{t('rolesHint')}</p>
        <div className={styles.roles}>
          {NOTE_ROLES.map((role) => (
            <Checkbox
              key={role}
              label={NOTE_ROLE_LOOK[role].name[locale]}
              checked={withoutRoles.includes(role)}
              onChange={(isOut) =>
                change({
                  withoutRoles: isOut ? [...withoutRoles, role] : withoutRoles.filter((other) => other !== role),
                })
              }
            />
          ))}
        </div>
      </fieldset>
    </>
  )
}
