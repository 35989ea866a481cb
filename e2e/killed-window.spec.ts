import { expect, test } from '@playwright/test'
import { killWindow, layWindowGround, removeGround, WINDOW_PATHS, type Ground } from './kill-window'

let ground: Ground
test.beforeAll(() => {
  ground = layWindowGround()
})
test.afterAll(() => removeGround(ground))

for (const [at, path] of WINDOW_PATHS.entries()) {
  test(`killed while it works, nothing is lost, twice, spoilt or left: ${path}`, async () => {
    const { verdict } = await killWindow(ground, path, 900 + 400 * at)
    expect({ ...verdict, told: [] }).toEqual({ lost: [], twice: [], corrupt: [], leftOver: [], changed: [], told: [] })
  })
}
