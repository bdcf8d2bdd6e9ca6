import { expect, test } from 'vitest'
import { createUploadTurns } from './upload-turns.ts'

test('three for each person and twelve for all; what ended, however, makes room', async () => {
  const turn = createUploadTurns()
  const ends: (() => void)[] = []
  const upload = (person: string) => turn(person, () => new Promise<void>((resolve) => ends.push(resolve)))
  const refused = { code: 'too_many_requests' }
  const under = ['anna', 'bo', 'carl', 'dina'].flatMap((person) => [upload(person), upload(person), upload(person)])
  await expect(upload('anna')).rejects.toMatchObject(refused)
  await expect(upload('eva')).rejects.toMatchObject(refused)
  ends[0]?.()
  await under[0]
  await expect(turn('eva', async () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  const eva = upload('eva')
  await expect(upload('anna')).rejects.toMatchObject(refused)
  for (const end of ends) end()
  await Promise.all([...under, eva])
  await turn('anna', async () => {})
})
