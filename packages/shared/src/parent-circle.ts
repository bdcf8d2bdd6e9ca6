const isShapeId = (id: string): boolean => id.startsWith('shape:')

/**
 * When the parents above a shape form a circle, the one of them where it is cut: the least by its id, so that everybody
 * cuts it at the same place whatever came in first. Undefined when they form none.
 * @param parentOf the parent of a shape, as the document has it
 */
export function cutOfCircle(id: string, parentOf: (id: string) => string | undefined): string | undefined {
  const path: string[] = []
  const seen = new Set<string>()
  for (let at: string | undefined = id; at !== undefined && isShapeId(at); at = parentOf(at)) {
    if (seen.has(at)) return path.slice(path.indexOf(at)).sort()[0]
    seen.add(at)
    path.push(at)
  }
  return undefined
}
