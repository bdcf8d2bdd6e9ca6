export const device = {
  offlineTitle: 'Ingen forbindelse til serveren',
  offlineBoards:
    'Her er de tavler, der ligger på denne enhed. De kan åbnes, og det, du skriver, sendes, når forbindelsen er tilbage.',
  noBoards: 'Der ligger ingen tavler på denne enhed. De andre kommer frem, når forbindelsen er tilbage.',
  boardsHere: 'Tavler på denne enhed',
  waitsOn: 'På denne enhed ligger ændringer, som serveren ikke har fået:',
  waitsHint: 'Åbn tavlen, så bliver de sendt.',
  leftTitle: 'Ord, der ikke kom på {{title}}',
  leftLine: 'Du har skrevet på {{title}}, uden at det kom på tavlen. Ordene ligger på denne enhed.',
  showWords: 'Se ordene',
  leftText:
    'Tavlen tog ikke imod dem: Den er slettet eller gendannet, eller din adgang er fjernet. Tag dem med herfra.',
  keep: 'Behold mine tavler på denne enhed',
  keepHint:
    'Så kan de åbnes uden forbindelse, og det, du skriver, går ikke tabt. Slå det fra på en computer, som andre også bruger.',
  keepNowOn: 'Tavler, du åbner, bliver nu liggende på denne enhed.',
  keepNowOff: 'Dine tavler er slettet fra denne enhed.',
  shared: 'Andre bruger også denne computer',
  sharedHint: 'Så bliver ingen tavler liggende på den.',
  wipeTitle: 'Noget er ikke sendt endnu',
  wipeText_one: '{{count}} ændring ligger kun på denne enhed. Den går tabt, hvis du går videre.',
  wipeText_other: '{{count}} ændringer ligger kun på denne enhed. De går tabt, hvis du går videre.',
  wipeSignOut: 'Log ud, og slet',
  wipeKeepOff: 'Slet fra enheden',
  stay: 'Behold',
  onText: 'Til',
  offText: 'Fra',
} as const
