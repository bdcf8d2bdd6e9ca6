import { gzipSync } from 'node:zlib'
import type { Locale } from '@samtavle/shared/locale'
import type { SnapshotBlock, SnapshotContent, SnapshotItem } from '@samtavle/shared/snapshot-content'
import { listTemplates } from '@samtavle/templates/catalog'
import { describe, expect, test } from 'vitest'
import { itemOf, wednesdaySnapshot } from '../../test-support/wednesday-snapshot.ts'
import { documentText } from './markup.ts'
import { picturesBelow } from './part-pictures.ts'
import type { ReaderFiles } from './reader-files.ts'
import { type SnapshotPage, snapshotPage } from './snapshot-page.ts'

const FILES: ReaderFiles = { style: '', styleHash: '', script: '', scriptPath: '/s/files/x.js', version: '1' }
const ASKED = { action: '/s/token/answer', given: undefined, typed: undefined, problems: [] }

async function rendered(content: SnapshotContent, over: Partial<SnapshotPage> = {}): Promise<string> {
  const page = {
    content,
    sha256: 'ab12'.repeat(16),
    pictureAt: picturesBelow('/s/token'),
    answer: ASKED,
    isCase: false,
    files: FILES,
  }
  return await documentText(snapshotPage({ ...page, timeZone: 'Europe/Copenhagen', ...over }))
}

/** What is left to read without any markup. */
const wordsOf = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>|<template[\s\S]*?<\/template>/gu, '')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/\s+/gu, ' ')

const headingsOf = (html: string): number[] => [...html.matchAll(/<h([1-6])[\s>]/gu)].map(([, level]) => Number(level))

const item = (over: Partial<SnapshotItem>): SnapshotItem => ({
  ...{ key: 'k', text: 'Teksten', role: null, source: '', example: false, change: 'same', before: '' },
  ...over,
})

function withBlock(block: SnapshotBlock): SnapshotContent {
  const content = wednesdaySnapshot()
  const [first] = content.parts
  if (first === undefined) throw new Error('no part')
  return { ...content, parts: [{ ...first, blocks: [block] }] }
}

test('everything stands on the page, in the order of reading', async () => {
  const content = wednesdaySnapshot()
  const words = wordsOf(await rendered(content))
  const expected = [
    'Øjebliksbillede 3',
    'Frosset af facilitatoren onsdag 9. september 2026 kl. 15.32',
    'Hjem med hjælp · onsdag 9. september · Mulighedsrum og idéer · Forstå → Skab',
    'Onsdag: Mulighedsrum',
    'Jeg satte en stol i gangen',
    'Kræver beslutning',
    'Teamet er på sporet.',
    'Spørgsmål til dig: Må aftenholdet være med i testen fredag?',
    'Nyt siden øjebliksbillede 2',
    'Tirsdag: Indsigter · tirsdag 8. september 2026 kl. 15.47',
    'Formålet er ændret',
    'Det går vi videre med : 2 tilføjet, 1 ændret, 1 fjernet',
    'Fra Færre klager over brevet Til Mere forudsigelig første uge Fordi Ingen af fem borgere',
    'Fra tavlen »Mulighedsrum«',
    'Vi går videre med 1 og 2.',
    'Hvordan kan vi …?',
    'Før: Hvordan kan vi skrive et kortere brev',
    'Situation Dilemma Behov Ønsket effekt',
    'Vis billedet stort: Tre mulighedsrum',
    'Begynd her: spørgsmål 1 og 2',
    'Ikke valgt endnu',
    'Kort fortalt Ét kort med navne, tider og ét nummer',
    'Eksempel',
    'B1',
    'Ikke nået i dag',
    'Her slutter øjebliksbillede 3. Det bliver ikke ændret.',
    'Ja Ja, med forbehold Nej Ring til mig',
    'Kontrolsum ab12 ab12 ab12 ab12',
  ]
  let from = 0
  for (const said of expected) {
    const found = words.indexOf(said, from)
    expect(found, `»${said}« after ${words.slice(Math.max(0, from - 60), from)}`).toBeGreaterThan(-1)
    from = found
  }
  for (const part of content.parts) expect(words).toContain(part.title)
})

test('what names a board or a shape never gets into the page', async () => {
  expect(await rendered(wednesdaySnapshot())).not.toMatch(/7a1c9d1e|shape:|card-1|spaces/u)
})

