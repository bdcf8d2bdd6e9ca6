import type { Translated } from '../translated.ts'

export const structured: Translated<'structured'> = {
  matrix_up: 'Top of the vertical axis',
  matrix_down: 'Bottom of the vertical axis',
  matrix_left: 'Left end of the horizontal axis',
  matrix_right: 'Right end of the horizontal axis',
  matrix_upLeft: 'Upper left field',
  matrix_upRight: 'Upper right field',
  matrix_downLeft: 'Lower left field',
  matrix_downRight: 'Lower right field',
  'grid.open': 'Columns and rows …',
  'grid.title': 'Columns and rows',
  'grid.text':
    'Notes go along with their column and row. What lies on something you remove is put to the right of everything else. A row with a curve cannot be removed.',
  'grid.which': 'Grid',
  'grid.none': 'There are no columns and rows on the board any more.',
  'grid.columns': 'Columns',
  'grid.rows': 'Rows',
  'grid.columnName': 'Name of column {{number}}',
  'grid.rowName': 'Name of row {{number}}',
  'grid.addColumn': 'Add a column after "{{name}}"',
  'grid.addRow': 'Add a row below "{{name}}"',
  'grid.removeColumn': 'Remove the column "{{name}}"',
  'grid.removeRow': 'Remove the row "{{name}}"',
  'grid.removed': '"{{name}}" has been removed.',
  'grid.removedKept_one': '"{{name}}" has been removed. What lay there is now to the right of everything else.',
  'grid.removedKept_other':
    '"{{name}}" has been removed. The {{count}} things that lay there are now to the right of everything else.',
  'grid.full': 'There is no room for more on the board.',
}
