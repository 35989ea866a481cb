import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readCase } from './read-case'

test('every case is read as one document with blocks', () => {
  const names = readdirSync(new URL('../../domain/fixtures/cases/', import.meta.url))
  expect(names.length).toBeGreaterThan(80)
  for (const name of names) expect(readCase(name).some(({ blocks }) => blocks.length > 0), name).toBe(true)
})
