import { describe, expect, test } from 'vitest'
import { pictureName } from './picture-name.ts'

describe('SEC-48: what a file is called on the board', () => {
  test.each([
    ['ferie.jpg', 'ferie.jpg'],
    ['Blåbærgrød på Ærø.png', 'Blåbærgrød på Ærø.png'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\system32\\x.png', 'x.png'],
    ['C:\\Users\\anna\\x.png', 'x.png'],
    ['/etc/passwd', 'passwd'],
    ['x.png/', ''],
    ['.', ''],
    ['..', ''],
    ['....', ''],
    ['', ''],
    ['   ', ''],
    ['a\u0000b.png', 'ab.png'],
    ['a\r\nSet-Cookie: x=1.png', 'aSet-Cookie: x=1.png'],
    ['a\nb.png', 'ab.png'],
    ['a\tb.png', 'ab.png'],
    ['\u202egnp.exe', 'gnp.exe'],
    ['a\u2066b\u2069.png', 'ab.png'],
    ['a\u200bb\ufeff.png', 'ab.png'],
    ['a\u2028b.png', 'ab.png'],
    ['<script>alert(1)</script>.png', 'script>.png'],
    ['"; filename="x.exe', '"; filename="x.exe'],
    ['a   b.png', 'a b.png'],
    ['x'.repeat(4_096), 'x'.repeat(120)],
    ['🙂'.repeat(200), '🙂'.repeat(120)],
  ])('%j', (sent, name) => {
    expect(pictureName(sent)).toBe(name)
  })
})
