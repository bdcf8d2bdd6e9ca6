import { picturesOf, type SnapshotContent, type SnapshotPart } from '@samtavle/shared/snapshot-content'
import { html } from 'hono/html'
import { type AnswerState, answerForm, questionParts } from './answer-form.ts'
import { newsList } from './change-marks.ts'
import { phaseWordsOf } from './day-phases.ts'
import { lines, type Markup, NOTHING } from './markup.ts'
import { pageFrame, SNOWFLAKE } from './page-frame.ts'
import { renderBlock, type Speech } from './part-blocks.ts'
import { type PictureAddress, pictureFigure, zoomDialog } from './part-pictures.ts'
import type { ReaderFiles } from './reader-files.ts'
import { wordsIn } from './reader-languages.ts'
import { dayWords, momentWords } from './reader-moment.ts'

export type SnapshotPage = {
  content: SnapshotContent
  /** Hex hash of the frozen content. */
  sha256: string
  /** Address of a picture of it, by the place of its part. */
  pictureAt: PictureAddress
  /** Null where nothing may be answered. */
  answer: AnswerState | null
  /** A page for everybody: nobody is asked anything there. */
  isCase: boolean
  /** In a frame of the page on which it is made, where no script may run. */
  isFramed?: boolean
  timeZone: string
  files: ReaderFiles
}

/** Where a part stands on the page. By its place: its key names a board. */
const partId = (index: number): string => `part-${index + 1}`
const partTitle = (part: SnapshotPart): string => (part.title === '' ? part.board : part.title)

function nameOf({ number }: Pick<SnapshotContent, 'number'>, { words }: Speech): string {
  return number === null ? words.preview : words.snapshot(number)
}

/** Sprint, day and phase, above the title. */
function place({ sprint, title }: SnapshotContent, speech: Speech): Markup {
  if (sprint === null) return NOTHING
  const { day } = sprint
  const date = day && dayWords(new Date(`${day.date}T12:00:00Z`), speech.locale, 'UTC')
  const about = day === null || day.title === '' || title.includes(day.title) ? '' : day.title
  const words = [sprint.title, date, about, day && phaseWordsOf(day, speech.locale).join(' → ')]
  return html`<p class="kicker">${words.filter((word) => word !== null && word !== '').join(' · ')}</p>`
}

function status(page: SnapshotPage, speech: Speech): Markup {
  const { content, answer, isCase } = page
  const { words } = speech
  const question = isCase ? '' : content.question
  if (content.status === '' && question === '') return NOTHING
  const pill = html`<p><strong class="decide"><span aria-hidden="true">◆</span> ${words.decision}</strong></p>`
  const { first, rest } = questionParts(question)
  const asked = html`<p>${words.question}: <strong>${first}</strong></p>
    ${rest === '' ? NOTHING : html`<p>${lines(rest)}</p>`}`
  return html`<section class="status" aria-labelledby="status">
    <h2 id="status">${words.status}</h2>
    ${question === '' ? NOTHING : pill}
    ${content.status === '' ? NOTHING : html`<p>${lines(content.status)}</p>`}
    ${question === '' ? NOTHING : asked}
    ${answer === null ? NOTHING : html`<p class="to-answer"><a class="button" href="#answer">${words.toAnswer}</a></p>`}
  </section>`
}

function news({ content, timeZone }: SnapshotPage, { locale, words }: Speech): Markup {
  const { comparedWith, parts, sprint } = content
  if (comparedWith === null) return NOTHING
  const name = words.snapshot(comparedWith.number)
  const changed = sprint?.purpose?.changed ?? null
  const items = [
    ...(changed === null ? [] : [html`<li><a href="#purpose">${words.purposeChanged}</a></li>`]),
    ...newsList(
      parts.map((part) => ({ ...part, title: partTitle(part) })),
      words,
      partId,
    ),
  ]
  const made = momentWords(new Date(comparedWith.madeAt), locale, timeZone)
  return html`<section aria-labelledby="news">
    <h2 id="news">${words.newSince(name)}</h2>
    <p class="lead">${comparedWith.title} · <time datetime="${comparedWith.madeAt}">${made}</time></p>
    ${items.length === 0 ? html`<p>${words.nothingNew(name)}</p>` : html`<ul class="news">${items}</ul>`}
  </section>`
}

function purpose({ content }: SnapshotPage, { words }: Speech): Markup {
  const said = content.sprint?.purpose ?? null
  if (said === null) return NOTHING
  const { changed } = said
  const body =
    changed === null
      ? html`<p class="voice">${lines(said.words)}</p>`
      : html`<dl>
          <div><dt>${words.from}</dt><dd>${lines(changed.before)}</dd></div>
          <div><dt>${words.to}</dt><dd><strong>${lines(said.words)}</strong></dd></div>
          <div><dt>${words.because}</dt><dd>${lines(changed.why)}</dd></div>
        </dl>`
  return html`<section aria-labelledby="purpose">
    <h2 id="purpose">${changed === null ? words.purpose : words.purposeChanged}</h2>
    ${body}
  </section>`
}

