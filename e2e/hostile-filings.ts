import { documentOf, pngOf, submissionOf, uuencoded } from './picture-filings'

/** A filing that tries something: its name on disk, its content, and what must be readable of it all the same. */
export interface HostileFiling {
  readonly name: string
  readonly content: string
  /** Words that stand before and after the hostile part; empty where the whole file may be refused. */
  readonly shown: readonly string[]
}

const BEFORE = 'BEFORE the hostile part, Elm Cove Foods sold 4,106 crates of pears.'
const AFTER = 'AFTER the hostile part, it expects to sell 5,200 crates of plums.'

const page = (name: string, hostile: string, head = ''): HostileFiling => ({
  name,
  content: `<html><head><title>${name}</title>${head}</head><body><p>${BEFORE}</p>\n${hostile}\n<p>${AFTER}</p></body></html>\n`,
  shown: [BEFORE, AFTER]
})

const submission = (name: string, filename: string, text: string, company = 'ELM COVE FOODS INC'): HostileFiling => ({
  name,
  content: [
    '<SEC-DOCUMENT>0009999999-24-000001.txt : 20240105',
    '<SEC-HEADER>0009999999-24-000001.hdr.sgml : 20240105',
    'ACCESSION NUMBER:\t\t0009999999-24-000001',
    'CONFORMED SUBMISSION TYPE:\t8-K',
    'PUBLIC DOCUMENT COUNT:\t\t1',
    'FILER:',
    '\tCOMPANY DATA:',
    `\t\tCOMPANY CONFORMED NAME:\t\t\t${company}`,
    '\t\tCENTRAL INDEX KEY:\t\t\t0009999999',
    '</SEC-HEADER>',
    '<DOCUMENT>',
    '<TYPE>EX-99.1',
    '<SEQUENCE>1',
    `<FILENAME>${filename}`,
    '<DESCRIPTION>RELEASE',
    '<TEXT>',
    BEFORE,
    '',
    text,
    '',
    AFTER,
    '</TEXT>',
    '</DOCUMENT>',
    '</SEC-DOCUMENT>',
    ''
  ].join('\n'),
  shown: [BEFORE, AFTER]
})

const PWN = 'window.__pwned=1'

const entityBomb = `<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa">${
  Array.from({ length: 12 }, (_, at) => `<!ENTITY a${String(at)} "${'&a'.concat(at === 0 ? '' : String(at - 1), ';').repeat(10)}">`).join(
    ''
  )
}]>`

