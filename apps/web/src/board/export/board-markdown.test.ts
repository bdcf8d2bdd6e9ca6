import { describe, expect, test } from 'vitest'
import { boardMarkdown, escapeLine } from './board-markdown.ts'
import { WORDS, written } from './export-words.fixture.ts'

const items = (...texts: ReturnType<typeof written>[]) =>
  boardMarkdown('T', [{ frame: 'f', title: 'F', cells: [{ title: undefined, texts }] }], WORDS)
    .split('\n\n')
    .slice(2)
    .join('\n\n')

describe('a board as Markdown', () => {
  test('has headings for sections and cells, and an item for each text', () => {
    const markdown = boardMarkdown(
      'Borgerrejse: uge 37',
      [
        {
          frame: 'f',
          title: 'Ansøgning',
          cells: [
            { title: undefined, texts: [written('Uden celle', { role: undefined })] },
            {
              title: 'Smertepunkter',
              texts: [written('Ringer selv', { author: 'anna' }), written('Venter', { example: true, author: 'gone' })],
            },
          ],
        },
        { frame: null, title: '', cells: [{ title: undefined, texts: [written('Løst', { role: 'quote' })] }] },
      ],
      WORDS,
    )
    expect(markdown).toBe(`# Borgerrejse: uge 37

## Ansøgning

- Uden celle

### Smertepunkter

- **Smertepunkt:** Ringer selv *(Anna Holm)*
- **Smertepunkt, Eksempel:** Venter

## Uden for felterne

- **Citat:** Løst
`)
  })

  test('keeps the lines of a text in its item', () => {
    expect(items(written('en\nto\r\n\n- tre\n# fire'), written('ny'))).toBe(
      '- **Smertepunkt:** en\\\n  to\n\n  \\- tre\\\n  \\# fire\n- **Smertepunkt:** ny\n',
    )
  })

  test('a heading is one line and ends nothing', () => {
    const markdown = boardMarkdown('a\n# b\n---', [{ frame: 'f', title: ' x\n\n<b> ## ', cells: [] }], WORDS)
    expect(markdown).toBe('# a \\# b ---\n\n## x &lt;b&gt; \\#\\#\n')
  })

  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['[klik](javascript:alert(1))', '\\[klik\\](javascript:alert(1))'],
    ['![](https://elsewhere.example/a.png)', '!\\[\\](https://elsewhere.example/a.png)'],
    ['[a]: https://elsewhere.example', '\\[a\\]: https://elsewhere.example'],
    ['<https://elsewhere.example>', '&lt;https://elsewhere.example&gt;'],
    ['**fed** og _skrå_', '\\*\\*fed\\*\\* og \\_skrå\\_'],
    ['et_ord_med_streger', 'et_ord_med_streger'],
    ['`kode`', '\\`kode\\`'],
    ['```', '\\`\\`\\`'],
    ['~~~', '\\~\\~\\~'],
    ['# overskrift', '\\# overskrift'],
    ['> citat', '&gt; citat'],
    ['- punkt', '\\- punkt'],
    ['+ punkt', '\\+ punkt'],
    ['-1 grad', '-1 grad'],
    ['---', '\\---'],
    ['===', '\\==='],
    ['___', '\\_\\_\\_'],
    ['1. punkt', '1\\. punkt'],
    ['12) punkt', '12\\) punkt'],
    ['8.30 på mødet', '8.30 på mødet'],
    ['a | b', 'a \\| b'],
    ['&lt;b&gt; & R&D', '&amp;lt;b&amp;gt; & R&D'],
    ['slut\\', 'slut\\\\'],
    ['$x$', '\\$x\\$'],
  ])('%j is words', (line, expected) => {
    expect(escapeLine(line)).toBe(expected)
  })
})