describe('hostile words', () => {
  const EVIL = `"><script>alert(1)</script><img src=x onerror=alert(2)>'&amp;\n</style></template>{{x}}`

  /** Every text of a content replaced by the same. */
  function poisoned<T>(value: T, key = ''): T {
    const kept = ['kind', 'role', 'change', 'locale', 'madeBy', 'madeAt', 'date', 'phases', 'version']
    if (kept.includes(key)) return value
    if (typeof value === 'string') return EVIL as T
    if (Array.isArray(value)) return value.map((one) => poisoned(one)) as T
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, poisoned(one, name)])) as T
  }

  test('stay words wherever somebody may write', async () => {
    const typed = { answer: EVIL, words: EVIL }
    const given = { answer: 'yes', at: new Date('2026-09-09T14:00:00Z') } as const
    const html = await rendered(poisoned(wednesdaySnapshot()), { answer: { ...ASKED, typed, given } })
    expect(html.match(/<script/gu)).toHaveLength(1)
    expect(html.match(/<img/gu)).toHaveLength(2)
    // Quoted values apart, no tag has an attribute of theirs.
    expect(html.replace(/"[^"]*"/gu, '""')).not.toMatch(/<[^>]*\sonerror/u)
    expect(html.match(/<\/style>/gu)).toHaveLength(1)
    expect(html.match(/<\/template>/gu)).toHaveLength(1)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).toContain('{{x}}')
  })
})

describe('headings', () => {
  test.each(['da', 'en', 'nb'] as const)('go down one step at a time, in %s', async (locale) => {
    const levels = headingsOf(
      (await rendered({ ...wednesdaySnapshot(), locale })).replace(/<template[\s\S]*<\/template>/u, ''),
    )
    expect(levels[0]).toBe(1)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1)
    expect(levels.filter((level) => level === 2).length).toBeGreaterThan(10)
    expect(levels).toContain(3)
  })
})

