/**
 * How the elements look when no sheet says otherwise. Nothing has margins or padding: a page to be
 * printed says its own.
 */
export const defaultSheet = `
html, body, header, footer, main, section, article, aside, nav, div, p, pre, blockquote,
h1, h2, h3, h4, h5, h6, ul, ol, dl, dt, dd, figure, figcaption, address, hr, map { display: block }
head, title, meta { display: none }
li { display: list-item }
table { display: table }
caption { display: table-caption; break-after: avoid; hyphens: none }
thead { display: table-header-group }
tbody { display: table-row-group }
tr { display: table-row }
th, td { display: table-cell }
pre { white-space: pre-line }
ol { list-style: decimal }
h1, h2, h3, h4, h5, h6 { font-weight: bold; break-after: avoid; hyphens: none; text-align: left }
h1 { font-size: 2em }
h2 { font-size: 1.5em }
h3 { font-size: 1.2em }
b, strong, th { font-weight: bold }
i, em { font-style: italic }
small { font-size: .85em }
sup { vertical-align: super; font-size: .7em }
sub { vertical-align: sub; font-size: .7em }
th { text-align: left }
hr { border-top: .5pt solid }
folio { font-variant-numeric: tabular-nums }
`;
