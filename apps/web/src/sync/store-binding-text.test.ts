import { plainTextOf, type RichText, richTextOf } from '@samtavle/shared/rich-text-doc'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { exchange, noteRecord, peer, seed, textOf, twoPeersWithNote } from './board-peers.fixture.ts'
import type { LiveText } from './open-text.ts'

test('two people who write in one note offline keep every word', () => {
  const [a, b] = twoPeersWithNote('Hun venter')
  a.edit({ props: { richText: richTextOf('Om natten: Hun venter') } })
  b.edit({ props: { richText: richTextOf('Hun venter på svar') } })
  exchange(a, b)
  expect(textOf(a.note())).toBe('Om natten: Hun venter på svar')
  expect(b.note()).toEqual(a.note())
})

test('what arrives while I write goes to my open text editor at once, and my next key keeps it', () => {
  const state = seed()
  const shown: string[] = []
  const live: LiveText = {
    editingId: () => 'shape:n',
    show: (_id, richText) => {
      shown.push(plainTextOf(richText as RichText))
      me.edit({ props: { richText: richText as RichText } })
      return true
    },
  }
  const me = peer(state, { liveText: live })
  const other = peer(state)
  me.store.put([noteRecord({ props: { richText: richTextOf('Hun venter') } })])
  exchange(me, other)
  me.edit({ props: { richText: richTextOf('Hun venter p') } })
  other.edit({ props: { richText: richTextOf('Ja! Hun venter') } })
  other.binding.flush()
  me.binding.flush()
  Y.applyUpdate(me.doc, Y.encodeStateAsUpdate(other.doc), 'remote')
  expect(shown).toEqual(['Ja! Hun venter p'])
  me.edit({ props: { richText: richTextOf('Ja! Hun venter på') } })
  exchange(me, other)
  expect(textOf(other.note())).toBe('Ja! Hun venter på')
})

test('an equal text keeps its object, so that an open editor keeps its caret', () => {
  const [a, b] = twoPeersWithNote('Hun venter')
  const before = b.note()?.props.richText
  a.edit({ x: 9 })
  exchange(a, b)
  expect(b.note()?.x).toBe(9)
  expect(b.note()?.props.richText).toBe(before)
})
