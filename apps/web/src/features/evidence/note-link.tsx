import type { EvidenceNode } from '@samtavle/shared/evidence-api'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import styles from './sprint-evidence.module.css'

/** Letters of a note that the board is asked to find. */
const FIND_LENGTH = 60

/** The way to a note on its board, named by board and section. */
export function NoteLink({ place }: { place: EvidenceNode['places'][number] }) {
  const { t } = useTranslation('sprintEvidence')
  const { boardId, board, shape, section, words } = place
  return (
    <Link
      to="/boards/$boardId"
      params={{ boardId }}
      search={{ find: words.slice(0, FIND_LENGTH), at: shape }}
      className={styles.place}
    >
      {section === '' ? board : t('onBoard', { board, section })}
    </Link>
  )
}
