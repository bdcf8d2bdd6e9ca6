import type { Locale } from '@samtavle/shared/locale'
import type { SnapshotContent, SnapshotItem, SnapshotPart } from '@samtavle/shared/snapshot-content'
import { BORGERLAND_FAGLAND_EXAMPLES } from '@samtavle/templates/borgerland-fagland-examples'
import { IDEUDVIKLING_EXAMPLES } from '@samtavle/templates/ideudvikling-examples'
import { INTERVIEW_INDSIGT_EXAMPLES } from '@samtavle/templates/interview-indsigt-examples'
import { MULIGHEDSRUM_EXAMPLES } from '@samtavle/templates/mulighedsrum-examples'
import { PROCESLOG_EXAMPLES } from '@samtavle/templates/proceslog-examples'
import type { TemplateExample } from '@samtavle/templates/template'

/** An item as it comes from a note of an example board. */
export function itemOf(example: TemplateExample, locale: Locale, over: Partial<SnapshotItem> = {}): SnapshotItem {
  const text = example.text[locale]
  const { where, role } = example
  const item = { key: `${where}: ${text}`, text, role, source: '', example: false } as const
  return { ...item, change: 'same', before: '', ...over }
}

/** The nth example of a place. */
function at(examples: readonly TemplateExample[], where: string, index = 0): TemplateExample {
  const found = examples.filter((example) => example.where === where)[index]
  if (found === undefined) throw new Error(`there is no example ${index} in ${where}`)
  return found
}

function part(board: string, title: string, lead: string, rest: Partial<SnapshotPart>): SnapshotPart {
  const key = `7a1c9d1e-0000-4000-8000-000000000000/shape:${title}`
  return { key, board, title, lead, notReached: false, blocks: [], picture: null, ...rest }
}

const SPACES = 'Mulighedsrum'

