/**
 * Path data of SVG with nothing left to be understood: absolute, every step with its letter, and curves with both their
 * control points. What follows a mistake in the data is left out, as browsers do. pdfkit draws curves of one control
 * point (`Q`, `T`) as others than they are.
 */
export function plainPath(d: string): string {
  const pen = new Pen()
  for (const { letter, numbers } of stepsOf(d)) pen.step(letter, numbers)
  return pen.out.join('')
}

/** How many numbers a step takes. */
const TAKES: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 }
const NUMBER = /^[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/i
/** Flags of an arc may stand without anything between them and what follows. */
const FLAG = /^[\s,]*([01])/

function* stepsOf(d: string): Generator<{ letter: string; numbers: number[] }> {
  for (const [, letter = '', text = ''] of d.matchAll(/([mlhvcsqtaz])([^mlhvcsqtaz]*)/gi)) {
    const takes = TAKES[letter.toLowerCase()] ?? 0
    if (takes === 0) yield { letter, numbers: [] }
    let rest = text
    for (let next = letter; takes > 0; ) {
      const numbers: number[] = []
      while (numbers.length < takes) {
        const isFlag = takes === 7 && (numbers.length === 3 || numbers.length === 4)
        const found = (isFlag ? FLAG : NUMBER).exec(rest)
        if (found === null) break
        numbers.push(Number(found[1]))
        rest = rest.slice(found[0].length)
      }
      if (numbers.length < takes) {
        if (/[^\s,]/.test(rest) || numbers.length > 0) return
        break
      }
      yield { letter: next, numbers }
      // More pairs after a move are lines.
      next = next === 'm' ? 'l' : next === 'M' ? 'L' : next
    }
  }
}

class Pen {
  readonly out: string[] = []
  #x = 0
  #y = 0
  #start = { x: 0, y: 0 }
  /** Control point of the curve before, which a smooth one mirrors. */
  #cubic: { x: number; y: number } | undefined
  #quadratic: { x: number; y: number } | undefined

  step(letter: string, numbers: readonly number[]): void {
    const relative = letter === letter.toLowerCase()
    const x = (at: number) => (numbers[at] ?? 0) + (relative ? this.#x : 0)
    const y = (at: number) => (numbers[at] ?? 0) + (relative ? this.#y : 0)
    const [cubic, quadratic] = [this.#cubic, this.#quadratic]
    this.#cubic = undefined
    this.#quadratic = undefined
    switch (letter.toLowerCase()) {
      case 'm':
        this.#start = { x: x(0), y: y(1) }
        this.#to('M', x(0), y(1))
        break
      case 'l':
        this.#to('L', x(0), y(1))
        break
      case 'h':
        this.#to('L', x(0), this.#y)
        break
      case 'v':
        this.#to('L', this.#x, y(0))
        break
      case 'c':
        this.#curve({ x: x(0), y: y(1) }, { x: x(2), y: y(3) }, x(4), y(5))
        break
      case 's':
        this.#curve(this.#mirrored(cubic), { x: x(0), y: y(1) }, x(2), y(3))
        break
      case 'q':
        this.#bend({ x: x(0), y: y(1) }, x(2), y(3))
        break
      case 't':
        this.#bend(this.#mirrored(quadratic), x(0), y(1))
        break
      case 'a': {
        const [rx = 0, ry = 0, turn = 0, large = 0, sweep = 0] = numbers
        const round = rx !== 0 && ry !== 0
        this.#to(round ? `A${Math.abs(rx)} ${Math.abs(ry)} ${turn} ${large} ${sweep} ` : 'L', x(5), y(6))
        break
      }
      default:
        this.out.push('Z')
        this.#x = this.#start.x
        this.#y = this.#start.y
    }
  }

  #mirrored(point: { x: number; y: number } | undefined): { x: number; y: number } {
    return point === undefined ? { x: this.#x, y: this.#y } : { x: 2 * this.#x - point.x, y: 2 * this.#y - point.y }
  }

  #bend(control: { x: number; y: number }, x: number, y: number): void {
    const toward = (from: number, to: number) => from + (2 / 3) * (to - from)
    const first = { x: toward(this.#x, control.x), y: toward(this.#y, control.y) }
    this.#curve(first, { x: toward(x, control.x), y: toward(y, control.y) }, x, y)
    this.#cubic = undefined
    this.#quadratic = control
  }

  #curve(first: { x: number; y: number }, second: { x: number; y: number }, x: number, y: number): void {
    this.#to(`C${round(first.x)} ${round(first.y)} ${round(second.x)} ${round(second.y)} `, x, y)
    this.#cubic = second
  }

  #to(written: string, x: number, y: number): void {
    this.out.push(`${written}${round(x)} ${round(y)}`)
    this.#x = x
    this.#y = y
  }
}

const round = (value: number): number => Math.round(value * 1_000) / 1_000
