const LONGEST = 60

const two = (value: number): string => String(value).padStart(2, '0')

/**
 * `borgerrejse-2026-11-22.csv`: the title as plain letters that every system takes in a name, and the local date.
 * @param extension without its dot
 */
export function exportFileName(title: string, date: Date, extension: string): string {
  const letters = title
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
  const name = [...letters]
    .slice(0, LONGEST)
    .join('')
    .replace(/^-+|-+$/g, '')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${name === '' ? 'tavle' : name}-${day}.${extension}`
}
