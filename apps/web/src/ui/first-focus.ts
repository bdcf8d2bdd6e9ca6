/** What takes typing; of a group of radios the chosen one, but for a row of them: it says how the fields are shown. */
const FIELDS = [
  ':is(input, textarea, select):not(:disabled, [tabindex="-1"], [aria-hidden="true"])',
  '[role="radiogroup"]:not([aria-orientation="horizontal"]) [role="radio"][aria-checked="true"]',
].join()

/**
 * Puts the focus of a dialog that opens on its first field, else on its main action, which is the last button of the
 * footer. False when there is neither: then the way to close it is the best there is.
 */
export function focusFirst(body: Element | null, footer: Element | null): boolean {
  const target = body?.querySelector<HTMLElement>(FIELDS) ?? [...(footer?.querySelectorAll('button') ?? [])].at(-1)
  target?.focus()
  return target !== undefined
}
