/** How the elements look when no sheet says otherwise. */
export const defaultSheet = `
html, body, header, footer, main, section, article, aside, nav, div, p, pre, blockquote,
h1, h2, h3, h4, h5, h6, ul, ol, dl, dt, dd, figure, figcaption, address, hr, map { display: block }
head, title, meta { display: none }
li { display: list-item }
table { display: table }
caption { display: table-caption }
thead { display: table-header-group }
tbody { display: table-row-group }
tr { display: table-row }
th, td { display: table-cell }
pre { white-space: pre-line }
p, ul, ol, dl, pre, blockquote, figure, table { margin: .5em 0 }
ul, ol { padding-left: 1.2em }
ol { list-style: decimal }
dd, blockquote { margin-left: 1.2em }
h1, h2, h3, h4, h5, h6 { font-weight: bold; break-after: avoid; hyphens: none; text-align: left }
h1 { font-size: 2em; margin: .7em 0 }
h2 { font-size: 1.5em; margin: .8em 0 }
h3 { font-size: 1.2em; margin: .9em 0 }
h4, h5, h6 { margin: 1em 0 }
b, strong, th { font-weight: bold }
i, em { font-style: italic }
small { font-size: .85em }
sup { vertical-align: super; font-size: .7em }
sub { vertical-align: sub; font-size: .7em }
th { text-align: left }
hr { border-top: .5pt solid; margin: .5em 0 }
folio { font-variant-numeric: tabular-nums }
`;
