import { describe, expect, it } from 'vitest'
import { isTrustedSender } from './trusted-sender'

const pageAt = (url: string) => ({ mainFrame: { url } })

describe('isTrustedSender', () => {
  it('trusts the main frame of the main window on our own page', () => {
    const main = pageAt('redwell://app/index.html')
    expect(isTrustedSender({ sender: main, senderFrame: main.mainFrame }, main, null)).toBe(true)
  })

  it('refuses another window, an inner frame, a frame that is gone and a window that is closed', () => {
    const main = pageAt('redwell://app/index.html')
    const other = pageAt('redwell://app/index.html')
    expect(isTrustedSender({ sender: other, senderFrame: other.mainFrame }, main, null)).toBe(false)
    expect(isTrustedSender({ sender: main, senderFrame: { url: 'redwell://app/index.html' } }, main, null)).toBe(false)
    expect(isTrustedSender({ sender: main, senderFrame: null }, main, null)).toBe(false)
    expect(isTrustedSender({ sender: main, senderFrame: main.mainFrame }, null, null)).toBe(false)
  })

  it.each(['', 'about:blank', 'https://app/index.html', 'redwell://print/x', 'redwell://app.filings.example/', 'data:text/html,x'])(
    'refuses a page at %j',
    (url) => {
      const main = pageAt(url)
      expect(isTrustedSender({ sender: main, senderFrame: main.mainFrame }, main, null)).toBe(false)
    }
  )

  it('trusts the development server only where there is one', () => {
    const main = pageAt('http://localhost:5173/index.html')
    expect(isTrustedSender({ sender: main, senderFrame: main.mainFrame }, main, 'http://localhost:5173')).toBe(true)
    expect(isTrustedSender({ sender: main, senderFrame: main.mainFrame }, main, null)).toBe(false)
  })
})
