import type { SprintStatus } from '@samtavle/shared/access'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../ui/class-names.ts'
import styles from './sprint-status.module.css'

const SIGNS: Record<SprintStatus, string> = { running: '●', preparation: '○', finished: '✓', archived: '▫' }

/** Where a sprint is, as sign and word. */
export function SprintStatusWord({ status }: { status: SprintStatus }) {
  const { t } = useTranslation('sprints')
  return (
    <span className={classNames(styles.status, status === 'running' && styles.running)}>
      <span aria-hidden>{SIGNS[status]}</span> {t(`status_${status}`)}
    </span>
  )
}
