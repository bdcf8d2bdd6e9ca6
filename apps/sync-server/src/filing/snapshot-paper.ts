import { NOTE_ROLE_LOOK } from '@samtavle/shared/note-role'
import type {
  SnapshotBlock,
  SnapshotBoard,
  SnapshotContent,
  SnapshotItem,
  SnapshotPart,
} from '@samtavle/shared/snapshot-content'
import type { Paper, PaperBlock, Paragraph } from '../paper/paper-blocks.ts'
import { phaseWordsOf } from '../reader/day-phases.ts'
import { wordsIn } from '../reader/reader-languages.ts'
import { dayWords, momentWords } from '../reader/reader-moment.ts'
import type { ReaderWords } from '../reader/reader-words.ts'
import { filingWordsIn, LANGUAGE_TAGS } from './filing-languages.ts'

type Speech = { locale: SnapshotContent['locale']; words: ReaderWords }

export type SnapshotOnPaper = {
  content: SnapshotContent
  /** Hex hash of the frozen content. */
  sha256: string
  timeZone: string
  /** SVG of each picture by its key, in light colours. */
  pictures: Readonly<Record<string, string>>
}

const heading = (level: 1 | 2 | 3, text: string): PaperBlock[] =>
  text.trim() === '' ? [] : [{ kind: 'heading', level, text }]
const paragraph = (text: string, look: Paragraph['look'] = 'body'): PaperBlock[] =>
  text.trim() === '' ? [] : [{ kind: 'text', text, look }]

/** A published snapshot as a paper: the same order and the same words as its page. Pure. */
export function snapshotPaper({ content, sha256, timeZone, pictures }: SnapshotOnPaper): Paper {
  const { locale, number, sprint, comparedWith } = content
  const words = wordsIn(locale)
  const speech = { locale, words }
  const filing = filingWordsIn(locale)
  const name = number === null ? words.preview : words.snapshot(number)
  const made = momentWords(new Date(content.madeAt), locale, timeZone)
  return {
    title: content.title,
    language: LANGUAGE_TAGS[locale],
    name,
    foot: `${words.checksum} ${sha256.slice(0, 16).replace(/(.{4})(?=.)/gu, '$1 ')}`,
    madeAt: content.madeAt,
    pageOf: filing.pageOf,
    emptyCell: words.emptyCell,
    blocks: [
      ...paragraph(place(content, speech), 'quiet'),
      ...heading(1, content.title),
      ...paragraph(sprint?.challenge ?? '', 'voice'),
      ...paragraph(`${name}. ${words.frozen(words.madeBy[content.madeBy])} ${made}. ${words.frozenEnd}`, 'quiet'),
      ...(content.status === '' && content.question === '' ? [] : heading(2, words.status)),
      ...paragraph(content.status),
      ...(content.question === '' ? [] : paragraph(`${words.question}: ${content.question}`, 'strong')),
      { kind: 'columns' },
      ...purpose(sprint?.purpose ?? null, words),
      ...(comparedWith === null
        ? []
        : paragraph(filing.comparedWith(`${words.snapshot(comparedWith.number)}: ${comparedWith.title}`), 'quiet')),
      ...content.parts.flatMap((part, index) => partBlocks(part, content.parts[index - 1], speech, pictures)),
      ...(number === null ? [] : paragraph(words.end(name), 'quiet')),
      ...boardBlocks(content.boards ?? [], words, pictures),
    ],
  }
}

function place({ sprint, title }: SnapshotContent, { locale }: Speech): string {
  if (sprint === null) return ''
  const { day } = sprint
  const about = day === null || title.includes(day.title) ? '' : day.title
  const phases = day === null ? '' : phaseWordsOf(day, locale).join(' – ')
  const date = day === null ? '' : dayWords(new Date(`${day.date}T12:00:00Z`), locale, 'UTC')
  return [sprint.title, date, about, phases].filter((one) => one !== '').join(' · ')
}

