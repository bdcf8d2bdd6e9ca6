import type { Translated } from '../translated.ts'

export const snapshotComparison: Translated<'snapshotComparison'> = {
  title: 'Forskjeller fra nummer {{before}} til nummer {{after}}',
  same: 'De to øyeblikksbildene sier det samme.',
  count_added_one: '{{count}} lagt til',
  count_added_other: '{{count}} lagt til',
  count_changed_one: '{{count}} endret',
  count_changed_other: '{{count}} endret',
  count_removed_one: '{{count}} fjernet',
  count_removed_other: '{{count}} fjernet',
  meaning:
    '«Fjernet» betyr at det står i nummer {{before}} og ikke i nummer {{after}}. Det kan være slettet på tavla eller utelatt.',
  purpose: 'Formålet er endret',
  from: 'Fra',
  to: 'Til',
  because: 'Fordi',
  onlyIn: 'Avsnittet vises bare i nummer {{number}}.',
  kind_added: 'Lagt til',
  kind_changed: 'Endret',
  kind_removed: 'Fjernet',
  wordless: '(uten ord)',
  show: 'Vis i nummer {{number}}',
  showNamed: 'Vis i nummer {{number}}: {{about}}',
  loading: 'Henter det andre øyeblikksbildet …',
  failed: 'Forskjellene kunne ikke vises.',
}
