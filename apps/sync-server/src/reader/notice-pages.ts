import type { Locale } from '@samtavle/shared/locale'
import { html } from 'hono/html'
import { thanksBody } from './answer-form.ts'
import { type Markup, NOTHING } from './markup.ts'
import { pageFrame } from './page-frame.ts'
import type { ReaderFiles } from './reader-files.ts'
import { wordsIn } from './reader-languages.ts'
import type { GivenAnswer } from './reader-ports.ts'

/** Why there is nothing to read. None of them says anything about what else there is. */
export type NoticeKind = 'gone' | 'missing' | 'failed'

function notice(locale: Locale, files: ReaderFiles, title: string, main: Markup, hasForm = false): Markup {
  const frame = { locale, files, title: `${title} · Samtavle`, hasForm, hasScript: false }
  return pageFrame({ ...frame, aside: NOTHING, main, foot: NOTHING })
}

/** Calm words, and whom to ask: nobody is named, the reader knows who sent the link. */
export function noticePage(kind: NoticeKind, locale: Locale, files: ReaderFiles): Markup {
  const words = wordsIn(locale)
  const { title, text } = words[kind]
  const ask = kind === 'failed' ? NOTHING : html`<p>${words.askSender}</p>`
  return notice(locale, files, title, html`<div class="notice"><h1>${title}</h1><p>${text}</p>${ask}</div>`)
}

/** Asks whoever is not signed in to do so: the link is for people with an account. Says nothing of what it leads to. */
export function signInPage(path: string, locale: Locale, files: ReaderFiles): Markup {
  const { signIn, askSender } = wordsIn(locale)
  const main = html`<div class="notice">
    <h1>${signIn.title}</h1>
    <p>${signIn.text}</p>
    <p class="ways"><a class="button" href="/sign-in?next=${encodeURIComponent(path)}">${signIn.button}</a></p>
    <p>${signIn.none} ${askSender}</p>
  </div>`
  return notice(locale, files, signIn.title, main)
}

/** Asks for the passcode of a link. `slowedMinutes`: after too many attempts. */
export function passcodePage(
  { action, isWrong, slowedMinutes }: { action: string; isWrong: boolean; slowedMinutes: number | null },
  locale: Locale,
  files: ReaderFiles,
): Markup {
  const { passcode } = wordsIn(locale)
  const problem = slowedMinutes !== null ? passcode.slowed(slowedMinutes) : isWrong ? passcode.wrong : null
  const box =
    problem === null
      ? NOTHING
      : html`<p class="problem" role="alert" id="passcode-problem"><span aria-hidden="true">✕</span> ${problem}</p>`
  const described = problem === null ? NOTHING : html` aria-invalid="true" aria-describedby="passcode-problem"`
  const main = html`<div class="notice">
    <h1>${passcode.title}</h1>
    <p>${passcode.text}</p>
    ${box}
    <form method="post" action="${action}">
      <label class="line" for="passcode"><strong>${passcode.label}</strong></label>
      <input id="passcode" name="passcode" type="password" autocomplete="off" required maxlength="200"${described} />
      <div class="send"><button type="submit">${passcode.open}</button></div>
    </form>
  </div>`
  return notice(locale, files, passcode.title, main, true)
}

/** What was answered, after it was. */
export function thanksPage(
  given: GivenAnswer,
  pagePath: string,
  { locale, files, timeZone }: { locale: Locale; files: ReaderFiles; timeZone: string },
): Markup {
  const words = wordsIn(locale)
  return notice(locale, files, words.thanks.title, thanksBody(given, pagePath, { locale, words }, timeZone))
}
