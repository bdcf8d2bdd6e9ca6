import type { Translated } from '../translated.ts'

export const structured: Translated<'structured'> = {
  matrix_up: 'Øverst på den loddrette aksen',
  matrix_down: 'Nederst på den loddrette aksen',
  matrix_left: 'Til venstre på den vannrette aksen',
  matrix_right: 'Til høyre på den vannrette aksen',
  matrix_upLeft: 'Felt øverst til venstre',
  matrix_upRight: 'Felt øverst til høyre',
  matrix_downLeft: 'Felt nederst til venstre',
  matrix_downRight: 'Felt nederst til høyre',
  'grid.open': 'Kolonner og rader …',
  'grid.title': 'Kolonner og rader',
  'grid.text':
    'Lapper følger kolonnen og raden sin. Det som ligger på noe du fjerner, legges til høyre for alt annet. En rad med en kurve kan ikke fjernes.',
  'grid.which': 'Skjema',
  'grid.none': 'Det er ingen kolonner og rader på tavla lenger.',
  'grid.columns': 'Kolonner',
  'grid.rows': 'Rader',
  'grid.columnName': 'Navn på kolonne {{number}}',
  'grid.rowName': 'Navn på rad {{number}}',
  'grid.addColumn': 'Legg til en kolonne etter «{{name}}»',
  'grid.addRow': 'Legg til en rad under «{{name}}»',
  'grid.removeColumn': 'Fjern kolonnen «{{name}}»',
  'grid.removeRow': 'Fjern raden «{{name}}»',
  'grid.removed': '«{{name}}» er fjernet.',
  'grid.removedKept_one': '«{{name}}» er fjernet. Det som lå der, ligger nå til høyre for alt annet.',
  'grid.removedKept_other':
    '«{{name}}» er fjernet. De {{count}} tingene som lå der, ligger nå til høyre for alt annet.',
  'grid.full': 'Det er ikke plass til mer på tavla.',
}
