/** Files as other tools write them, of work on the filing of traps. */
export const FOREIGN_FILES: readonly { readonly name: string; readonly text: string }[] = [
  { name: 'hypothesis.json',
    text: JSON.stringify({ export_date: '2026-02-02', export_userid: 'acct:bo@hypothes.is', client_version: '1.2', annotations: [
      { id: 'a', uri: 'file:///x/T1.html', text: 'Which **scale**?', tags: ['scale'], user: 'acct:bo@hypothes.is',
        user_info: { display_name: 'Bo Reader' }, created: '2026-02-01T09:00:00+00:00', updated: '2026-02-01T09:30:00+00:00',
        target: [{ source: 'file:///x/T1.html', selector: [{ type: 'TextPositionSelector', start: 200, end: 218 }, {
          type: 'TextQuoteSelector',
          exact: 'improvement of 63%',
          prefix: 'reported an ',
          suffix: ' in pain'
        }] }] },
      { id: 'b', uri: 'file:///x/T1.html', references: ['a'], text: 'The first one.', tags: [], user: 'acct:cy@hypothes.is', target: [{}] }
    ] }) },
  { name: 'hypothesis.csv',
    text: ['Creation Date,URL,Group,Annotation/Reply Type,Quote,User,Body,Tags,Page',
      '2026-02-03 10:00,file:///x/T1.html,Public,Annotation,improvement of 61%,cleo,"Which?\nAnd when?","a,b",',
      '2026-02-03 10:01,file:///x/T1.html,Public,Page note,,cleo,On the whole,,'].join('\n') },
  { name: 'readwise.csv',
    text: ['Highlight,Title,Author,URL,Note,Location,Date',
      'improvement of 58%,HARROW RIDGE REPORTS SECOND-QUARTER RESULTS,,https://example.org/T1.html,.ask Why?,1,2026-03-01'].join('\r\n') },
  { name: 'zotero.json',
    text: JSON.stringify([{ key: 'AAAA1111', data: { key: 'AAAA1111', itemType: 'attachment', title: 'T1.html', filename: 'T1.html' } }, {
      key: 'BBBB2222',
      meta: { createdByUser: { username: 'ana' } },
      data: { key: 'BBBB2222', itemType: 'annotation', parentItem: 'AAAA1111', annotationType: 'highlight',
        annotationText: 'improvement of 63%', annotationComment: 'Why?', annotationColor: '#ffd400', tags: [{ tag: 'scale' }],
        dateAdded: '2026-03-01T10:00:00Z' }
    }]) }
]
