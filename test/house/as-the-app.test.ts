import { AS_THE_APP, worksAsTheApp } from './as-the-app';
import { sourceFiles } from './source-files';

describe('working as the app', () => {
  it('is for the use cases of the table alone, each with its reason', () => {
    const found = sourceFiles('src').filter(worksAsTheApp);
    expect(found.map(({ path }) => path).sort()).toEqual(Object.keys(AS_THE_APP).sort());
  });

  it.each([
    'const total = await world.issues.count(jql);',
    'const { ids } = await issues.ids(jql, null);',
    "await world.links.link(['Relates'], one, other);",
    'await (person?.jira ?? world.links).link(names, one, other);',
    'await world.edits.set(key, { fieldId });',
  ])('is found in %s', (text) => {
    expect(worksAsTheApp({ path: 'src/usecases/jobs/new.ts', text })).toBe(true);
  });

  it.each([
    'const total = await jira.issues.count(jql);',
    'await jira.link(names, one, other);',
    'await context.jira.issues.page(jql, null, []);',
  ])('is not what a person does: %s', (text) => {
    expect(worksAsTheApp({ path: 'src/usecases/jobs/new.ts', text })).toBe(false);
  });
});
