import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

/**
 * What a class composes from another file may come before or after its own rules in the built styles: the builder keeps
 * one copy, the last. So a class sets nothing with the same weight that something it composes sets too.
 */
type Rule = { subjects: string[]; weight: number; part: string; properties: string[] }
type Sheet = { rules: Rule[]; composed: Map<string, { name: string; file: string }[]> }

const WEB = join(import.meta.dirname, '../../apps/web/src')
/** Names that look like a part of another property and are none, and parts that do not look like it. */
const RENAMED: Record<string, string> = {
  'overflow-wrap': 'wrap',
  'border-radius': 'radius',
  'row-gap': 'gap-row',
  'column-gap': 'gap-column',
}

function readSheet(file: string, text: string): Sheet {
  const sheet: Sheet = { rules: [], composed: new Map() }
  for (const [, selectors = '', body = ''] of text.replace(/\/\*.*?\*\//gs, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const declarations = body.split(';').flatMap((line) => {
      const [property = '', value = ''] = line.split(/:(.*)/s).map((part) => part.trim())
      return property === '' ? [] : [{ property, value }]
    })
    const properties = declarations.map(({ property }) => RENAMED[property] ?? property)
    for (const selector of selectors.split(',').map((part) => part.trim())) {
      const subject = selector.split(/[\s>+~]+(?![^(]*\))/).at(-1) ?? ''
      const subjects = [...subject.replace(/\(.*?\)/g, '').matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name)
      const weight = selector.match(/\.[\w-]+|\[[^\]]*\]|(?<!:):(?!is|where|has|not|global)[\w-]+/g)?.length ?? 0
      const part = /::[\w-]+/.exec(subject)?.[0] ?? ''
      sheet.rules.push({ subjects, weight, part, properties: properties.filter((name) => name !== 'composes') })
      for (const { property, value } of declarations) {
        if (property !== 'composes') continue
        const [, names = '', from] = /^([\w\s-]+?)(?:\s+from\s+"(.+)")?$/.exec(value) ?? []
        const target = from === undefined ? file : join(dirname(file), from)
        const known = sheet.composed.get(selector.slice(1)) ?? []
        sheet.composed.set(selector.slice(1), [...known, ...names.split(/\s+/).map((name) => ({ name, file: target }))])
      }
    }
  }
  return sheet
}

function findClashes(sheets: Map<string, Sheet>): string[] {
  const sheetOf = (file: string): Sheet => {
    const sheet = sheets.get(file)
    if (sheet === undefined) throw new Error(`nothing can be composed from ${file}`)
    return sheet
  }
  const rulesOf = (file: string, name: string) => sheetOf(file).rules.filter(({ subjects }) => subjects.includes(name))
  const allComposed = (file: string, name: string): { name: string; file: string }[] =>
    (sheetOf(file).composed.get(name) ?? []).flatMap((one) => [one, ...allComposed(one.file, one.name)])
  const isSame = (one: string, other: string) =>
    one === other || one.startsWith(`${other}-`) || other.startsWith(`${one}-`)
  return [...sheets].flatMap(([file, { composed }]) =>
    [...composed.keys()].flatMap((name) => {
      const all = [{ name, file }, ...allComposed(file, name)]
      return all.flatMap((one, at) =>
        all.slice(at + 1).flatMap((other) =>
          one.file === other.file
            ? []
            : rulesOf(one.file, one.name).flatMap((mine) =>
                rulesOf(other.file, other.name)
                  .filter(({ weight, part }) => weight === mine.weight && part === mine.part)
                  .flatMap(({ properties }) =>
                    properties.filter((theirs) => mine.properties.some((own) => isSame(own, theirs))),
                  )
                  .map((property) => `${file} .${name}: ${property}, of .${one.name} and of .${other.name}`),
              ),
        ),
      )
    }),
  )
}

const clashes = (files: Record<string, string>) =>
  findClashes(new Map(Object.entries(files).map(([file, text]) => [file, readSheet(file, text)])))

describe('styles that compose others', () => {
  it('set nothing that these set', () => {
    const names = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.module.css'))
    const files = names.map((name) => [join(WEB, name), readFileSync(join(WEB, name), 'utf8')] as const)
    const found = clashes(Object.fromEntries(files))
    expect(files.some(([, text]) => text.includes('composes:'))).toBe(true)
    expect(found.map((clash) => relative(WEB, clash))).toEqual([])
  })

  it('are seen when they do', () => {
    const base = '.link { display: flex; color: red } .link:hover { color: blue } .on { composes: link; margin: 0 }'
    const of = (own: string) => clashes({ '/base.css': base, '/own.css': own })
    expect(of('.back { composes: link from "./base.css"; gap: 0 } .back:focus { outline: 0 }')).toEqual([])
    expect(of('.back { composes: link from "./base.css"; color: green }')).toHaveLength(1)
    expect(of('.back { composes: link from "./base.css" } @media print { .back { display: none } }')).toHaveLength(1)
    expect(of('.back { composes: link from "./base.css" } .back[open] { color: green }')).toHaveLength(1)
    expect(of('.back { composes: on from "./base.css"; margin-top: 1px } .back { color: red }')).toHaveLength(2)
  })
})
