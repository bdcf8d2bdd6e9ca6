import { randomInt } from 'node:crypto'

/** Letters and figures that nobody takes for one another, read aloud or from afar. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 8

/** A code for the wall of a room: 39 bits, which live for hours and are slow to guess at. */
export function createWallCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

/** What was typed, as the code that was meant; undefined for what cannot be one. */
export function readWallCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s.–-]/gu, '')
  return code.length === LENGTH && [...code].every((letter) => ALPHABET.includes(letter)) ? code : undefined
}
