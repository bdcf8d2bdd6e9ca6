import { useTranslation } from 'react-i18next'
import { classNames } from '../../../ui/class-names.ts'
import styles from './from-to.module.css'

/** What something was, struck through, and what it became. Empty words are left out. */
export function FromTo({ from, to, strong = false }: { from: string; to: string; strong?: boolean }) {
  const { t } = useTranslation('log')
  return (
    <>
      {from !== '' && (
        <p className={styles.from}>
          <span className="visually-hidden">{t('from')}: </span>
          <s>{from}</s>
        </p>
      )}
      {to !== '' && (
        <p className={classNames(styles.to, strong && styles.strong)}>
          {from !== '' && <span aria-hidden>→ </span>}
          <span className="visually-hidden">{t('to')}: </span>
          {to}
        </p>
      )}
    </>
  )
}
