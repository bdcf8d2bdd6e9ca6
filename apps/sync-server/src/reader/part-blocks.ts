import type { Locale } from '@samtavle/shared/locale'
import { NOTE_ROLE_LOOK } from '@samtavle/shared/note-role'
import type { SnapshotBlock, SnapshotItem } from '@samtavle/shared/snapshot-content'
import { html } from 'hono/html'
import { beforeLine, changeMark } from './change-marks.ts'
import { lines, type Markup, NOTHING } from './markup.ts'
import type { ReaderWords } from './reader-words.ts'

/** `isFramed`: what is said gets a mark with its key, for the page of ours that shows it. */
export type Speech = { locale: Locale; words: ReaderWords; isFramed?: boolean }
type Block<Kind extends SnapshotBlock['kind']> = Extract<SnapshotBlock, { kind: Kind }>

/** More columns than this do not fit beside each other in the reading width, nor on A4. */
const COLUMNS_BESIDE = 4

/** What an item is, in words: its role, whether it is an example, what became of it. Facts are what is expected. */
function itemMarks(item: SnapshotItem, { locale, words }: Speech): Markup {
  const look = item.role === null || item.role === 'fact' || item.role === 'quote' ? null : NOTE_ROLE_LOOK[item.role]
  const marks = [
    look && html`<span class="role"><span aria-hidden="true">${look.sign}</span> ${look.name[locale]}</span>`,
    item.source !== '' && item.role !== 'quote' && html`<span class="source">${item.source}</span>`,
    item.votes !== undefined && html`<span class="votes">${words.votes(item.votes)}</span>`,
    item.example && html`<span class="mark">${words.example}</span>`,
    item.change !== 'same' && changeMark(item.change, words),
  ].filter((mark) => mark !== null && mark !== false)
  return marks.length === 0 ? NOTHING : html`<p class="marks">${marks.map((mark) => html`${mark} `)}</p>`
}

function itemText(item: SnapshotItem): Markup {
  const text = item.change === 'removed' ? html`<del>${lines(item.text)}</del>` : lines(item.text)
  if (item.role !== 'quote') return html`<p>${text}</p>`
  const source = item.source === '' ? NOTHING : html`<figcaption>${item.source}</figcaption>`
  return html`<figure class="quote"><blockquote><p>${text}</p></blockquote>${source}</figure>`
}

/** Names an item to the page around the frame. Readers by link never get keys. */
const markOf = (key: string, { isFramed = false }: Speech): Markup => (isFramed ? html` data-item="${key}"` : NOTHING)

const renderItem = (item: SnapshotItem, speech: Speech): Markup =>
  html`${itemText(item)}${itemMarks(item, speech)}${beforeLine(item, speech.words)}`

const itemList = (items: readonly SnapshotItem[], speech: Speech): Markup =>
  items.length === 0
    ? NOTHING
    : html`<ul class="items" role="list">
        ${items.map((item) => html`<li${markOf(item.key, speech)}>${renderItem(item, speech)}</li>`)}
      </ul>`

const heading = (title: string): Markup => (title === '' ? NOTHING : html`<h3>${title}</h3>`)

function card(block: Block<'card'>, speech: Speech): Markup {
  const { words } = speech
  const fields = block.fields.filter(({ text }) => text.trim() !== '')
  const status = block.status === '' ? NOTHING : html`<p class="card-status"><strong>${block.status}</strong></p>`
  const votes = block.votes === undefined ? NOTHING : html`<span class="votes">${words.votes(block.votes)}</span>`
  return html`<section class="card"${markOf(block.key, speech)}>
    ${heading(block.title)}
    <div class="marks">${votes}${changeMark(block.change, words)}</div>
    ${status}
    ${
      fields.length === 0
        ? NOTHING
        : html`<dl>
            ${fields.map(({ label, text }) => html`<div><dt>${label}</dt><dd>${lines(text)}</dd></div>`)}
          </dl>`
    }
  </section>`
}

/** One cell: on a narrow page it stands below its neighbours, and says itself which column it is of. */
function cell(items: readonly SnapshotItem[], column: string, speech: Speech): Markup {
  if (items.length === 0) {
    return html`<td role="cell" class="empty">
      <span aria-hidden="true">–</span><span class="unseen">${speech.words.emptyCell}</span>
    </td>`
  }
  const label = column === '' ? NOTHING : html`<span class="column" aria-hidden="true">${column}</span>`
  const [only] = items
  if (items.length !== 1 || only === undefined) return html`<td role="cell">${label}${itemList(items, speech)}</td>`
  return html`<td role="cell">${label}<div${markOf(only.key, speech)}>${renderItem(only, speech)}</div></td>`
}

/** A grid. The roles say again what the elements are, because a list for the eyes must stay a table for the ears. */
function table(block: Block<'table'>, speech: Speech, id: string): Markup {
  const hasRowTitles = block.rows.some(({ title }) => title !== '')
  const hasColumns = block.columns.some((title) => title !== '')
  const corner = hasRowTitles ? html`<td role="cell"></td>` : NOTHING
  const head = html`<thead role="rowgroup">
    <tr role="row">
      ${corner}${block.columns.map((title) => html`<th role="columnheader" scope="col">${title}</th>`)}
    </tr>
  </thead>`
  const body = block.rows.map(
    ({ title, cells }) => html`<tr role="row">
      ${hasRowTitles ? html`<th role="rowheader" scope="row">${title}</th>` : NOTHING}
      ${cells.map((items, index) => cell(items, block.columns[index] ?? '', speech))}
    </tr>`,
  )
  const shape = block.columns.length > COLUMNS_BESIDE ? 'grid stacked' : 'grid'
  const name = block.title === '' ? NOTHING : html` aria-labelledby="${id}"`
  return html`${block.title === '' ? NOTHING : html`<h3 id="${id}">${block.title}</h3>`}
    <table role="table" class="${shape}" ${name}>
      ${hasColumns ? head : NOTHING}
      <tbody role="rowgroup">
        ${body}
      </tbody>
    </table>`
}

function saidInWords(block: Block<'words'>): Markup {
  const [only] = block.lines
  const said =
    block.lines.length === 1 && only !== undefined
      ? html`<p>${lines(only)}</p>`
      : html`<ul class="said">
          ${block.lines.map((line) => html`<li>${lines(line)}</li>`)}
        </ul>`
  return html`${heading(block.title)}${block.lines.length === 0 ? NOTHING : said}`
}

/** One block of a part. @param id unique on the page */
export function renderBlock(block: SnapshotBlock, speech: Speech, id: string): Markup {
  switch (block.kind) {
    case 'list':
      return html`${heading(block.title)}${itemList(block.items, speech)}`
    case 'card':
      return card(block, speech)
    case 'table':
      return table(block, speech, id)
    case 'words':
      return saidInWords(block)
  }
}
