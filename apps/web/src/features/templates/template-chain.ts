import type { TemplateSummary } from '@samtavle/shared/api'

type HandOver = TemplateSummary['handsOnTo'][number]

/** One step of the way between templates: the template at its other end, where it is there, and what goes over. */
export type ChainLink = {
  template: TemplateSummary | undefined
  name: HandOver['name']
  what: HandOver['what']
}

/** What a template hands on, and to which. A hand-over may name a template that there is not. Pure, as is the other. */
export function handsOnTo(template: TemplateSummary, all: readonly TemplateSummary[]): ChainLink[] {
  return template.handsOnTo.map(({ to, name, what }) => ({
    template: all.find((other) => isNamed(other, to)),
    name,
    what,
  }))
}

/** What a template receives, and from which, in the order of the gallery. */
export function comesFrom(template: TemplateSummary, all: readonly TemplateSummary[]): ChainLink[] {
  return all
    .filter((other) => other.id !== template.id)
    .flatMap((other) =>
      other.handsOnTo
        .filter(({ to }) => isNamed(template, to))
        .map(({ what }) => ({ template: other, name: other.name, what })),
    )
}

const isNamed = ({ id, number }: TemplateSummary, to: string): boolean => id === to || number === to