/** The filings, each a trap of its own; `@PORT@` stands for a port that listens for a knock. */
export const HOSTILE_FILINGS: readonly HostileFiling[] = [
  page('script.htm',
    `<script>${PWN}</script><script src="http://127.0.0.1:@PORT@/a.js"></script><img src=x onerror="${PWN}"><body onload="${PWN}"><details open ontoggle="${PWN}">Words in details.</details>`),
  page('svg.htm',
    `<svg onload="${PWN}"><script>${PWN}</script><a xlink:href="javascript:${PWN}"><text y="20">Drawn words</text></a><image href="http://127.0.0.1:@PORT@/i.png"/><use href="data:image/svg+xml,<svg id=x onload=${PWN}>#x"/></svg>`),
  page('mxss.htm',
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${PWN}&gt;"></table></mtext></math><noscript><p title="</noscript><img src=x onerror=${PWN}>"></noscript><form><math><mtext></form><form><mglyph><style></math><img src onerror=${PWN}></style></form>`),
  page('form.htm',
    `<form action="http://127.0.0.1:@PORT@/take" method="post"><input name="password" autofocus onfocus="${PWN}" value="x"><button formaction="javascript:${PWN}">Sign in again</button></form><div contenteditable="true">Write here</div>`),
  page('frames.htm',
    `<iframe src="http://127.0.0.1:@PORT@/f" srcdoc="<script>parent.__pwned=1</script>"></iframe><object data="javascript:${PWN}"></object><embed src="http://127.0.0.1:@PORT@/e"><webview src="http://127.0.0.1:@PORT@/w"></webview>`,
    '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:@PORT@/r"><base href="http://127.0.0.1:@PORT@/" target="_blank">'),
  page('links.htm',
    `<p>See <a href="javascript:${PWN}">the exhibit</a>, <a href="&#106;ava&#9;script:${PWN}">the annex</a>, <a href="data:text/html,<script>opener.__pwned=1</script>">the data</a>, <a href="file:///etc/passwd">the file</a>, <a href="vbscript:x">the sheet</a> and <a href="http://127.0.0.1:@PORT@/" ping="http://127.0.0.1:@PORT@/p" target="_blank">the site</a>.</p>`,
    `<link rel="stylesheet" href="http://127.0.0.1:@PORT@/s.css"><link rel="dns-prefetch" href="http://beacon.invalid/"><style>@import "http://127.0.0.1:@PORT@/i.css"; * { display: none }</style>`),
  page('clobber.htm',
    '<div id="root" name="root">In a false root.</div><a id="redwell" name="redwell">x</a><form id="document"><input name="body"><input name="__proto__"></form><img name="getElementById"><div id="toolbar" class="status-line" style="position:fixed;inset:0;z-index:99999;background:red">Over everything</div>'),
  page('bidi.htm',
    '<p>Net \u202Eloss\u202C of \u2066ten\u2067 crates, a profit\u200b\u200d of \u202Enone.</p><p>Left \u2069\u2069 over.</p>'),
  { ...page('nesting.htm', `${'<div><b>'.repeat(5_000)}Deep words.${'</b></div>'.repeat(5_000)}`) },
  page('attributes.htm',
    `<p ${Array.from({ length: 20_000 }, (_, at) => `a${String(at)}="${String(at)}"`).join(' ')}>Many attributes.</p><p title="${
      'x'.repeat(500_000)
    }">A long attribute.</p>`),
  { name: 'entities.htm',
    content: `${entityBomb}<html><body><p>${BEFORE}</p><p>Bomb: &a11; &#x110000; &#0; &#xD800; ${
      '&amp;lt;'.repeat(5_000)
    }</p><p>${AFTER}</p></body></html>`, shown: [BEFORE, AFTER] },
  submission('uuencode.txt', 'elm.txt', 'begin 644 ../../../../redwell-pwned.txt\n#8V%T\n`\nend'),
  { name: 'pictures.txt', content: submissionOf(
    documentOf(1, 'EX-99.1', 'elm.htm',
      `<html><body><p>${BEFORE}</p><img src="a.jpg"><img src="b.jpg"><img src="c.png"><img src="../d.gif"><p>${AFTER}</p></body></html>`),
    documentOf(2, 'GRAPHIC', 'a.jpg',
      uuencoded('a.jpg',
        Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="${PWN}"><image href="http://127.0.0.1:@PORT@/"/></svg>`))),
    documentOf(3, 'GRAPHIC', 'b.jpg', uuencoded('b.jpg', Buffer.from(`<html><script>${PWN}</script></html>`))),
    documentOf(4, 'GRAPHIC', 'c.png', uuencoded('c.png', pngOf(100_000, 100_000, null))),
    documentOf(5, 'GRAPHIC', 'd.gif', uuencoded('d.gif', Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(2_000, 0xff)])))
  ), shown: [BEFORE, AFTER] },
  submission('filename.txt', '../../../../redwell-pwned.txt', 'A document whose name climbs.'),
  submission('header.txt', `<img src=x onerror=${PWN}>.htm`, 'A header with markup.',
    `ELM <script>${PWN}</script> <img src=x onerror=${PWN}> COVE`),
  { name: 'annual\u202Ftxt.\u202Egpj.exe', content: `EXHIBIT 99.1\n\n${BEFORE}\n\nA file whose name reads backwards.\n\n${AFTER}\n`,
    shown: [BEFORE, AFTER] }
]
