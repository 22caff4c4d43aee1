import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { documentedInputs, nameOf, UNMODELLED } from '../../dev/jira/rest/inputs/documented';
import { matchRoute, ROUTES } from '../../dev/jira/rest/router';
import {
  specifiedInputs,
  specifiedOperations,
  type Specification,
} from '../contract/specified-inputs';
import { aSite, anIssue } from '../dev/jira/a-site';
import { realData } from './real-data';

const specification = JSON.parse(
  gunzipSync(readFileSync(realData('specs/jira-platform-v3.2026-02.json.gz'))).toString('utf8'),
) as Specification;
const OPERATIONS = [...new Set(ROUTES.map(({ method, pattern }) => nameOf(method, pattern)))];

/** Which of them are read and which refused is held by the tests of the stand-in, over the same table. */
test.each(OPERATIONS)("the table of inputs is that of Jira's own API document: %s", (operation) => {
  expect(documentedInputs(operation)).toEqual(specifiedInputs(specification, operation));
});

test('every other operation of the document is refused by its name, whatever it looks like', async () => {
  const others = specifiedOperations(specification).filter((each) => !OPERATIONS.includes(each));
  expect(others.length).toBeGreaterThan(500);
  const { ask } = aSite([anIssue('SHOP-1')]);
  const wrong: string[] = [];
  for (const operation of others) {
    const [method = '', path = ''] = operation.split(' ');
    const named = path.replace('/issue/{}', '/issue/SHOP-1').replaceAll('{}', '1');
    const { status } = await ask(method, named);
    if (status !== 501) wrong.push(`${operation}: ${status}`);
  }
  expect(wrong).toEqual([]);
});

test('no operation is kept apart that the document does not have', () => {
  const known = new Set(specifiedOperations(specification));
  expect(UNMODELLED.filter((each) => !known.has(each))).toEqual([]);
  for (const each of UNMODELLED) {
    const [method = '', path = ''] = each.split(' ');
    expect(matchRoute(method, path)).toBeUndefined();
  }
});
