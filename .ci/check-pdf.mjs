// Judges finished PDF files by the project's own checker of PDF/UA-1 and PDF/A-3a.
import { readFileSync } from 'node:fs';
import { checkPdf } from '../dist/verify/check-pdf.js';

let broken = 0;
for (const file of process.argv.slice(2)) {
  const found = checkPdf(readFileSync(file));
  broken += found.length;
  for (const { message } of found.slice(0, 20)) console.error(`${file}: ${message.en}`);
  console.log(`${file}: ${found.length} broken rules`);
}
process.exit(broken > 0 ? 1 : 0);
