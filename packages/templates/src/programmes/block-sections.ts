/**
 * Where on its first board a block is done, for blocks that are done on a part of it: sections by their key, columns of a
 * grid as `grid/column`. Blocks that are not here begin with the whole board.
 */
export const BLOCK_SECTIONS: Readonly<Record<string, readonly string[]>> = {
  // Monday to Monday, and the split sprint
  'mon-welcome': ['tjekind'],
  'mon-guide': ['guide', 'samtykke'],
  'mon-conversations': ['b1', 'b2'],
  'mon-manager': ['beslutning'],
  'tue-goal': ['uge/tir'],
  'tue-conversations': ['b1', 'b2', 'b3', 'b4', 'b5'],
  'tue-conversations-2': ['b1', 'b2', 'b3', 'b4', 'b5'],
  'tue-insights': ['moenstre', 'overraskelser', 'indsigter'],
  'wed-spaces': ['indsigter', 'm1-situation', 'm1-hkv'],
  'wed-spaces-2': ['m2-situation', 'm2-hkv', 'm3-situation', 'm3-hkv'],
  'wed-choice': ['matrix', 'valgt', 'parkering'],
  'wed-ideas': ['hkv', 'ark-a', 'ark-f'],
  'wed-ideas-2': ['skitse-1', 'skitse-8', 'idekort-1', 'idekort-6'],
  'thu-goal': ['uge/tor'],
  'thu-choose': ['alle', 'matrix'],
  'thu-trial': ['ide', 'hypotese', 'laere', 'mindste'],
  'thu-manager': ['beslutning'],
  'fri-set-up': ['mindste', 'medhvem', 'hvornaar', 'samtykke'],
  'fri-tests': ['skete', 'log'],
  'fri-tests-2': ['skete', 'log'],
  'fri-learned': ['skete', 'laert', 'vurdering', 'naeste'],
  'fri-wrap-up': ['log'],
  'mon2-log': ['log'],
  'mon2-plan': ['loesning', 'kerne', 'tilpas', 'holdop'],
  'mon2-plan-2': ['plan/nu', 'plan/q1', 'plan/q2', 'plan/aar'],
  'mon2-presentation': ['fortaelling'],
  // Mini sprint and half-days
  insights: ['indsigter'],
  gaps: ['forskydninger', 'loefter'],
  read: ['laesning'],
  test: ['test'],
  use: ['frem'],
  type: ['form', 'indflydelse'],
  whom: ['hvem'],
  programme: ['program'],
  rehearsal: ['bord-1', 'bord-4'],
}
