import { useTranslation } from 'react-i18next'
import { useMoment } from '../../../i18n/use-moment.ts'
import { Time } from '../../../ui/time.tsx'

type Written = { byRole: string; byName: string; at: string }

const PLACES = ['facilitator', 'member', 'sparring', 'observer', 'commissioner'] as const

/** Who wrote something, by name where one may read it and always by role, and when. */
export function WriterWords({ written: { byRole, byName, at } }: { written: Written }) {
  const { t } = useTranslation('log')
  const moment = useMoment()
  const place = PLACES.find((known) => known === byRole)
  const role = place === undefined ? '' : t(`place_${place}`)
  const who = [byName, role].filter((words) => words !== '').join(', ')
  return (
    <>
      {t('writtenBy', { who })} · <Time iso={at}>{moment(at)}</Time>
    </>
  )
}
