import type { HtmlAttributes } from './html-tokens'

/** What is known of an image from its tag: the name of its file, its words, the one of the two to show as `label`, and its width in pixels where that is given. */
export const imageAttrs = (attributes: HtmlAttributes): Record<string, string> => {
  const alt = (attributes.get('alt') ?? '').trim().slice(0, 200)
  const source = attributes.get('src') ?? ''
  const src = source.startsWith('data:') ? '' : source.slice(source.lastIndexOf('/') + 1).slice(0, 200)
  const width = /^\d{1,5}/.exec(attributes.get('width') ?? '')?.[0] ??
    /(?:^|;)\s*width:\s*(\d{1,5})(?:\.\d+)?px/i.exec(attributes.get('style') ?? '')?.[1]
  return { label: alt === '' ? src : alt, ...(src === '' ? {} : { src }), ...(alt === '' ? {} : { alt }),
    ...(width === undefined ? {} : { width }) }
}

/** Whether the class of an element says that a page ends there, as two makers of filings write it. */
export const isBreakClass = (name: string | undefined): boolean =>
  name !== undefined && (name === 'BRPFPageBreak' || name.toLowerCase() === 'pagebreak')