function purpose(said: NonNullable<SnapshotContent['sprint']>['purpose'], words: ReaderWords): PaperBlock[] {
  if (said === null) return []
  const { changed } = said
  if (changed === null) return [...heading(2, words.purpose), ...paragraph(said.words, 'voice')]
  return [
    ...heading(2, words.purposeChanged),
    ...paragraph(`${words.from}: ${changed.before}`),
    ...paragraph(`${words.to}: ${said.words}`, 'strong'),
    ...paragraph(`${words.because}: ${changed.why}`),
  ]
}

function partBlocks(
  part: SnapshotPart,
  before: SnapshotPart | undefined,
  speech: Speech,
  pictures: SnapshotOnPaper['pictures'],
): PaperBlock[] {
  const { words } = speech
  const title = part.title === '' ? part.board : part.title
  const svg = part.picture === null ? undefined : pictures[part.picture.key]
  return [
    ...heading(2, title),
    ...(part.board === title || before?.board === part.board ? [] : paragraph(words.fromBoard(part.board), 'quiet')),
    ...paragraph(part.lead, 'quiet'),
    ...(part.notReached ? paragraph(words.notReached) : []),
    ...part.blocks.flatMap((block) => blockOf(block, speech)),
    ...(svg === undefined || part.picture === null ? [] : [{ kind: 'picture' as const, svg, ...sizeOf(part.picture) }]),
  ]
}

/** Each board as a whole, on a sheet of its own. */
function boardBlocks(
  boards: readonly SnapshotBoard[],
  words: ReaderWords,
  pictures: SnapshotOnPaper['pictures'],
): PaperBlock[] {
  return boards.flatMap(({ title, picture }): PaperBlock[] => {
    const svg = pictures[picture.key]
    if (svg === undefined) return []
    return [
      { kind: 'sheet', isWide: picture.width > picture.height },
      ...heading(2, title),
      ...paragraph(words.overviewLead, 'quiet'),
      { kind: 'picture', svg, ...sizeOf(picture), fills: true },
    ]
  })
}

const sizeOf = ({ alt, width, height }: NonNullable<SnapshotPart['picture']>) => ({ alt, width, height })

function blockOf(block: SnapshotBlock, speech: Speech): PaperBlock[] {
  const { words } = speech
  switch (block.kind) {
    case 'list':
      return [
        ...heading(3, block.title),
        ...(block.items.length === 0
          ? []
          : [{ kind: 'list' as const, items: block.items.map((item) => itemText(item, speech)) }]),
      ]
    case 'card':
      return [
        ...heading(3, block.title),
        ...(block.change === 'same' ? [] : paragraph(words.change[block.change], 'quiet')),
        ...(block.votes === undefined ? [] : paragraph(words.votes(block.votes), 'quiet')),
        ...(block.status === '' ? [] : paragraph(block.status, 'strong')),
        ...block.fields
          .filter(({ text }) => text.trim() !== '')
          .flatMap(({ label, text }) => [...paragraph(label, 'quiet'), ...paragraph(text)]),
      ]
    case 'table': {
      const rows = block.rows.map(({ title, cells }) => ({
        title,
        cells: cells.map((items) => items.flatMap((item) => itemText(item, speech))),
      }))
      return [...heading(3, block.title), { kind: 'table', columns: block.columns, rows }]
    }
    case 'words':
      return [
        ...heading(3, block.title),
        { kind: 'list', items: block.lines.map((text): Paragraph[] => [{ text, look: 'body' }]) },
      ]
  }
}

/** What an item says, and below it what it is: role, source, example, what became of it. */
function itemText(item: SnapshotItem, { locale, words }: Speech): Paragraph[] {
  const role = item.role === null || item.role === 'fact' ? '' : NOTE_ROLE_LOOK[item.role].name[locale]
  const change = item.change === 'same' ? '' : words.change[item.change]
  const votes = item.votes === undefined ? '' : words.votes(item.votes)
  const marks = [role, item.source, votes, item.example ? words.example : '', change].filter((mark) => mark !== '')
  const before = item.change === 'changed' && item.before.trim() !== '' ? `${words.before} ${item.before}` : ''
  return [
    { text: item.text, look: 'body' },
    ...(marks.length === 0 ? [] : [{ text: marks.join(' · '), look: 'quiet' as const }]),
    ...(before === '' ? [] : [{ text: before, look: 'quiet' as const }]),
  ]
}
