import { describe, expect, test } from 'vitest';
import { check } from '../../src/build.ts';
import { bookletText, feedText, manyServices, service, townFolder } from './town.ts';

async function checked(files: Readonly<Record<string, string>>) {
  const folder = townFolder(files);
  return check({ booklet: `${folder}/livret.yaml`, language: 'fr' });
}

describe('check', () => {
  test('says nothing of a booklet without fault', async () => {
    const found = await checked({
      'livret.yaml': bookletText(),
      'feed.geojson': feedText(manyServices(12)),
    });
    expect(found).toEqual([]);
  });

  test('says at once everything wrong with a booklet', async () => {
    const found = await checked({
      'livret.yaml': [
        'titel: Guide',
        'territory: Nulleparville',
        'feed: [absent.geojson]',
        'page: A99',
        'organisation: { colour: "#zzzzzz" }',
        'group: couleur',
        '',
      ].join('\n'),
    });
    const fields = found
      .filter(({ severity }) => severity === 'error')
      .map(({ where }) => where.field);
    for (const field of ['titel', 'page', 'organisation.colour', 'group']) {
      expect(fields).toContain(field);
    }
    for (const { where, hint } of found) {
      expect(where.file).toMatch(/livret\.yaml$/);
      expect(hint?.fr).toBeTruthy();
    }
  });

  test('says faults of the feed and of the template together', async () => {
    const found = await checked({
      'livret.yaml': bookletText('template: ./mine', 'types: [mairie, miarie]'),
      'feed.geojson': feedText([
        service('a', 'Redon', { openingHours: 'le matin' }),
        service('b', 'Redon', { types: ['inconnu-au-bataillon'] }),
        service('b', 'Redon'),
        { ...service('c', 'Redon'), geometry: { type: 'Point', coordinates: [47.65, -2.08] } },
      ]),
      'mine/style.css': '.name { colour: red; float: left; }',
      'mine/partials/colophon.hbs': '<h2 id="colophon">{{edition.di}}</h2><marquee>x</marquee>',
    });
    const messages = found.map(({ message }) => message.fr).join('\n');
    for (const word of [
      'le matin',
      'inconnu-au-bataillon',
      'miarie',
      'colour',
      'float',
      'marquee',
    ]) {
      expect(messages).toContain(word);
    }
  });

  test('goes on to the territory, the types and the template when the feed is missing', async () => {
    const found = await checked({
      'livret.yaml': bookletText('template: ./mine', 'types: [miarie]').replace(
        '"56260"',
        '"56260", Nulleparville',
      ),
      'mine/style.css': '.name { float: left; }',
    });
    const messages = found.map(({ message }) => message.fr).join('\n');
    for (const word of ['flux n’existe pas', 'Nulleparville', 'miarie', 'float']) {
      expect(messages).toContain(word);
    }
    const said = found.map((one) => JSON.stringify(one));
    expect(new Set(said).size).toBe(said.length);
  });

  test('says it in both languages', async () => {
    const found = await checked({
      'livret.yaml': bookletText('pagee: A5'),
      'feed.geojson': feedText(manyServices(2)),
    });
    expect(found).toHaveLength(1);
    expect(found[0]?.message.fr).not.toBe(found[0]?.message.en);
    expect(`${found[0]?.hint?.fr} ${found[0]?.hint?.en}`).toContain('page');
  });
});
