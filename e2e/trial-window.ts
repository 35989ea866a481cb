import { appendFileSync } from 'node:fs'
import { test } from '@playwright/test'
import { killWindow, layWindowGround, removeGround, WINDOW_PATHS } from './kill-window'

/** How many kills there are, where their verdicts go, and what the moments are drawn from. */
const KILLS = Number(process.env['REDWELL_TRIAL_KILLS'] ?? '3')
const ROWS = process.env['REDWELL_TRIAL_ROWS']
const SEED = Number(process.env['REDWELL_TRIAL_SEED'] ?? '7')

test.describe.configure({ timeout: 7_200_000 })

test('the real window, killed at random moments', async () => {
  const ground = layWindowGround()
  let state = SEED
  const chance = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
  try {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const path = WINDOW_PATHS[kill % WINDOW_PATHS.length] ?? 'export to PDF'
      const judged = await killWindow(ground, path, 300 + chance() * 2000)
      if (ROWS !== undefined) appendFileSync(ROWS, `${JSON.stringify(judged)}\n`)
    }
  } finally {
    removeGround(ground)
  }
})