describe('every language', () => {
  const own: Record<Locale, string[]> = {
    da: ['Ikke nået i dag', 'Frosset af facilitatoren', 'Send svar', 'Idé', 'kl. 15.32'],
    en: [
      'Not reached today',
      'Frozen by the facilitator',
      'Send answer',
      'Idea',
      'Wednesday 9 September 2026 at 15:32',
    ],
    nb: ['Ikke nådd i dag', 'Frosset av fasilitatoren', 'Send svar', 'Idé', 'onsdag 9. september 2026 kl. 15.32'],
  }
  test.each(['da', 'en', 'nb'] as const)('%s says everything by itself', async (locale) => {
    const html = await rendered({ ...wednesdaySnapshot(), locale })
    expect(html).toContain(`<html lang="${locale}">`)
    for (const words of own[locale]) expect(wordsOf(html)).toContain(words)
    expect(html).not.toMatch(/undefined|\[object|NaN/u)
  })
})

describe('blocks', () => {
  test('a quote stands as a quotation with its code', async () => {
    const html = await rendered(
      withBlock({ kind: 'list', title: '', items: [item({ role: 'quote', source: 'B3', text: 'Men til hvad?' })] }),
    )
    expect(html).toMatch(/<blockquote><p>Men til hvad\?<\/p><\/blockquote><figcaption>B3<\/figcaption>/u)
  })

  test('line breaks stay, also where no style sheet is read', async () => {
    const html = await rendered(withBlock({ kind: 'list', title: '', items: [item({ text: 'Et\nTo\r\nTre' })] }))
    expect(html).toContain('Et<br />To<br />Tre')
  })

  test('roles, examples and changes are said in words', async () => {
    const items = [
      item({ role: 'pain', change: 'added' }),
      item({ role: 'fact', change: 'changed', before: 'Det gamle' }),
      item({ change: 'removed', example: true }),
      item({ source: 'B2' }),
    ]
    const html = await rendered(withBlock({ kind: 'list', title: 'Liste', items }))
    const words = wordsOf(html)
    expect(words).toContain('− Smertepunkt + Tilføjet')
    expect(words).toContain('↻ Ændret Før: Det gamle')
    expect(html).toContain('<del>Teksten</del>')
    expect(words).toContain('Eksempel − Fjernet')
    expect(words).toContain('B2')
    expect(words).not.toContain('Iagttagelse')
  })

  test('a card is its fields with their names; an empty one is left out', async () => {
    const fields = [
      { label: 'Hypotese', text: 'Hvis vi ringer' },
      { label: 'Stopregel', text: ' ' },
    ]
    const html = await rendered(
      withBlock({ kind: 'card', key: 'c', title: 'Opkald', status: 'Klar', fields, change: 'changed' }),
    )
    expect(html).toContain('<dt>Hypotese</dt><dd>Hvis vi ringer</dd>')
    expect(html).not.toContain('Stopregel')
    expect(wordsOf(html)).toContain('Opkald ↻ Ændret Klar')
  })

  test('a grid is a table with heads; one with many columns is always a list for the eyes', async () => {
    const grid = (columns: string[]): SnapshotBlock => ({
      ...{ kind: 'table', title: 'Rejsen', columns },
      rows: [
        { title: 'Trin', cells: columns.map((_, index) => (index === 0 ? [] : [item({ text: `Celle ${index}` })])) },
      ],
    })
    const narrow = await rendered(withBlock(grid(['A', 'B'])))
    expect(narrow).toContain('<th role="columnheader" scope="col">B</th>')
    expect(narrow).toContain('<th role="rowheader" scope="row">Trin</th>')
    expect(narrow).toContain('class="grid"')
    expect(wordsOf(narrow)).toContain('Tom')
    expect(await rendered(withBlock(grid(['A', 'B', 'C', 'D', 'E'])))).toContain('class="grid stacked"')
  })

  test('votes of a note and a card are said in words, in the language of the snapshot', async () => {
    const none = { role: null, source: '', example: false, change: 'same', before: '' } as const
    const list: SnapshotBlock = { kind: 'list', title: '', items: [{ key: 'a', text: 'Ring', votes: 4, ...none }] }
    const card: SnapshotBlock = { kind: 'card', key: 'c', title: '', status: '', fields: [], votes: 1, change: 'same' }
    const said = async (locale: SnapshotContent['locale']) => {
      const pages = await Promise.all([list, card].map((one) => rendered({ ...withBlock(one), locale })))
      return pages.map((html) => /class="votes">([^<]*)</.exec(html)?.[1])
    }
    expect(await said('da')).toEqual(['4 stemmer', '1 stemme'])
    expect([await said('en'), await said('nb')]).toEqual([['4 votes', '1 vote'], await said('da')])
    expect(await rendered(wednesdaySnapshot())).not.toContain('class="votes"')
  })

  test('what a drawing says is a list, one line is a paragraph', async () => {
    expect(await rendered(withBlock({ kind: 'words', title: 'Kurve', lines: ['Svært', 'Godt'] }))).toMatch(
      /<ul class="said">\s*<li>Svært<\/li><li>Godt<\/li>/u,
    )
    expect(await rendered(withBlock({ kind: 'words', title: '', lines: ['Alene'] }))).toContain('<p>Alene</p>')
  })
})

describe('what is not there', () => {
  test('a snapshot of a board without a sprint, the first of its kind, with nothing in it', async () => {
    const content = { ...wednesdaySnapshot(), sprint: null, comparedWith: null, status: '', question: '', parts: [] }
    const html = await rendered({ ...content, madeBy: 'owner', number: 1 }, { answer: null })
    expect(wordsOf(html)).toContain('Frosset af tavlens ejer')
    expect(html).not.toMatch(/id="(status|news|purpose|answer|zoom)"|<form/u)
  })

  test('nothing new is said, too', async () => {
    const content = wednesdaySnapshot()
    const sprint = content.sprint && { ...content.sprint, purpose: null }
    expect(wordsOf(await rendered({ ...content, sprint, parts: [] }))).toContain(
      'Intet er tilføjet, ændret eller fjernet siden øjebliksbillede 2.',
    )
  })

  test('an unchanged purpose is only said', async () => {
    const content = wednesdaySnapshot()
    if (content.sprint?.purpose) content.sprint.purpose.changed = null
    const words = wordsOf(await rendered(content))
    expect(words).toContain('Formål Mere forudsigelig første uge')
    expect(words).not.toContain('Formålet er ændret')
  })

  test('a case asks nobody anything', async () => {
    const html = await rendered(wednesdaySnapshot(), { isCase: true, answer: null })
    expect(wordsOf(html)).not.toMatch(/aftenholdet være med|Kræver beslutning/u)
    expect(html).not.toContain('<form')
  })
})

test('an answer before, what was typed and what is wrong with it stand in the form', async () => {
  const given = {
    answer: 'yes-but',
    words: 'Husk tillidsrepræsentanten',
    at: new Date('2026-09-09T14:05:00Z'),
  } as const
  const typed = { answer: 'no', words: 'x'.repeat(301) }
  const html = await rendered(wednesdaySnapshot(), {
    answer: { ...ASKED, given, typed, problems: [{ kind: 'too-long', letters: 301 }] },
  })
  expect(wordsOf(html)).toContain(
    'Der er allerede svaret »Ja, med forbehold« onsdag 9. september 2026 kl. 16.05 . Et nyt svar erstatter det.',
  )
  expect(html).toMatch(/value="no" required checked/u)
  expect(html).toContain(`>${typed.words}</textarea>`)
  expect(html).toMatch(/<textarea[^>]*aria-invalid="true" aria-describedby="answer-problem"/u)
  expect(wordsOf(html)).toContain('Svaret er ikke sendt Linjen har 301 tegn.')
})

test('a snapshot with every example of every template weighs little', async () => {
  const parts = listTemplates().map((template) => ({
    ...{ key: template.id, board: template.name.da, title: template.name.da, lead: template.purpose.da },
    ...{ notReached: false, picture: { key: template.id, alt: template.purpose.da, width: 900, height: 600 } },
    blocks: [
      {
        kind: 'list' as const,
        title: 'Alt',
        items: template.examples.map((one) => itemOf(one, 'da', { change: 'changed', before: one.text.da })),
      },
    ],
  }))
  const html = await rendered({ ...wednesdaySnapshot(), parts })
  expect(parts.flatMap(({ blocks }) => blocks[0]?.items ?? []).length).toBeGreaterThan(300)
  // With style sheet, script and typeface, which are some 55 kB, it stays below 100 kB.
  expect(gzipSync(html).byteLength).toBeLessThan(45_000)
})