/** The snapshot of the example sprint's Wednesday (domain guide 5.1), in the words of the templates' examples. */
export function wednesdaySnapshot(): SnapshotContent {
  const space = (where: string, over?: Partial<SnapshotItem>) => [itemOf(at(MULIGHEDSRUM_EXAMPLES, where), 'da', over)]
  const idea = (where: string, index = 0, over?: Partial<SnapshotItem>) =>
    itemOf(at(IDEUDVIKLING_EXAMPLES, where, index), 'da', over)
  const both = (where: string) => [
    [itemOf(at(BORGERLAND_FAGLAND_EXAMPLES, `borgerland/${where}`), 'da')],
    [itemOf(at(BORGERLAND_FAGLAND_EXAMPLES, `fagland/${where}`), 'da')],
  ]
  const log = (where: string) => at(PROCESLOG_EXAMPLES, where).text.da
  return {
    version: 1,
    locale: 'da',
    number: 3,
    title: 'Onsdag: Mulighedsrum',
    madeAt: '2026-09-09T13:32:00.000Z',
    madeBy: 'facilitator',
    sprint: {
      title: 'Hjem med hjælp',
      challenge: '»Jeg satte en stol i gangen, så jeg kunne høre, hvis nogen ringede på.«',
      day: { title: 'Mulighedsrum og idéer', date: '2026-09-09', phases: ['understand', 'create'] },
      purpose: {
        words: log('til/r1'),
        version: 2,
        changed: { before: log('fra/r1'), why: log('hvorfor/r1') },
      },
    },
    status: 'Teamet er på sporet. To mulighedsrum er valgt, og idéerne er begyndt at komme.',
    question: 'Må aftenholdet være med i testen fredag?\nVi anbefaler ja: to medarbejdere i en time.',
    comparedWith: { number: 2, title: 'Tirsdag: Indsigter', madeAt: '2026-09-08T13:47:00.000Z' },
    parts: [
      part(SPACES, 'Det går vi videre med', 'Højst to. Hvem har besluttet det, og hvorfor?', {
        blocks: [
          { kind: 'list', title: '', items: space('valgt', { change: 'added' }) },
          {
            kind: 'list',
            title: 'Hvordan kan vi …?',
            items: [
              ...space('m1-hkv', { change: 'added' }),
              ...space('m2-hkv', {
                change: 'changed',
                before: 'Hvordan kan vi skrive et kortere brev, så borgeren læser det?',
              }),
              { ...idea('hkv'), text: 'Hvordan kan vi få en app til at vise køreplanen?', change: 'removed' },
            ],
          },
        ],
      }),
      part(SPACES, 'Tre mulighedsrum', 'Fra dilemma til ønsket effekt', {
        blocks: [
          {
            kind: 'table',
            title: 'Situation, dilemma, behov og effekt',
            columns: ['Situation', 'Dilemma', 'Behov', 'Ønsket effekt'],
            rows: [1, 2, 3].map((number) => ({
              title: String(number),
              cells: ['situation', 'dilemma', 'behov', 'effekt'].map((key) => space(`m${number}-${key}`)),
            })),
          },
        ],
        picture: {
          key: 'spaces',
          alt: 'De tre mulighedsrum som tre rækker sedler på tavlen.',
          width: 960,
          height: 540,
        },
      }),
      part(SPACES, 'Nytte og mulighed', 'Lodret: nytte for borgeren. Vandret: mulighed for at gøre noget ved det.', {
        blocks: [
          {
            kind: 'words',
            title: '',
            lines: [
              'Begynd her: spørgsmål 1 og 2',
              'Værd at kæmpe for: spørgsmål 3',
              'Hurtigt på plads: ingen',
              'Lad ligge: ingen',
            ],
          },
        ],
      }),
      part(SPACES, 'Gemmes til senere', 'Hvem skal have det i stedet for os?', {
        blocks: [{ kind: 'list', title: '', items: space('parkering') }],
      }),
      part('Idéudvikling', 'Idékort', 'Ikke valgt endnu', {
        blocks: [
          {
            kind: 'card',
            key: 'card-1',
            title: 'Køleskabskortet',
            status: 'Ikke valgt endnu',
            fields: [
              { label: 'Kort fortalt', text: 'Ét kort med navne, tider og ét nummer' },
              { label: 'For hvem', text: 'Nyudskrevne uden overblik' },
              { label: 'Kræver', text: 'Print hos visitator' },
              { label: 'Mindste prøve', text: 'Tre borgere fredag' },
            ],
            change: 'added',
          },
          {
            kind: 'card',
            key: 'card-2',
            title: 'Opkald på dag 2',
            status: 'Ikke valgt endnu',
            fields: [
              { label: 'Kort fortalt', text: 'Ti minutter med en, der kender planen' },
              { label: 'For hvem', text: 'Alle nye borgere' },
              { label: 'Kræver', text: 'To timer om dagen' },
              { label: 'Mindste prøve', text: 'Fem opkald i weekenden' },
            ],
            change: 'added',
          },
        ],
      }),
      part('Idéudvikling', 'Alle idéer', '', {
        blocks: [
          {
            kind: 'list',
            title: 'Ark A',
            items: [
              idea('ark-a'),
              idea('ark-a', 1, { change: 'changed', before: 'Og som skriver en sms bagefter' }),
              idea('ark-c', 0, { example: true }),
            ],
          },
          { kind: 'list', title: 'Uden ark', items: [idea('alle'), idea('alle', 1)] },
        ],
      }),
      part('Borgerland – fagland', 'To lande', 'Samme ord, to verdener', {
        blocks: [
          {
            kind: 'table',
            title: '',
            columns: ['Borgerland', 'Fagland'],
            rows: [
              { title: 'Hverdag', cells: both('hverdag') },
              { title: 'Tid', cells: both('tid') },
              { title: 'Mål', cells: [both('maal')[0] ?? [], []] },
            ],
          },
        ],
      }),
      part('Samtaler', 'Det, borgerne siger', '', {
        blocks: [
          {
            kind: 'list',
            title: '',
            items: INTERVIEW_INDSIGT_EXAMPLES.filter(({ role }) => role === 'quote')
              .slice(0, 2)
              .map((example, index) => itemOf(example, 'da', { source: `B${index + 1}` })),
          },
        ],
      }),
      part('Vanebryder', 'Det modsatte', 'Hvad ville gøre det værre?', { notReached: true }),
    ],
  }
}
