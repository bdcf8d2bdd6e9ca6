import { ANSWERS, type Answer } from '@samtavle/shared/snapshot-api'
import { html } from 'hono/html'
import { lines, type Markup, NOTHING } from './markup.ts'
import type { Speech } from './part-blocks.ts'
import { momentWords } from './reader-moment.ts'
import type { GivenAnswer } from './reader-ports.ts'

/** Why an answer was not taken. */
export type AnswerProblem =
  | { kind: 'choose' }
  | { kind: 'too-long'; letters: number }
  | { kind: 'too-many'; minutes: number }
  | { kind: 'closed' }

/** What is known when the form is shown. */
export type AnswerState = {
  /** Where the form is sent. */
  action: string
  /** The answer that was given before. */
  given: GivenAnswer | undefined
  /** What somebody typed that could not be taken: it stays theirs. */
  typed: { answer: string; words: string } | undefined
  problems: readonly AnswerProblem[]
}

const moment = (at: Date, { locale }: Speech, timeZone: string): Markup =>
  html`<time datetime="${at.toISOString()}">${momentWords(at, locale, timeZone)}</time>`

function problemWords(problem: AnswerProblem, { words }: Speech): string {
  if (problem.kind === 'choose') return words.errors.choose
  if (problem.kind === 'too-long') return words.errors.tooLong(problem.letters)
  if (problem.kind === 'closed') return words.errors.closed
  return words.errors.tooMany(problem.minutes)
}

function problemBox(problems: readonly AnswerProblem[], speech: Speech): Markup {
  if (problems.length === 0) return NOTHING
  return html`<div class="problem" role="alert" id="answer-problem">
    <p><strong><span aria-hidden="true">✕</span> ${speech.words.errors.title}</strong></p>
    ${problems.map((problem) => html`<p>${problemWords(problem, speech)}</p>`)}
  </div>`
}

function choice(answer: Answer, state: AnswerState, { words }: Speech): Markup {
  const checked = state.typed?.answer === answer
  return html`<label class="choice">
    <input type="radio" name="answer" value="${answer}" required ${checked ? html`checked` : NOTHING} />
    <span>${words.answers[answer]}</span>
  </label>`
}

/** A question and, on the lines below it, what is to be known about it. */
export function questionParts(question: string): { first: string; rest: string } {
  const [first = '', ...others] = question.trim().split(/\r\n|\r|\n/u)
  return { first, rest: others.join('\n').trim() }
}

/** The question with its four answers and one line, below the snapshot and outside it. */
export function answerForm(question: string, state: AnswerState, speech: Speech, timeZone: string): Markup {
  const { words } = speech
  const { given, problems, typed } = state
  const before =
    given === undefined
      ? NOTHING
      : html`<p class="given">
          ${words.answered(words.answers[given.answer])} ${moment(given.at, speech, timeZone)}. ${words.replaces}
        </p>`
  const { first, rest } = questionParts(question)
  const described = problems.length === 0 ? NOTHING : html` aria-describedby="answer-problem"`
  const isWrong = problems.some(({ kind }) => kind === 'too-long') ? html` aria-invalid="true"` : NOTHING
  return html`<section class="answer" id="answer" aria-labelledby="answer-title">
    ${question === '' ? NOTHING : html`<p class="kicker">${words.question}</p>`}
    <h2 id="answer-title">${question === '' ? words.answerLegend : first}</h2>
    ${rest === '' ? NOTHING : html`<p>${lines(rest)}</p>`}
    ${before}${problemBox(problems, speech)}
    <form method="post" action="${state.action}#answer">
      <fieldset${described}>
        <legend>${words.answerLegend}</legend>
        <div class="choices">${ANSWERS.map((answer) => choice(answer, state, speech))}</div>
      </fieldset>
      <label class="line" for="answer-words"><strong>${words.oneLine}</strong> ${words.optional}</label>
      <textarea id="answer-words" name="words" rows="2"${isWrong}${described}>${typed?.words ?? ''}</textarea>
      <div class="send"><button type="submit">${words.send}</button> <p>${words.becomes}</p></div>
    </form>
  </section>`
}

/** What was answered and when, after it was. */
export function thanksBody(given: GivenAnswer, pagePath: string, speech: Speech, timeZone: string): Markup {
  const { thanks, answers } = speech.words
  return html`<div class="notice">
    <h1>${thanks.title}</h1>
    <p>${thanks.text}</p>
    <dl>
      <div><dt>${thanks.answer}</dt><dd><strong>${answers[given.answer]}</strong></dd></div>
      <div><dt>${thanks.sent}</dt><dd>${moment(given.at, speech, timeZone)}</dd></div>
    </dl>
    <p>${thanks.stands}</p>
    <p class="ways">
      <a class="button" href="${pagePath}">${thanks.back}</a> <a href="${pagePath}#answer">${thanks.again}</a>
    </p>
  </div>`
}
