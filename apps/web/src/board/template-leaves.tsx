import type { TemplateDraft } from '@samtavle/shared/template-api'
import { useTranslation } from 'react-i18next'
import styles from './template-leaves.module.css'

/** What of a board goes into a template, and what stays where it is. */
export function TemplateLeaves({ draft }: { draft: TemplateDraft }) {
  const { t } = useTranslation('library')
  const { leftOut, sections, examples } = draft
  const left = [
    leftOut.notes > 0 && t('leftNotes', { count: leftOut.notes }),
    leftOut.pictures > 0 && t('leftPictures', { count: leftOut.pictures }),
    leftOut.loose > 0 && t('leftLoose', { count: leftOut.loose }),
    leftOut.fields > 0 && t('leftFields', { count: leftOut.fields }),
  ].filter((words) => words !== false)
  return (
    <div className={styles.leaves} role="status">
      <h3>{t('leaves')}</h3>
      <p>{t('leavesText', { sections, examples })}</p>
      <h3>{t('stays')}</h3>
      {left.length === 0 ? (
        <p>{t('leftNothing')}</p>
      ) : (
        <ul>
          {left.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
