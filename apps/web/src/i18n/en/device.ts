import type { Translated } from '../translated.ts'

export const device: Translated<'device'> = {
  offlineTitle: 'No connection to the server',
  offlineBoards:
    'These boards are on this device. They can be opened, and what you write is sent when the connection is back.',
  noBoards: 'There are no boards on this device. The others appear when the connection is back.',
  boardsHere: 'Boards on this device',
  waitsOn: 'On this device there are changes that the server did not get:',
  waitsHint: 'Open the board and they are sent.',
  leftTitle: 'Words that are not on {{title}}',
  leftLine: 'You wrote on {{title}} without it reaching the board. The words are on this device.',
  showWords: 'Show the words',
  leftText:
    'The board did not take them: it was deleted or restored, or your access was removed. Take them along from here.',
  keep: 'Keep my boards on this device',
  keepHint:
    'Then they open without a connection, and what you write is not lost. Switch it off on a computer that others use too.',
  keepNowOn: 'Boards that you open now stay on this device.',
  keepNowOff: 'Your boards are deleted from this device.',
  shared: 'Others use this computer too',
  sharedHint: 'Then no boards stay on it.',
  wipeTitle: 'Something is not sent yet',
  wipeText_one: '{{count}} change is only on this device. It is lost if you go on.',
  wipeText_other: '{{count}} changes are only on this device. They are lost if you go on.',
  wipeSignOut: 'Sign out and delete',
  wipeKeepOff: 'Delete from the device',
  stay: 'Keep',
  onText: 'On',
  offText: 'Off',
}
