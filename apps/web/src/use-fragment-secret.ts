import { useEffect, useState } from 'react'
import { takeFragmentSecret, takenSecret } from './fragment-secret.ts'

/** The secret of the link that opened this page; also of a second link pasted into the same tab. */
export function useFragmentSecret(): string | null {
  const [secret, setSecret] = useState(takenSecret)
  useEffect(() => {
    const take = () => {
      if (takeFragmentSecret()) setSecret(takenSecret())
    }
    window.addEventListener('hashchange', take)
    return () => window.removeEventListener('hashchange', take)
  }, [])
  return secret
}
