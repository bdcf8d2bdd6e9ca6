import { readFileSync } from 'node:fs'
import type { SnapshotAnswer } from '@samtavle/shared/snapshot-api'
import type { ApiSession } from '../support/api-session.ts'
import { expect, test } from './fixtures.ts'
import { expectNoBarrier } from './looks.ts'

/** A sprint with the Wednesday of the example as a final snapshot, with pictures. */
async function sprintToFile(leader: ApiSession): Promise<{ sprintId: string; snapshotId: string }> {
  const { id: sprintId } = await leader.ask<{ id: string }>('POST', '/api/sprints', {
    title: 'Hjem med hjælp',
    challenge: 'Jeg satte en stol i gangen.',
    startDate: '2026-11-23',
    programmeId: 'monday-to-monday',
    examples: true,
    commissioner: { name: 'Bente Chef', userId: null },
    team: [],
  })
  const { id } = await leader.ask<{ id: string }>('POST', `/api/sprints/${sprintId}/snapshots`, { day: 'wed' })
  const { choice } = await leader.ask<SnapshotAnswer>('GET', `/api/snapshots/${id}`)
  await leader.ask('PUT', `/api/snapshots/${id}/choice`, { ...choice, withExamples: true, withPictures: true })
  await leader.ask('POST', `/api/snapshots/${id}/publish`, { expiresAt: null })
  await leader.ask('POST', `/api/snapshots/${id}/final`)
  return { sprintId, snapshotId: id }
}

test('a facilitator makes a filing package and saves it', async ({ person, signedInPage }) => {
  const leader = await person({ role: 'designer' })
  const { sprintId } = await sprintToFile(leader.session)
  const page = await signedInPage(leader, { path: `/sprints/${sprintId}` })
  const open = async () => {
    await page.getByRole('button', { name: /Hjem med hjælp/ }).click()
    await page.getByRole('menuitem', { name: 'Journaliseringspakke …' }).click()
  }
  await open()
  const dialog = page.getByRole('dialog', { name: 'Journaliseringspakke' })
  await expect(dialog.getByLabel('Emne')).toHaveValue('Hjem med hjælp')
  await expect(dialog.getByRole('checkbox', { name: /Onsdag/ })).toBeChecked()
  await expectNoBarrier(page)
  const paper = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Hent »Onsdag: Mulighedsrum« som PDF' }).click()
  await page.getByRole('menuitem', { name: /^A0/ }).click()
  expect((await paper).suggestedFilename()).toBe('snapshot-1-a0.pdf')
  await dialog.getByRole('button', { name: 'Lav pakken' }).click()
  await expect(dialog.getByText('Skriv sagsnummeret.')).toBeVisible()
  await dialog.getByLabel('Sagsnummer').fill('2026-0042')
  await dialog.getByRole('button', { name: 'Lav pakken' }).click()
  await expect(dialog.getByText('Pakken er klar')).toBeVisible({ timeout: 30_000 })
  await expectNoBarrier(page)
  const saved = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Hent pakken' }).click()
  const download = await saved
  expect(download.suggestedFilename()).toMatch(/^2026-0042_hjem-med-hjaelp_\d{4}-\d\d-\d\d\.zip$/)
  // Names stand in an archive as they are.
  const archive = readFileSync(await download.path()).toString('latin1')
  for (const name of ['LAESMIG.txt', 'metadata.json', 'checksums-sha256.txt', 'log/log.pdf', '/snapshot.pdf']) {
    expect(archive).toContain(name)
  }
  expect(archive).toMatch(/snapshot-01-[a-z-]+\/pictures\/part-\d+\.svg/)

  // The case is known the next time.
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: /Hjem med hjælp/ })).toBeFocused()
  await open()
  await expect(dialog.getByLabel('Sagsnummer')).toHaveValue('2026-0042')
})
