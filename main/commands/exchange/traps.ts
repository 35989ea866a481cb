/**
 * A filing of a fictional company with what breaks exchanges: characters beyond 16 bits, quotes of Windows, spaces that do not break, soft
 * hyphens, line ends of two characters, a table, three findings that look alike, and Hebrew with a control that turns its order.
 */
const PARAGRAPHS: readonly string[] = [
  '<h1>HARROW RIDGE REPORTS SECOND-QUARTER RESULTS</h1>',
  '<p>ALBANY, N.Y., March 3, 2007 &mdash; Harrow Ridge Therapeutics, Inc. &#128578; today announced \u0093strong\u0094 results&nbsp;for its quar&shy;ter.</p>',
  '<h2>FIRST FINDING</h2>\r\n<p>Patients who received the active patch reported an improvement of 63% in pain\r\nintensity (p=0.0096).</p>',
  '<h2>SECOND FINDING</h2>\r\n<p>Patients who received the active patch reported an improvement of 61% in pain\r\nintensity (p=0.0112).</p>',
  '<h2>THIRD FINDING</h2>\r\n<p>Patients who received the active patch reported an improvement of 58% in pain<br>intensity (p=0.0204).</p>',
  '<p>The name of the site is &#8238;&#1513;&#1500;&#1493;&#1501;&#8236;, and 5 &lt; 6 &amp; 7 &gt; 3. A cell may say =1+1 or _x0041_.</p>',
  `<table><tr><th>In thousands</th><th>2007</th><th>2006</th></tr>
<tr><td>Revenue</td><td align="right">1,204</td><td align="right">1,100</td></tr>
<tr><td>Net loss</td><td align="right">(63)</td><td align="right">(58)</td></tr>
<tr><td>Margin</td><td align="right">36%</td><td align="right">&mdash;</td></tr></table>`,
  '<h2>FORWARD-LOOKING STATEMENTS</h2>\r\n<p>This release contains forward-looking statements, identified by words such as \u0093expect\u0094. We expect to file an application later this year. Risks include the risk that trials may fail.</p>'
]

/** The name of the fixture on the command line and of its file. */
export const TRAPS = 'T1'

/** The bytes of the filing, in windows-1252 with CRLF between lines. */
export const trapsFile = (): Buffer =>
  Buffer.from(
    `<html><head><title>Harrow Ridge</title></head><body>\r\n${
      PARAGRAPHS.join('\r\n').replace(/(?<!\r)\n/g, '\r\n')
    }\r\n</body></html>\r\n`,
    'latin1'
  )
