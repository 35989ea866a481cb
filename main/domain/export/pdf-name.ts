/** The longest name that is given, without its ending, in characters. */
const LONGEST = 80

/** Names that Windows keeps for devices, whatever follows the point. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/**
 * A file name for the PDF of a filing: letters, digits, points, hyphens and underscores of the filing's own name, never a path,
 * never a hidden or a reserved name. It always ends in `.pdf`.
 */
export const pdfNameOf = (fileName: string): string => {
  const last = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
  const stem = last.replace(/\.(?:txt|html?|xhtml|xml|sgml|pem|pdf)$/i, '')
  const plain = stem.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '').slice(0,
    LONGEST)
  const device = plain.split('.')[0]?.toLowerCase() ?? ''
  return `${plain === '' || RESERVED.test(device) ? 'filing' : plain}.pdf`
}
