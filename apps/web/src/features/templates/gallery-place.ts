import type { TemplateFilter } from './template-filter.ts'

/** How the gallery was narrowed last, as long as this page of the app is open. */
let last: TemplateFilter = {}

export function keepGallery(filter: TemplateFilter): void {
  last = filter
}

/** What the way back from a template leads to: the gallery as it was. */
export const galleryAsLeft = (): TemplateFilter => last
