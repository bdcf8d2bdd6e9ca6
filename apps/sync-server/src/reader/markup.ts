import { html, raw } from 'hono/html'

/** A piece of HTML in which everything that people wrote is escaped. */
export type Markup = ReturnType<typeof html>

/** Nothing at all, where a piece of HTML may be missing. */
export const NOTHING: Markup = raw('')

/** Plain text with its line breaks as elements, so that they stay where nobody reads the style sheet. */
export function lines(text: string): Markup {
  const [first = '', ...others] = text.trim().split(/\r\n|\r|\n/u)
  return html`${first}${others.map((line) => html`<br />${line}`)}`
}

/** The finished document. */
export const documentText = async (page: Markup): Promise<string> => String(await page)
