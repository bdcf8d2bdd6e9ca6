import type { Phase } from '@samtavle/shared/agenda'
import { type Localised, words } from '../template.ts'
import { clock, lunch, pause, work } from './block.ts'
import type { ProgrammeBlock, ProgrammeDay } from './programme.ts'

type Piece = { minutes: number; boards: readonly string[]; title: Localised }
export const piece = (minutes: number, boards: readonly string[], title: Localised): Piece => ({
  minutes,
  boards,
  title,
})

/**
 * A whole day of a course, 9.00–15.30: four pieces of work, two breaks, lunch, and half an hour of training log at the
 * end. Each participant brings a real challenge, and tries what was learned until next time.
 */
export function courseDay(about: {
  number: number
  week: number
  title: Localised
  goal: Localised
  tryOut: Localised
  phases: readonly Phase[]
  pieces: readonly [Piece, Piece, Piece, Piece]
}): ProgrammeDay {
  const { number, week, title, goal, tryOut, phases, pieces } = about
  const id = (name: string) => `c${number}-${name}`
  const [first, second, third, fourth] = pieces.map((one, at) =>
    work(id(`piece-${at + 1}`), one.minutes, one.boards, one.title),
  )
  const log: ProgrammeBlock = {
    id: id('log'),
    kind: 'wrap-up',
    minutes: 30,
    boards: ['T25'],
    title: words('Træningslog og aftaler', 'Training log and agreements', 'Treningslogg og avtaler'),
  }
  const blocks = [first, pause(id('break')), second, lunch(id('lunch')), third, pause(id('break-2')), fourth, log]
  return {
    key: `day${number}`,
    offset: (week - 1) * 7,
    title,
    goal,
    phases,
    startsAt: clock(9),
    blocks: blocks.filter((block) => block !== undefined),
    handsOver: [tryOut],
    managerSees: null,
  }
}

export const OUTSIDE_IN = (week: number): ProgrammeDay =>
  courseDay({
    number: 1,
    week,
    title: words('Udefra og ind', 'Outside in', 'Utenfra og inn'),
    goal: words(
      'Alle har en udfordring set udefra og kan spørge en borger om den',
      'Everybody has a challenge seen from outside, and can ask a citizen about it',
      'Alle har en utfordring sett utenfra og kan spørre en innbygger om den',
    ),
    tryOut: words(
      'Til næste gang: tre samtaler med borgere',
      'Until next time: three conversations with citizens',
      'Til neste gang: tre samtaler med innbyggere',
    ),
    phases: ['foundation', 'understand'],
    pieces: [
      piece(
        90,
        ['T01', 'T02'],
        words('Øvetavle og din udfordring', 'Practice board and your challenge', 'Øvetavle og utfordringen din'),
      ),
      piece(75, ['T08'], words('Borgerland–fagland', 'Citizen land–professional land', 'Innbyggerland–fagland')),
      piece(75, ['T05'], words('Interview: guide', 'Interviewing: the guide', 'Intervju: guide')),
      piece(
        60,
        ['T05'],
        words('Interview: øv på hinanden', 'Interviewing: practise on each other', 'Intervju: øv på hverandre'),
      ),
    ],
  })

export const INSIGHTS = (week: number): ProgrammeDay =>
  courseDay({
    number: 2,
    week,
    title: words(
      'Indsigter, rejse og mulighedsrum',
      'Insights, journey and opportunity space',
      'Innsikter, reise og mulighetsrom',
    ),
    goal: words(
      'Samtalerne er blevet til indsigter og til et spørgsmål',
      'The conversations have become insights and a question',
      'Samtalene er blitt til innsikter og til et spørsmål',
    ),
    tryOut: words(
      'Til næste gang: tegn rejsen med kollegerne, og vælg ét spørgsmål',
      'Until next time: draw the journey with colleagues, and choose one question',
      'Til neste gang: tegn reisen med kollegene, og velg ett spørsmål',
    ),
    phases: ['understand'],
    pieces: [
      piece(
        90,
        ['T05'],
        words('Indsigter fra samtalerne', 'Insights from the conversations', 'Innsikter fra samtalene'),
      ),
      piece(75, ['T06'], words('Målgruppe og persona', 'Target group and persona', 'Målgruppe og persona')),
      piece(75, ['T07'], words('Borgerrejse', 'Citizen journey', 'Innbyggerreise')),
      piece(60, ['T09'], words('Mulighedsrum', 'Opportunity space', 'Mulighetsrom')),
    ],
  })
