import type { TemplateFilter } from './template-filter.ts'

/** How the gallery was narrowed when it was left, as long as the page is open. */
let left: TemplateFilter = {}

export function leaveGallery(filter: TemplateFilter): void {
  left = filter
}

/** What the way back from a template leads to: the gallery as it was. */
export const galleryAsLeft = (): TemplateFilter => left
