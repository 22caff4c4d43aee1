import { scopeOf } from '../../../dev/forge/jira-scopes';
import { SCOPE_OF_OPERATION } from '../../house/scopes';

describe("the scope of a call to Jira's REST API", () => {
  it.each(Object.entries(SCOPE_OF_OPERATION))(
    '%s is what the document of the API says: %s',
    (operation, scope) => {
      const [method = '', path = ''] = operation.split(' ');
      expect(scopeOf(method, path.replaceAll('{}', '10001'))).toBe(scope);
      expect(scopeOf(method, `${path.replaceAll('{}', 'PAY-1')}?maxResults=1`)).toBe(scope);
    },
  );

  it('is asked of version 2 alike, and of nobody for what says only which site it is', () => {
    expect(scopeOf('DELETE', '/rest/api/2/issue/PAY-1')).toBe('write:jira-work');
    expect(scopeOf('GET', '/rest/api/3/serverInfo')).toBeNull();
  });
});
