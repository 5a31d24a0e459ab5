import yargs from 'yargs';
import { hideBin } from 'yargs/helpers';
import { givenContent, inventedContent } from './bench-content.ts';
import { type Measure, measure } from './measure.ts';

const sizes = [500, 5_000, 20_000];

const options = await yargs(hideBin(process.argv))
  .scriptName('npm run bench --')
  .option('entries', { type: 'number', describe: 'One size only' })
  .option('feed', {
    type: 'string',
    describe: 'Real content: a GeoJSON feed or the CSV of the bench',
  })
  .option('runs', {
    type: 'number',
    default: 1,
    describe: 'Runs of each size; the median is given',
  })
  .option('json', { type: 'boolean', default: false, describe: 'One JSON array' })
  .strict()
  .parse();

const measures: Measure[] = [];
for (const prepare of contents()) {
  const taken = await measure(prepare, options.runs);
  measures.push(taken);
  if (!options.json) process.stdout.write(`${line(taken)}\n`);
}
if (options.json) process.stdout.write(`${JSON.stringify(measures.map(bare))}\n`);
else process.stdout.write(ratios(measures));

function contents() {
  const { feed, entries } = options;
  if (feed) return [(folder: string) => givenContent(folder, feed)];
  return (entries ? [entries] : sizes).map(
    (size) => (folder: string) => inventedContent(folder, size),
  );
}

function bare({ entries, pages, seconds, peakMB, pdfBytes }: Measure) {
  return { entries, pages, seconds: round(seconds, 3), peakMB: Math.round(peakMB), pdfBytes };
}

function line({ entries, pages, seconds, peakMB, pdfBytes, stages }: Measure): string {
  const known = stages.reduce((sum, stage) => sum + stage.ms, 0);
  const startUp = Math.max(0, Math.round(seconds * 1000 - known));
  const parts = [{ name: 'start-up', ms: startUp }, ...stages].filter((stage) => stage.ms > 0);
  return [
    `${entries} entries, ${pages} pages: ${round(seconds, 2)} s, ${Math.round(pages / seconds)} pages/s,`,
    `${Math.round(peakMB)} MiB, PDF ${round(pdfBytes / 1e6, 2)} MB`,
    `\n    ${parts.map((stage) => `${stage.name} ${stage.ms}`).join(', ')} ms`,
  ].join(' ');
}

function ratios(all: readonly Measure[]): string {
  return all
    .slice(1)
    .map((taken, index) => {
      const before = all[index] as Measure;
      const times = round(taken.seconds / before.seconds, 2);
      return `${taken.entries} / ${before.entries} entries: time x ${times}\n`;
    })
    .join('');
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
