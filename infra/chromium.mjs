import { existsSync } from 'node:fs'

/**
 * The system's Chromium: browsers are not downloaded. The one that draws no window goes first, because all that is
 * done with it here is done without one, in a tenth less time.
 * @returns {string | undefined} its path
 */
export function findChromium() {
  const places = [
    process.env.PLAYWRIGHT_CHROMIUM,
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ]
  return places.find((path) => path !== undefined && existsSync(path))
}
