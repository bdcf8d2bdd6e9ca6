import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { keepAppOnDevice } from './device/app-on-device.ts'
import { takeFragmentSecret } from './fragment-secret.ts'
import { startI18n } from './i18n/i18n.ts'
import './ui/styles.css'

// Before the router reads the address: the secret of a link must not stay there.
takeFragmentSecret()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
await startI18n()
createRoot(root).render(<App />)
keepAppOnDevice()
