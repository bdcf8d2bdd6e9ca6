import { PICTURE_TYPES } from './picture-uploads.ts'

/** Opens the device's own chooser of files; told nothing when the person chooses nothing. */
export function choosePictures(onChosen: (files: File[]) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = PICTURE_TYPES.join(',')
  input.multiple = true
  input.addEventListener('change', () => onChosen([...(input.files ?? [])]), { once: true })
  input.click()
}
