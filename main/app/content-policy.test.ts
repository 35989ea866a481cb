import { describe, expect, it } from 'vitest'
import { CONTENT_SECURITY_POLICY, developmentOrigin, isAllowedAddress } from './content-policy'

describe('the content security policy', () => {
  it('allows nothing inline, evaluated or foreign', () => {
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|\*/)
    expect(CONTENT_SECURITY_POLICY.startsWith("default-src 'none'")).toBe(true)
  })
})

describe('isAllowedAddress', () => {
  it.each(['redwell://app/index.html', 'data:text/plain,x', 'blob:redwell://app/x'])('allows %s', (address) => {
    expect(isAllowedAddress(address, null)).toBe(true)
  })

  it.each([
    'http://127.0.0.1:9/',
    'https://filings.example/',
    'file:///etc/passwd',
    'ws://127.0.0.1/',
    'devtools://devtools/x',
    'ftp://h/',
    '',
    'x'
  ])('refuses %s', (address) => expect(isAllowedAddress(address, null)).toBe(false))

  it('adds only the development server while there is one', () => {
    const dev = 'http://localhost:5173'
    expect(isAllowedAddress('http://localhost:5173/index.tsx', dev)).toBe(true)
    expect(isAllowedAddress('ws://localhost:5173/', dev)).toBe(true)
    expect(isAllowedAddress('http://localhost:5174/', dev)).toBe(false)
    expect(isAllowedAddress('https://filings.example/', dev)).toBe(false)
  })
})

describe('developmentOrigin', () => {
  it('takes a server on this machine, and none in a packaged build', () => {
    expect(developmentOrigin('http://localhost:5173/', false)).toBe('http://localhost:5173')
    expect(developmentOrigin('http://localhost:5173/', true)).toBeNull()
    expect(developmentOrigin('http://filings.example:5173/', false)).toBeNull()
    expect(developmentOrigin('http://localhost.filings.example/', false)).toBeNull()
    expect(developmentOrigin(undefined, false)).toBeNull()
    expect(developmentOrigin('file:///etc/passwd', false)).toBeNull()
  })
})
