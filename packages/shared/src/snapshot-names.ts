import type { SprintPlace } from './access.ts'
import type { Locale } from './locale.ts'
import type { RichTextNode } from './rich-text-doc.ts'

/** Somebody whose name must not be read in a snapshot, and what they are said to be instead. */
export type NamedPerson = { name: string; place: SprintPlace | 'owner' | 'colleague' }
/** Puts the word of a role in the place of every name. */
export type HideNames = (text: string) => string

const ROLE_WORDS: Record<Locale, Record<NamedPerson['place'], string>> = {
  da: {
    facilitator: 'facilitatoren',
    member: 'en fra teamet',
    sparring: 'sparringspartneren',
    observer: 'observatøren',
    commissioner: 'opgavestilleren',
    owner: 'ejeren af tavlen',
    colleague: 'en kollega',
  },
  en: {
    facilitator: 'the facilitator',
    member: 'a team member',
    sparring: 'the sparring partner',
    observer: 'the observer',
    commissioner: 'the commissioning manager',
    owner: 'the owner of the board',
    colleague: 'a colleague',
  },
  nb: {
    facilitator: 'fasilitatoren',
    member: 'en fra teamet',
    sparring: 'sparringspartneren',
    observer: 'observatøren',
    commissioner: 'oppdragsgiveren',
    owner: 'eieren av tavla',
    colleague: 'en kollega',
  },
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/**
 * Names as whole words, in any spacing, and with the s of a genitive, which stays. A full name of several words is found
 * however its letters are written; a single word only as it is written in the account, because »May« is also a word.
 */
export function nameHider(people: readonly NamedPerson[], locale: Locale): HideNames {
  const rules = people
    .map(({ name, place }) => ({
      words: name
        .normalize('NFC')
        .trim()
        .split(/[\s-]+/u),
      place,
    }))
    .filter(({ words }) => words[0] !== '')
    // A longer name may hold a shorter one.
    .toSorted((a, b) => b.words.join(' ').length - a.words.join(' ').length)
    .map(({ words, place }) => {
      const pattern = `(?<![\\p{L}\\p{N}])${words.map(escaped).join('[\\s-]+')}(?=['’]?s?(?![\\p{L}\\p{N}]))`
      return { name: new RegExp(pattern, words.length > 1 ? 'giu' : 'gu'), role: ROLE_WORDS[locale][place] }
    })
  return (text) => {
    let hidden = text.normalize('NFC')
    for (const { name, role } of rules) {
      hidden = hidden.replace(name, (_, at: number) => (at === 0 ? role.charAt(0).toUpperCase() + role.slice(1) : role))
    }
    return hidden
  }
}

/** The same for a text with marks: a name may begin in bold and end without. A line that holds one loses its marks. */
export function hideNamesInText(node: RichTextNode, hide: HideNames): RichTextNode {
  const content = node.content
  if (content === undefined) return node.text === undefined ? node : { ...node, text: hide(node.text) }
  const isLine = content.some(({ type }) => type === 'text')
  if (!isLine) return { ...node, content: content.map((child) => hideNamesInText(child, hide)) }
  const before = content.map(({ type, text }) => (type === 'hardBreak' ? '\n' : (text ?? ''))).join('')
  const after = hide(before)
  if (after === before) return node
  const runs = after
    .split('\n')
    .flatMap((text, i): RichTextNode[] => [
      ...(i === 0 ? [] : [{ type: 'hardBreak' }]),
      ...(text === '' ? [] : [{ type: 'text', text }]),
    ])
  return { ...node, content: runs }
}
