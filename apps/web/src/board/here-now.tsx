import { useTranslation } from 'react-i18next'
import { AvatarRow } from '../ui/avatar.tsx'
import { useOpenBoard, useSessionView } from './board-context.tsx'
import styles from './top-bar.module.css'

/** Who is on the board, I among them. */
export function HereNow() {
  const { t } = useTranslation('board')
  const { session, me } = useOpenBoard()
  const { people } = useSessionView(session)
  const others = people.filter((person) => person.id !== me.id)
  const all = [me, ...others]
  const names = all.map(({ id, name }) => (id === me.id ? t('youSuffix', { name }) : name)).join(', ')
  return (
    <span className={styles.here} title={names} data-people={all.length}>
      <AvatarRow people={all} label={t('hereNames', { names })} />
      <span className={styles.count}>{t('here', { count: all.length })}</span>
    </span>
  )
}
