import type { Translated } from '../translated.ts'

export const snapshotComparison: Translated<'snapshotComparison'> = {
  title: 'Differences from number {{before}} to number {{after}}',
  same: 'The two snapshots say the same.',
  count_added_one: '{{count}} added',
  count_added_other: '{{count}} added',
  count_changed_one: '{{count}} changed',
  count_changed_other: '{{count}} changed',
  count_removed_one: '{{count}} removed',
  count_removed_other: '{{count}} removed',
  meaning:
    '“Removed” means that it stands in number {{before}} and not in number {{after}}. It may be deleted on the board or left out.',
  purpose: 'The purpose has changed',
  from: 'From',
  to: 'To',
  because: 'Because',
  onlyIn: 'Only number {{number}} shows this section.',
  kind_added: 'Added',
  kind_changed: 'Changed',
  kind_removed: 'Removed',
  wordless: '(no words)',
  show: 'Show in number {{number}}',
  showNamed: 'Show in number {{number}}: {{about}}',
  loading: 'Fetching the other snapshot …',
  failed: 'The differences could not be shown.',
}
