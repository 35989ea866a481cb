import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { launch, newFolder, type Redwell } from './app'
import { barChart, documentOf, pngOf, submissionOf, uuencoded } from './picture-filings'
import { filingText, openedText } from './reader-page'

const PDF = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n'

const LAYER = '<div style="position:relative"><img src="slide1.png" width="640" alt="Slide 1"><div><font style="font-size:1pt;color:white">'
  + 'Larkspur Looms sold 4,106 looms in the first quarter and expects to sell more.</font></div></div>'

const RELEASE = `<html><head><title>Release</title></head><body>
<p><b>Larkspur Looms Reports First Quarter 2024 Results</b></p>
<p>ALBANY, May 2, 2024 -- Larkspur Looms Inc. today reported sales of $41.7 million for the first quarter, as the chart shows.</p>
<p><img src="chart.png" alt="Sales by quarter" width="480"></p>
<p>The photograph below shows the new loom.</p>
<p><img src="IMAGES/Loom.JPG"></p>
<p><img src="gone.jpg" alt="The mill at Albany"></p>
<p><img src="evil.jpg"></p>
<p><img src="bomb.png"></p>
<p>Sales are expected to rise in the second quarter.</p>
</body></html>`

/** Writes the submission, with a JPEG that the runtime itself makes. */
const writeSubmission = async ({ app }: Redwell): Promise<string> => {
  const png = barChart(320, 200).toString('base64')
  const jpeg = await app.evaluate(
    ({ nativeImage }, data) => nativeImage.createFromDataURL(`data:image/png;base64,${data}`).toJPEG(80).toString('base64'),
    png
  )
  const path = join(newFolder(), '0009990002-24-000017.txt')
  writeFileSync(path, submissionOf(
    documentOf(1, 'EX-99.1', 'release.htm', RELEASE),
    documentOf(2, 'EX-99.2', 'slides.htm', `<html><body>${LAYER}<p>End of the slides.</p></body></html>`),
    documentOf(3, 'GRAPHIC', 'chart.png', uuencoded('chart.png', barChart(600, 300))),
    documentOf(4, 'GRAPHIC', 'loom.jpg', uuencoded('loom.jpg', Buffer.from(jpeg, 'base64'))),
    documentOf(5, 'GRAPHIC', 'evil.jpg',
      uuencoded('evil.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="window.__pwned=1"></svg>'))),
    documentOf(6, 'GRAPHIC', 'bomb.png', uuencoded('bomb.png', pngOf(60_000, 60_000, null))),
    documentOf(7, 'GRAPHIC', 'slide1.png', uuencoded('slide1.png', barChart(640, 360))),
    documentOf(8, 'EX-99.3', 'deck.pdf', `<PDF>\n${uuencoded('deck.pdf', Buffer.from(PDF))}</PDF>`)
  ))
  return path
}

const importFile = (page: Page, path: string): Promise<string> =>
  page.evaluate(async (given) => {
    const { call } = (window as unknown as {
      redwell: { call: Record<string, (args: unknown) => Promise<{ value: readonly { value: { filingId: string } }[] }>> }
    }).redwell
    const answer = await call['library.import']?.({ paths: [given] })
    return answer?.value[0]?.value.filingId ?? ''
  }, path)

const openDocument = async (page: Page, name: RegExp): Promise<void> => {
  await page.getByRole('button', { name: /8 in this submission/ }).click()
  await page.getByRole('menuitemcheckbox', { name }).click()
}

let redwell: Redwell
let filingId: string
test.beforeAll(async () => {
  redwell = await launch()
  filingId = await importFile(redwell.page, await writeSubmission(redwell))
  await redwell.page.keyboard.press('Control+l')
  await redwell.page.getByRole('row').filter({ hasText: '8-K' }).first().dblclick()
  await openedText(redwell.page, 'as the chart shows')
})
test.afterAll(async () => {
  await redwell.quit()
})

const widthOf = (page: Page, name: string): Promise<number> =>
  filingText(page).getByRole('img', { name }).evaluate((image) => {
    if (!(image instanceof HTMLImageElement)) return 0
    return image.decode().then(() => image.naturalWidth)
  })

