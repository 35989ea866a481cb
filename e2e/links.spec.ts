import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launch, newFolder } from './app'
import { openedText, selectWords } from './reader-page'

const PIER =
  'EXHIBIT 99.1\n\nGANNEL PIER FERRIES REPORTS ITS SEASON\n\nGannel Pier Ferries said today that 4,120 passengers sailed in May. The second ferry is due in June.\n'

test('a link to words is copied, leads to them from outside, and a wrong one is refused in plain words', async () => {
  const path = join(newFolder(), 'pier.txt')
  writeFileSync(path, PIER)
  const first = await launch({ args: ['--', path] })
  await openedText(first.page, 'GANNEL PIER FERRIES')
  await selectWords(first.page, 'The second ferry is due in June.')
  await first.page.keyboard.press('Control+k')
  await first.page.keyboard.type('copy a link to the selection')
  await first.page.keyboard.press('Enter')
  await expect(first.page.getByText('Link copied.').first()).toBeVisible()
  const link = await first.app.evaluate(({ clipboard }) => clipboard.readText())
  expect(link).toMatch(/^redwell-open:1\/[0-9a-f]{16}\/\d+\/\d+-\d+#The%20second%20ferry/)
  await first.quit()

  const again = await launch({ dataFolder: first.dataFolder, args: ['--', link] })
  await openedText(again.page, 'The second ferry is due in June.')
  await again.quit()

  const wrong = await launch({ dataFolder: first.dataFolder, args: ['--', link.replace(/[0-9a-f]{16}/, '0123456789abcdef')] })
  await expect(wrong.page.getByText('The filing that this link leads to is not in the library').first()).toBeVisible()
  await wrong.quit()
})
