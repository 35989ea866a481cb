import { expect, it } from 'vitest'
import type { EmbeddedFile } from '#contract/embedded'
import { embeddedNamed, isShownPicture, whyNoPicture } from './embedded-files'

const file = (name: string, more: Partial<EmbeddedFile> = {}): EmbeddedFile => ({ sequence: 1, name, media: 'image/jpeg', width: 10,
  height: 10, problem: null, ...more })

it('finds the file that the source of an image names, whatever folders, capitals and codes it is written with', () => {
  const files = [file('g1.jpg'), file('Chart Two.GIF')]
  for (const source of ['g1.jpg', 'G1.JPG', './images/g1.jpg', 'https://www.example.com/a/g1.jpg?x=1'])
    expect(embeddedNamed(files, source)).toBe(files[0])
  expect(embeddedNamed(files, 'chart%20two.gif')).toBe(files[1])
  for (const source of ['', 'g2.jpg', 'images/', '100%.jpg', '%ZZ']) expect(embeddedNamed(files, source)).toBeNull()
})

it('says why a picture is not there', () => {
  expect(whyNoPicture('g1.jpg', null)).toBe('Picture not in this file: g1.jpg')
  expect(whyNoPicture('g1.jpg', file('g1.jpg', { media: null, problem: 'unknown' }))).toBe('g1.jpg is not a JPEG, GIF or PNG')
  expect(whyNoPicture('g1.jpg', file('g1.jpg', { width: 60_000, height: 60_000, problem: 'too-many-pixels' })))
    .toBe('g1.jpg says it has 60,000 × 60,000 pixels, too many to be shown')
  expect(isShownPicture(file('x', { media: 'application/pdf' }))).toBe(false)
})

it('shows a picture of a known kind in which nothing is wrong', () => {
  expect(isShownPicture(file('x'))).toBe(true)
  expect(isShownPicture(file('x', { media: null }))).toBe(false)
  expect(isShownPicture(file('x', { problem: 'too-large' }))).toBe(false)
})