test('pictures of the submission stand where the release names them, and what is none says why', async () => {
  const { page } = redwell
  const text = filingText(page)
  expect(await widthOf(page, 'Sales by quarter')).toBe(600)
  expect((await text.getByRole('img', { name: 'Sales by quarter' }).boundingBox())?.width).toBeCloseTo(480, 0)
  expect(await widthOf(page, 'Picture loom.jpg')).toBe(320)
  await expect(text).toContainText('Picture not in this file: gone.jpg')
  await expect(text).toContainText('The mill at Albany')
  await expect(text).toContainText('evil.jpg is not a JPEG, GIF or PNG')
  await expect(text).toContainText('bomb.png says it has 60,000 × 60,000 pixels, too many to be shown')
  expect(await page.evaluate(() => '__pwned' in window)).toBe(false)
})

test('the protocol serves what the bytes say is a picture, and nothing else of a filing', async () => {
  const answers = await redwell.page.evaluate(async (id) => {
    const wanted = [...[3, 4, 5, 6, 8, 1, 99].map((sequence) => `${id}/${String(sequence)}`), 'nobody/3', `${id}/3/../../index.html`,
      `${id}/3?x`, `${id}/03x`]
    return Promise.all(wanted.map(async (path) => {
      const answer = await fetch(`redwell://app/picture/${path}`).catch(() => null)
      return { status: answer?.status ?? 0, type: answer?.headers.get('content-type') ?? '',
        sniff: answer?.headers.get('x-content-type-options') ?? '', policy: answer?.headers.get('content-security-policy') ?? '' }
    }))
  }, filingId)
  expect(answers.map(({ status, type }) => `${String(status)} ${type}`).slice(0, 2)).toEqual(['200 image/png', '200 image/jpeg'])
  for (const { status } of answers.slice(2)) expect(status).not.toBe(200)
  for (const { sniff, policy } of answers) {
    expect(sniff).toBe('nosniff')
    expect(policy).toContain("default-src 'none'")
  }
})

test('a page image stands above its text layer, which is the text', async () => {
  const { page } = redwell
  await openDocument(page, /EX-99\.2/)
  await openedText(page, 'sold 4,106 looms')
  expect(await widthOf(page, 'Slide 1')).toBe(640)
  const picture = await filingText(page).getByRole('img', { name: 'Slide 1' }).boundingBox()
  const words = await filingText(page).getByText('sold 4,106 looms').boundingBox()
  expect((picture?.y ?? 0) + (picture?.height ?? 0)).toBeLessThanOrEqual(words?.y ?? 0)
})

test('the printed release shows the pictures', async () => {
  const { page } = redwell
  await openDocument(page, /EX-99\.1/)
  await openedText(page, 'as the chart shows')
  const path = join(newFolder(), 'release.pdf')
  const answer = await page.evaluate(async ({ id, target }) => {
    const { call } = (window as unknown as { redwell: { call: Record<string, (args: unknown) => Promise<{ ok: boolean }>> } }).redwell
    return call['export.pdf']?.({ filingId: id, sequence: 1, path: target, overwrite: false,
      include: { text: true, highlights: true, notes: true, suggestions: 'none', comments: true, paper: 'letter' } })
  }, { id: filingId, target: path })
  expect(answer?.ok).toBe(true)
  const images = readFileSync(path, 'latin1').match(/\/Subtype\s*\/Image\b/g) ?? []
  expect(images.length).toBeGreaterThanOrEqual(2)
})

test('a PDF of the submission is saved out, by its button and by the command', async () => {
  const { app, page } = redwell
  await openDocument(page, /EX-99\.3/)
  const folder = newFolder()
  const choose = (path: string): Promise<void> =>
    app.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
    }, path)
  await choose(join(folder, 'deck.pdf'))
  await page.getByRole('button', { name: 'Save the PDF…' }).click()
  await expect(page.getByText('Saved deck.pdf', { exact: true })).toBeVisible()
  expect(readFileSync(join(folder, 'deck.pdf'), 'latin1')).toBe(PDF)
  await choose(join(folder, 'again.pdf'))
  await openDocument(page, /EX-99\.1/)
  await openedText(page, 'as the chart shows')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Save the PDF')
  await page.keyboard.press('Enter')
  await expect.poll(() => {
    try {
      return readFileSync(join(folder, 'again.pdf'), 'latin1')
    } catch {
      return ''
    }
  }).toBe(PDF)
})
