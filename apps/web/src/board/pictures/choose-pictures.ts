/** Opens the device's own chooser of files; told nothing when the person chooses nothing. */
export function choosePictures(types: readonly string[], onChosen: (files: File[]) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = types.join(',')
  input.multiple = true
  input.addEventListener('change', () => onChosen([...(input.files ?? [])]), { once: true })
  input.click()
}
