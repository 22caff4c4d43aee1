import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as index from '../src/index';
import { fieldModules } from '../src/jira/field-writes';
import {
  exportedTexts,
  firstArguments,
  membersOf,
  quotedNames,
  restOperations,
} from './house/declared';
import { manifest, modules, textsUnder } from './house/manifest';
import { questionsOfContract } from './house/questions';
import { SCOPE_OF_OPERATION } from './house/scopes';
import { ROOT, sourceFiles, type SourceFile } from './house/source-files';

const backend = sourceFiles('src');
const ui = sourceFiles('static/ui/src');

function under(folder: string): readonly SourceFile[] {
  return backend.filter(({ path }) => path.startsWith(`${folder}/`));
}

function sorted(texts: Iterable<string>): readonly string[] {
  return [...new Set(texts)].sort();
}

describe('manifest and handlers', () => {
  const functions = modules('function');

  it('name the same handlers: every export of index.ts is a function of the manifest and the other way round', () => {
    expect(sorted(functions.map((one) => String(one['handler'])))).toEqual(
      sorted(Object.keys(index).map((name) => `index.${name}`)),
    );
    expect(Object.values(index).filter((handler) => typeof handler !== 'function')).toEqual([]);
  });

  it('has no function that no module uses, and no module without its function', () => {
    const used = modules()
      .filter(({ type }) => type !== 'function')
      .flatMap((module) => textsUnder('function', module));
    expect(sorted(used)).toEqual(sorted(functions.map(({ key }) => key)));
  });

  it('has no resource that no module shows, and no module without its resource', () => {
    const shown = modules().flatMap((module) => textsUnder('resource', module));
    expect(sorted(shown)).toEqual(sorted(manifest.resources.map(({ key }) => key)));
  });

  it('has every icon that it names among the files that Vite copies beside the surfaces', () => {
    const icons = modules().flatMap((module) => textsUnder('icon', module));
    const files = icons.map(
      (icon) => /^resource:ui;(.+)$/.exec(icon)?.[1] ?? `not in the app: ${icon}`,
    );
    expect(files.filter((file) => !existsSync(join(ROOT, 'static/ui/public', file)))).toEqual([]);
  });
});

describe('questions and answers', () => {
  const questions = sorted(questionsOfContract());
  const asked = sorted(ui.flatMap((file) => firstArguments(/^(ask|useAnswer|useCommand)$/, file)));

  it('are the same in contract and resolvers', () => {
    expect(questions).toContain('score.view');
    const answered = under('src/resolvers').flatMap((file) => [
      ...quotedNames(file),
      ...firstArguments(/\.define$/, file),
    ]);
    expect(sorted(answered.filter((name) => /^[a-z]+\.[a-z]+$/i.test(name)))).toEqual(questions);
  });

  it('are all asked by somebody: a surface, or the command line on behalf of one', () => {
    expect(asked).toContain('score.view');
    const tools = sourceFiles('dev')
      .map(({ text }) => text)
      .join('\n');
    expect(
      questions.filter((question) => !asked.includes(question) && !tools.includes(`'${question}'`)),
    ).toEqual([]);
    expect(asked.filter((question) => !questions.includes(question))).toEqual([]);
  });

  it('have a surface for every module that the one UI app serves', () => {
    const shown = modules()
      .filter((module) => textsUnder('resource', module).includes('ui'))
      .map(({ key }) => key);
    expect(shown.length).toBeGreaterThan(0);
    expect(sorted(ui.flatMap(quotedNames).filter((name) => name.startsWith('ballast-')))).toEqual(
      sorted(shown),
    );
  });
});

describe('manifest and adapters', () => {
  it('name the same queues', () => {
    expect(sorted(modules('consumer').map((consumer) => String(consumer['queue'])))).toEqual(
      sorted(under('src/queue').flatMap((file) => exportedTexts('_QUEUE', file))),
    );
  });

  it('name the same custom fields', () => {
    expect(sorted(modules('jira:customField').map(({ key }) => key))).toEqual(
      sorted(Object.values(fieldModules)),
    );
  });

  const { entities } = manifest.app.storage;

  it('name the same storage entities', () => {
    expect(sorted(entities.map(({ name }) => name))).toEqual(
      sorted(under('src/storage').flatMap((file) => exportedTexts('_ENTITY', file))),
    );
  });

  it.each(entities)('give $name the attributes of its record', ({ name, attributes }) => {
    // `LEDGER_ENTITY = 'ledger'` keeps a LedgerRecord: the code's word, where the stored one is older.
    const constant = under('src/storage').flatMap(({ text }) =>
      [...text.matchAll(/const (\w+)_ENTITY = '([^']+)'/g)].flatMap(([, word = '', of]) =>
        of === name ? [word] : [],
      ),
    )[0];
    const record = `${(constant ?? name).toLowerCase().replace(/(^|_)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase())}Record`;
    const home = under('src/storage').find(({ text }) => text.includes(`interface ${record} `));
    expect(sorted(Object.keys(attributes))).toEqual(sorted(home ? membersOf(record, home) : []));
  });

  it('name no index in a query that the manifest does not build', () => {
    const built = entities.flatMap(({ indexes }) =>
      indexes.map((one) => (typeof one === 'string' ? one : one.name)),
    );
    const queried = under('src/storage').flatMap((file) => firstArguments(/\.index$/, file));
    expect(queried.filter((one) => !built.includes(one))).toEqual([]);
  });
});

describe('scopes', () => {
  const operations = sorted(under('src/jira').flatMap(restOperations));

  it('are known for exactly the operations that the Jira adapter asks for', () => {
    expect(sorted(Object.keys(SCOPE_OF_OPERATION))).toEqual(operations);
  });

  it('are asked for in the manifest, none missing and none unneeded', () => {
    const needed = [
      ...operations.flatMap((operation) => SCOPE_OF_OPERATION[operation] ?? []),
      ...(under('src/storage').length > 0 ? ['storage:app'] : []),
      ...(under('src/jira').some(({ text }) => text.includes('.reportPersonalData('))
        ? ['report:personal-data']
        : []),
      ...(under('src/realtime').length > 0 ? ['read:app-global-channel:realtime'] : []),
    ];
    expect(sorted(manifest.permissions.scopes)).toEqual(sorted(needed));
  });

  it('are not guessed: a route whose method is not written beside it is refused', () => {
    const file = { path: 'src/jira/x.ts', text: 'const path = route`/rest/api/3/issue/${key}`;' };
    expect(() => restOperations(file)).toThrow('no method');
    expect(
      restOperations({
        ...file,
        text: 'send({ route: route`/rest/api/3/issue/${key}?fields=${f}`, method: "PUT" })',
      }),
    ).toEqual(['PUT /rest/api/3/issue/{}']);
  });
});
