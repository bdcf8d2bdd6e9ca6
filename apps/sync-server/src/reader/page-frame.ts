import type { Locale } from '@samtavle/shared/locale'
import { html, raw } from 'hono/html'
import { type Markup, NOTHING } from './markup.ts'
import type { ReaderFiles } from './reader-files.ts'
import { wordsIn } from './reader-languages.ts'

/** The product's mark: two overlapping squares. Decorative; the name stands beside it. */
const MARK = raw(
  '<svg width="26" height="26" viewBox="0 0 26 26" fill="none" aria-hidden="true">' +
    '<rect x="1.75" y="1.75" width="15" height="15" rx="3" stroke="currentColor" stroke-width="2.25"/>' +
    '<rect x="9.25" y="9.25" width="15" height="15" rx="3" stroke="currentColor" stroke-width="2.25"/>' +
    '<rect x="9.25" y="9.25" width="7.5" height="7.5" rx="1.5" fill="currentColor"/></svg>',
)

/** Decorative, as all signs here: the word stands beside it. */
const sign = (paths: string): Markup =>
  raw(
    '<svg class="sign" width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.9" ' +
      `stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${paths}"/></svg>`,
  )

const PRINTER = sign('M7 9V3h10v6M7 18H4v-8a1 1 0 0 1 1-1h14a1 1 0 0 1 1 1v8h-3M7 14h10v7H7z')
/** Of what is frozen. */
export const SNOWFLAKE = sign(
  'M12 2v20M3.3 7l17.4 10M20.7 7 3.3 17M9 3.5l3 2.5 3-2.5M9 20.5l3-2.5 3 2.5' +
    'M3 11l3.7-1.3L6 6M21 13l-3.7 1.3.7 3.7M18 6l-.7 3.7L21 11M3 13l3.7 1.3L6 18',
)

export type Frame = {
  locale: Locale
  title: string
  files: ReaderFiles
  /**
   * A page with a form says its address to this server and to nobody else: a browser that says none calls the origin of
   * a form `null`, and answers could then not be told from those that another site sends.
   */
  hasForm: boolean
  /** Whether there is something to print and to enlarge, and so a script. */
  hasScript: boolean
  /** What stands beside the content where there is room, and before it else. */
  aside: Markup
  main: Markup
  /** What stands below everything: the foot, and the dialog of the pictures. */
  foot: Markup
}

/** One whole document. It says and shows everything without a script. */
export function pageFrame({ locale, title, files, hasForm, hasScript, aside, main, foot }: Frame): Markup {
  const words = wordsIn(locale)
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        ${hasForm ? html`<meta name="referrer" content="same-origin" />` : NOTHING}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <style>${raw(files.style)}</style>
        ${hasScript ? html`<script src="${files.scriptPath}" defer></script>` : NOTHING}
      </head>
      <body>
        <a class="skip" href="#content">${words.skip}</a>
        <header class="bar">
          <span class="brand">${MARK} Samtavle</span>
          ${hasScript ? html`<button type="button" class="print" data-print hidden>${PRINTER} ${words.print}</button>` : NOTHING}
        </header>
        <div class="page">
          ${aside}
          <main id="content" tabindex="-1">${main}</main>
        </div>
        ${foot}
      </body>
    </html>`
}
