import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clearShelf, countWaiting } from '../../device/device-shelf.ts'
import { forgetPerson, keepsBoards, rememberPerson, setShared } from '../../device/this-device.ts'
import { useMe } from '../../queries.ts'
import { AlertDialog } from '../../ui/alert-dialog.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useToast } from '../../ui/toast.tsx'
import styles from './profile-page.module.css'

/** Whether boards stay on this device. Switched off, what is there goes at once, after a question if it must. */
export function KeepBoards() {
  const { t } = useTranslation('device')
  const me = useMe()
  const toast = useToast()
  const [keeps, setKeeps] = useState(keepsBoards)
  const [waiting, setWaiting] = useState(0)
  const keep = () => {
    setShared(false)
    rememberPerson(me)
    setKeeps(true)
    toast.show({ text: t('keepNowOn') })
  }
  const stop = async () => {
    setShared(true)
    forgetPerson()
    setKeeps(false)
    await clearShelf(me.id)
    toast.show({ text: t('keepNowOff') })
  }
  const askToStop = async () => {
    const count = await countWaiting(me.id)
    if (count === 0) await stop()
    else setWaiting(count)
  }
  const choose = (wanted: 'on' | 'off') => {
    if (wanted === 'on') keep()
    else void askToStop()
  }
  return (
    <div className={styles.colourField}>
      <span className={styles.label}>{t('keep')}</span>
      <Segmented
        label={t('keep')}
        value={keeps ? 'on' : 'off'}
        onChange={choose}
        options={[
          { value: 'on', label: t('onText') },
          { value: 'off', label: t('offText') },
        ]}
      />
      <p className={styles.hint}>{t('keepHint')}</p>
      <AlertDialog
        open={waiting > 0}
        onOpenChange={(open) => !open && setWaiting(0)}
        title={t('wipeTitle')}
        confirmLabel={t('wipeKeepOff')}
        cancelLabel={t('stay')}
        danger
        onConfirm={() => void stop()}
      >
        {t('wipeText', { count: waiting })}
      </AlertDialog>
    </div>
  )
}
