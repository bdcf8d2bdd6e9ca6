import { readFileSync } from 'node:fs'
import { shareWednesday } from '../support/shared-snapshot.ts'
import { expect, test } from './fixtures.ts'
import { expectNoBarrier } from './looks.ts'

test('a facilitator makes a filing package and saves it', async ({ person, signedInPage }) => {
  const leader = await person({ role: 'designer' })
  const { sprintId, id } = await shareWednesday(leader.session)
  await leader.session.ask('POST', `/api/snapshots/${id}/final`)
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
