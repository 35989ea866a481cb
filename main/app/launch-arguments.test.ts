import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLaunchArguments } from './launch-arguments'

const read = (...words: string[]) =>
  readLaunchArguments(['redwell', ...words], '/home/reader', true, (word) => word.startsWith('redwell-open:'))

describe('readLaunchArguments', () => {
  it('takes every plain word as a file, relative to the folder of the start', () => {
    expect(read('a.txt', '/tmp/b.htm').files).toEqual(['/home/reader/a.txt', '/tmp/b.htm'])
  })

  it('leaves switches of the runtime aside, and takes them for files only after two hyphens', () => {
    expect(read('--no-sandbox', '--remote-debugging-port=0', 'a.txt').files).toEqual(['/home/reader/a.txt'])
    expect(read('--', '--no-sandbox').files).toEqual(['/home/reader/--no-sandbox'])
  })

  it('leaves a link to a place as it was given, and takes no other address for one', () => {
    expect(read('redwell-open:1/0000000000000000/1/0-1#a', 'https://example.org').files).toEqual(['redwell-open:1/0000000000000000/1/0-1#a',
      '/home/reader/https:/example.org'])
    expect(read('--', 'redwell-open:x').files).toEqual(['redwell-open:x'])
  })

  it('skips the options of a bare runtime and the path of the app', () => {
    const words = ['electron', '-r', '/loader.js', '--inspect=0', '--no-sandbox', 'out/main/index.js', '--', 'a.txt']
    expect(readLaunchArguments(words, '/home/reader', false).files).toEqual(['/home/reader/a.txt'])
    expect(readLaunchArguments(['electron', '.'], '/home/reader', false).files).toEqual([])
  })

  it('reads an export', () => {
    const asked = read('--export', 'out.pdf', '--overwrite', 'a.txt')
    expect(asked).toEqual({ files: ['/home/reader/a.txt'], exportTo: '/home/reader/out.pdf', exchange: null, overwrite: true, smoke: false,
      problem: null })
    expect(read('--export', 'out.pdf', '--', 'a.txt').problem).toBeNull()
  })

  it('reads an exchange: the format, the place, and the filings it is about', () => {
    expect(read('--exchange', 'docx', 'out', 'a.txt', 'b.txt')).toMatchObject({ exchange: { format: 'docx', target: '/home/reader/out' },
      files: ['/home/reader/a.txt', '/home/reader/b.txt'], problem: null })
    expect(read('--exchange', 'read', 'in.docx')).toMatchObject({ exchange: { format: 'read', target: '/home/reader/in.docx' }, files: [] })
    expect(read('--exchange', 'docx').problem).toContain('--exchange FORMAT OUT')
    expect(read('--exchange', '--overwrite', 'docx').problem).toContain('--exchange FORMAT OUT')
    expect(read('--', '--exchange', 'docx', 'out').exchange).toBeNull()
  })

  it('says what an export lacks', () => {
    expect(read('--export').problem).toContain('Name the PDF')
    expect(read('--export', '--overwrite', 'a.txt').problem).toContain('Name the PDF')
    expect(read('--export', 'out.pdf').problem).toContain('exactly one filing')
    expect(read('--export', 'out.pdf', 'a.txt', 'b.txt').problem).toContain('exactly one filing')
  })

  it('never takes a word with a hyphen before the two hyphens for a file, whatever it holds', () => {
    fc.assert(fc.property(fc.array(fc.string().map((text) => `-x${text}`)), (switches) => {
      expect(read(...switches, 'a.txt').files).toEqual(['/home/reader/a.txt'])
    }))
  })
})
