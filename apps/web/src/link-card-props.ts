import type { RichText } from '@samtavle/shared/rich-text-doc'
import { linkCardText } from './link-address.ts'

/** Size of a link card, in canvas px. */
export const LINK_CARD = { w: 320, h: 96 } as const

/** A link card: a plain rectangle with words that lead to the page. */
export function linkCardProps(url: URL) {
  return {
    ...LINK_CARD,
    geo: 'rectangle',
    color: 'grey',
    labelColor: 'black',
    fill: 'semi',
    dash: 'solid',
    size: 's',
    font: 'sans',
    align: 'start',
    verticalAlign: 'middle',
    richText: cardText(url),
  } as const
}

function cardText(url: URL): RichText {
  const { site, shown, href } = linkCardText(url)
  const line = (text: string, mark: { type: string; attrs?: Record<string, unknown> }) => ({
    type: 'paragraph',
    content: [{ type: 'text', text, marks: [mark] }],
  })
  return { type: 'doc', content: [line(site, { type: 'bold' }), line(shown, { type: 'link', attrs: { href } })] }
}
