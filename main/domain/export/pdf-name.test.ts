import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pdfNameOf } from './pdf-name'

describe('pdfNameOf', () => {
  it('keeps the name of the filing', () => {
    expect(pdfNameOf('harrow-ridge_2007_ex-99-2.txt')).toBe('harrow-ridge_2007_ex-99-2.pdf')
    expect(pdfNameOf('Résultats du 3ème trimestre.htm')).toBe('Resultats-du-3eme-trimestre.pdf')
  })

  it.each(['..', '../../etc/passwd', 'C:\\Windows\\win.ini', 'CON.txt', '.bashrc', '', 'a\u202egnp.htm', 'x\0.htm', '-rf'])(
    'makes a plain name of %j',
    (name) => {
      expect(pdfNameOf(name)).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]*\.pdf$/)
    }
  )

  it('never gives a path, a hidden file or a name of more than 84 characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(pdfNameOf(name)).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,79}\.pdf$/)
    }))
  })
})
