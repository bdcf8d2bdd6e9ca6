import type { Locale } from '@samtavle/shared/locale'
import type { Letter, Mailer } from '../mail/mailer.ts'
import type { Clock } from '../rooms/clock.ts'
import { createRecurringWork } from '../rooms/recurring-work.ts'
import type { RoomLog } from '../rooms/room-log.ts'
import { daysAfter, isWorkingTime, wallClock } from './loop-dates.ts'
import type { DueRow, LoopStore } from './loop-store.ts'

/** Milliseconds between two looks, and days before a round on which there is a letter (F31). */
export const LOOP_LETTERS = { firstMs: 60_000, everyMs: 30 * 60_000, daysBefore: [7, 2] } as const

type Words = {
  subject: string
  hello: string
  days: (days: number) => string
  when: string
  what: string
  more: string
}

const WORDS: Record<Locale, Words> = {
  da: {
    subject: 'Læringsloop',
    hello: 'Hej',
    days: (days) => `Om ${days} dage er der en runde i jeres læringsloop.`,
    when: 'Hvornår',
    what: 'Det vil I lære',
    more: 'Se mere her',
  },
  en: {
    subject: 'Learning loop',
    hello: 'Hello',
    days: (days) => `In ${days} days there is a round of your learning loop.`,
    when: 'When',
    what: 'What you want to learn',
    more: 'Read more here',
  },
  nb: {
    subject: 'Læringssløyfe',
    hello: 'Hei',
    days: (days) => `Om ${days} dager er det en runde i læringssløyfen deres.`,
    when: 'Når',
    what: 'Dette vil dere lære',
    more: 'Les mer her',
  },
}

/** The letter about a round, in the language of whom it goes to. */
export function letterAbout(round: DueRow, daysBefore: number, address: string): Letter {
  const words = WORDS[round.locale]
  const day = new Intl.DateTimeFormat(round.locale === 'en' ? 'en-GB' : round.locale, {
    dateStyle: 'full',
    timeZone: 'UTC',
  }).format(new Date(round.date))
  const sign = round.locale === 'en' ? ':' : '.'
  const time = `${Math.floor(round.atMinute / 60)}${sign}${String(round.atMinute % 60).padStart(2, '0')}`
  // One line each: nothing that somebody typed begins a line of its own.
  const line = (typed: string) => typed.replace(/\s+/gu, ' ').trim()
  return {
    to: round.email,
    subject: `${words.subject}: ${line(round.sprint)}`,
    text: [
      `${words.hello} ${line(round.name)}`,
      '',
      words.days(daysBefore),
      '',
      `${words.when}: ${day} ${time}`,
      `${words.what}: ${line(round.question)}`,
      '',
      `${words.more}: ${address}/sprints/${round.sprintId}${round.received ? `/loops/${round.loopId}` : ''}`,
      '',
    ].join('\n'),
  }
}

/** Writes to those who see to a loop before its rounds, in working hours only. Who has a letter gets no second one. */
export function createLoopLetters(deps: {
  store: Pick<LoopStore, 'unwritten' | 'noteWritten'>
  mailer: Mailer
  publicAddress: () => string
  /** Where working hours are kept. */
  timeZone: string
  clock: Clock
  log: RoomLog
  now: () => Date
}) {
  const { store, mailer, publicAddress, timeZone, clock, log, now } = deps
  const recurring = createRecurringWork({
    ...LOOP_LETTERS,
    async work() {
      const letters = await write()
      if (letters > 0) log.info({ letters }, 'letters about learning loops were sent')
    },
    failure: 'letters about learning loops were not sent',
    clock,
    log,
  })

  /** Answers how many letters the mail server took. */
  async function write(): Promise<number> {
    if (!isWorkingTime(now(), timeZone)) return 0
    const today = wallClock(now(), timeZone).date
    let taken = 0
    for (const daysBefore of LOOP_LETTERS.daysBefore) {
      for (const round of await store.unwritten(daysAfter(today, daysBefore), daysBefore)) {
        if (recurring.isClosed()) return taken
        try {
          await mailer.send(letterAbout(round, daysBefore, publicAddress()))
          await store.noteWritten(round, daysBefore, now())
          taken += 1
        } catch (error) {
          // Who it was for stays out of the log.
          log.warn(
            { loop: round.loopId, code: (error as { code?: unknown }).code },
            'a letter was not taken, trying again later',
          )
        }
      }
    }
    return taken
  }

  return { write, start: recurring.start, close: recurring.close }
}