function part(one: SnapshotPart, index: number, page: SnapshotPage, speech: Speech): Markup {
  const id = partId(index)
  const title = partTitle(one)
  const { words } = speech
  // Once for all parts of a board that follow each other.
  const isKnown = one.board === title || page.content.parts[index - 1]?.board === one.board
  return html`<section class="part" aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${isKnown ? NOTHING : html`<p class="board">${words.fromBoard(one.board)}</p>`}
    ${one.lead === '' ? NOTHING : html`<p class="lead">${lines(one.lead)}</p>`}
    ${one.notReached ? html`<p class="not-reached">${words.notReached}</p>` : NOTHING}
    ${one.blocks.map((block, at) => renderBlock(block, speech, `${id}-${at + 1}`))}
    ${pictureFigure(one.picture, title, String(index + 1), page.pictureAt, words)}
  </section>`
}

/** The boards as wholes, after everything that they say. */
function overviews({ content, pictureAt }: SnapshotPage, { words }: Speech): Markup {
  const { boards = [] } = content
  if (boards.length === 0) return NOTHING
  const heading = (title: string) => (boards.length === 1 ? NOTHING : html`<h3>${title}</h3>`)
  return html`<section aria-labelledby="boards">
    <h2 id="boards">${words.overview(boards.length)}</h2>
    <p class="lead">${words.overviewLead}</p>
    ${boards.map(
      ({ title, picture }, i) =>
        html`${heading(title)}${pictureFigure(picture, title, `board-${i + 1}`, pictureAt, words)}`,
    )}
  </section>`
}

/** Number, moment and maker, and the ways to everything on the page. */
function aside(page: SnapshotPage, speech: Speech): Markup {
  const { content, answer, isCase, timeZone } = page
  const { boards = [] } = content
  const { words } = speech
  const ways = [
    ...(content.status === '' && (isCase || content.question === '') ? [] : [['status', words.status] as const]),
    ...(content.comparedWith === null
      ? []
      : [['news', words.newSince(words.snapshot(content.comparedWith.number))] as const]),
    ...(content.sprint?.purpose
      ? [['purpose', content.sprint.purpose.changed ? words.purposeChanged : words.purpose] as const]
      : []),
    ...content.parts.map((one, index) => [partId(index), partTitle(one)] as const),
    ...(boards.length === 0 ? [] : [['boards', words.overview(boards.length)] as const]),
    ...(answer === null ? [] : [['answer', content.question === '' ? words.answerLegend : words.question] as const]),
  ]
  const made = momentWords(new Date(content.madeAt), speech.locale, timeZone)
  return html`<aside aria-label="${words.about}">
    <p class="number">${isCase ? words.casePage : html`${SNOWFLAKE} ${nameOf(content, speech)}`}</p>
    <p class="made">
      ${words.frozen(words.madeBy[content.madeBy])} <time datetime="${content.madeAt}">${made}</time>. ${words.frozenEnd}
    </p>
    <nav aria-label="${words.contents}">
      <ul>
        ${ways.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}
      </ul>
    </nav>
  </aside>`
}

/** The whole page of a snapshot, in its own language: the same input gives the same bytes for ever. Pure. */
export function snapshotPage(page: SnapshotPage): Markup {
  const { content, sha256, answer, isCase, files, timeZone } = page
  const hasScript = page.isFramed !== true
  const speech: Speech = { locale: content.locale, words: wordsIn(content.locale), isFramed: !hasScript }
  const { words } = speech
  const name = nameOf(content, speech)
  const challenge = content.sprint?.challenge ?? ''
  const main = html`<article>
      <header>
        ${place(content, speech)}
        <h1>${content.title}</h1>
        ${challenge === '' ? NOTHING : html`<p class="voice">${lines(challenge)}</p>`}
      </header>
      ${status(page, speech)} ${news(page, speech)} ${purpose(page, speech)}
      ${content.parts.map((one, index) => part(one, index, page, speech))} ${overviews(page, speech)}
      <p class="end">${content.number === null ? NOTHING : words.end(name)}</p>
    </article>
    ${answer === null ? NOTHING : answerForm(content.question, answer, speech, timeZone)}`
  const checksum = sha256.slice(0, 16).replace(/(.{4})(?=.)/gu, '$1 ')
  const foot = html`<footer>
      <p>${name} · ${words.checksum} <span class="checksum">${checksum}</span></p>
    </footer>
    ${hasScript && picturesOf(content).length > 0 ? zoomDialog(words) : NOTHING}`
  return pageFrame({
    locale: content.locale,
    title: `${content.title} · ${isCase ? (content.sprint?.title ?? words.casePage) : name}`,
    files,
    hasForm: answer !== null,
    hasScript,
    aside: aside(page, speech),
    main,
    foot,
  })
}
