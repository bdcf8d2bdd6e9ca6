import type { Translated } from '../translated.ts'

export const device: Translated<'device'> = {
  offlineTitle: 'Ingen forbindelse til serveren',
  offlineBoards:
    'Her er tavlene som ligger på denne enheten. De kan åpnes, og det du skriver, sendes når forbindelsen er tilbake.',
  noBoards: 'Det ligger ingen tavler på denne enheten. De andre kommer fram når forbindelsen er tilbake.',
  boardsHere: 'Tavler på denne enheten',
  waitsOn: 'På denne enheten ligger endringer som serveren ikke har fått:',
  waitsHint: 'Åpne tavla, så blir de sendt.',
  leftTitle: 'Ord som ikke kom på {{title}}',
  leftLine: 'Du har skrevet på {{title}} uten at det kom på tavla. Ordene ligger på denne enheten.',
  showWords: 'Se ordene',
  leftText:
    'Tavla tok ikke imot dem: Den er slettet eller gjenopprettet, eller tilgangen din er fjernet. Ta dem med herfra.',
  keep: 'Behold tavlene mine på denne enheten',
  keepHint:
    'Da kan de åpnes uten forbindelse, og det du skriver, går ikke tapt. Slå det av på en maskin som andre også bruker.',
  keepNowOn: 'Tavler du åpner, blir nå liggende på denne enheten.',
  keepNowOff: 'Tavlene dine er slettet fra denne enheten.',
  shared: 'Andre bruker også denne maskinen',
  sharedHint: 'Da blir ingen tavler liggende på den.',
  wipeTitle: 'Noe er ikke sendt ennå',
  wipeText_one: '{{count}} endring ligger bare på denne enheten. Den går tapt hvis du går videre.',
  wipeText_other: '{{count}} endringer ligger bare på denne enheten. De går tapt hvis du går videre.',
  wipeSignOut: 'Logg ut og slett',
  wipeKeepOff: 'Slett fra enheten',
  stay: 'Behold',
  onText: 'På',
  offText: 'Av',
}
