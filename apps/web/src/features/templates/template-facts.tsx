import type { TemplateSummary } from '@samtavle/shared/api'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { shownLocale } from '../../i18n/i18n.ts'
import { PhaseSign } from '../../ui/phase-sign.tsx'
import { type ChainLink, comesFrom, handsOnTo } from './template-chain.ts'
import styles from './template-page.module.css'
import { usePeopleWords } from './use-people-words.ts'

type TemplateChainProps = {
  template: TemplateSummary
  /** Every template, to know which of those before and after it can be opened. */
  all: readonly TemplateSummary[]
}

/** What comes before a template and after it. */
export function TemplateChain({ template, all }: TemplateChainProps) {
  const { t } = useTranslation('templates')
  return (
    <div className={styles.chain}>
      <Chain id="comes-from" title={t('comesFromTitle')} links={comesFrom(template, all)} />
      <Chain id="hands-on" title={t('handsOnTitle')} links={handsOnTo(template, all)} />
    </div>
  )
}

/** When, for whom and how long. */
export function TemplateFacts({ template }: { template: TemplateSummary }) {
  const { t, i18n } = useTranslation(['templates', 'common'])
  const people = usePeopleWords()
  const locale = shownLocale(i18n.language)
  const { toolType, shortDuration } = template
  return (
    <dl className={styles.facts}>
      <Fact name={t('phase')}>
        <span className={styles.phase}>
          <PhaseSign phase={template.phase} size={16} />
          {t(`common:phase_${template.phase}`)}
        </span>
      </Fact>
      {template.when[locale] !== '' && <Fact name={t('when')}>{template.when[locale]}</Fact>}
      <Fact name={t('time')}>{template.duration[locale]}</Fact>
      {shortDuration !== null && <Fact name={t('shortTime')}>{shortDuration[locale]}</Fact>}
      {template.who[locale] !== '' && <Fact name={t('who')}>{template.who[locale]}</Fact>}
      <Fact name={t('people')}>{people(template.people)}</Fact>
      {toolType !== null && (
        <Fact name={t('toolTypeNamed')}>
          {t(`type_${toolType}`)}: {t(`does_${toolType}`)}
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Chain({ id, title, links }: { id: string; title: string; links: readonly ChainLink[] }) {
  const { i18n } = useTranslation()
  const locale = shownLocale(i18n.language)
  if (links.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.chainTitle}>
        {title}
      </h2>
      <ul>
        {links.map(({ template, name, what }) => (
          <li key={`${name.da} ${what.da}`} className={styles.fact}>
            {template === undefined ? (
              <span className={styles.targetName}>{name[locale]}</span>
            ) : (
              <Link to="/templates/$templateId" params={{ templateId: template.id }} className={styles.targetName}>
                {name[locale]}
              </Link>
            )}
            <p className={styles.what}>{what[locale]}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
