import type { Translated } from '../translated.ts'

export const fullBoard: Translated<'fullBoard'> = {
  title: 'The board is full',
  words:
    'There is no room for what you added last. Delete something on the board, or carry on with a new one. Here are the words, for you to take along.',
  line: 'The board is full, and your last change is not on it. Delete something on the board, or carry on with a new one.',
}
