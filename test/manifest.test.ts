import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ProcessorBuilder, ValidationTypes } from '@forge/manifest';
import { manifest, modules, textsIn } from './house/manifest';
import { ROOT } from './house/source-files';

/** What `forge lint` says of manifest.yml. It reads the working directory, and wants the surfaces to be built. */
async function complaintsOf(
  type: ValidationTypes,
  text = readFileSync(join(ROOT, 'manifest.yml'), 'utf8'),
): Promise<readonly string[]> {
  const dir = mkdtempSync(join(tmpdir(), 'ballast-manifest-'));
  writeFileSync(join(dir, 'manifest.yml'), text);
  symlinkSync(join(ROOT, 'src'), join(dir, 'src'));
  for (const { path } of manifest.resources) {
    mkdirSync(join(dir, path), { recursive: true });
    writeFileSync(join(dir, path, 'index.html'), '<!doctype html>');
  }
  process.chdir(dir);
  const validated = await ProcessorBuilder.instance()
    .withValidation(type)
    .withOptions({ deprecatedRuntimes: ['nodejs20.x'] })
    .build()
    .process()
    .finally(() => {
      process.chdir(ROOT);
      rmSync(dir, { recursive: true });
    });
  return (validated.errors ?? []).map(
    ({ level, line, message }) => `${level} in line ${line}: ${message}`,
  );
}

/** Product events that the platform's own table of scopes knows, and the two that the app itself goes through. */
function knownEvents(): readonly string[] {
  const table = join(
    dirname(require.resolve('@forge/manifest')),
    'mapping/product-event-to-scope-mapping.json',
  );
  const { mapping } = JSON.parse(readFileSync(table, 'utf8')) as {
    mapping: { productEvent: string }[];
  };
  return [
    ...mapping.map(({ productEvent }) => productEvent),
    'avi:forge:installed:app',
    'avi:forge:upgraded:app',
  ];
}

describe('manifest.yml', () => {
  it.each([ValidationTypes.FULL, ValidationTypes.PRODUCT_TRIGGER])(
    'is valid under %s',
    async (type) => {
      expect(await complaintsOf(type)).toEqual([]);
    },
  );

  it('is refused by the same check when a trigger has lost its function or its scope', async () => {
    const text = readFileSync(join(ROOT, 'manifest.yml'), 'utf8');
    expect(
      await complaintsOf(
        ValidationTypes.FULL,
        text.replace('function: on-issue-changed', 'function: nowhere'),
      ),
    ).not.toEqual([]);
    expect(
      await complaintsOf(ValidationTypes.PRODUCT_TRIGGER, text.replace('- read:jira-work', '')),
    ).not.toEqual([]);
  });

  it('names only events that exist: the platform takes any other name without a word', () => {
    const known = knownEvents();
    expect(known).toContain('avi:jira:updated:issue');
    expect(known).not.toContain('avi:jira:changed:issue');
    const listened = modules('trigger').flatMap((trigger) => trigger['events'] as string[]);
    expect(listened.length).toBeGreaterThan(0);
    expect(listened.filter((event) => !known.includes(event))).toEqual([]);
  });

  it('has keys that are unique over all modules', () => {
    const keys = modules().map(({ key }) => key);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('has keys of functions and resources of at most 23 characters', () => {
    const keys = [...modules('function'), ...manifest.resources].map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(1);
    expect(keys.filter((key) => key.length > 23)).toEqual([]);
  });

  it('runs on Atlassian: nothing leaves, nothing is fetched from elsewhere', () => {
    expect(manifest.permissions.external).toBeUndefined();
    expect(manifest).not.toHaveProperty('remotes');
    expect(manifest).not.toHaveProperty('providers');
    expect(textsIn(manifest).filter((text) => /^(https?:)?\/\//.test(text))).toEqual([]);
  });

  it('runs on Atlassian: a web trigger answers only what the manifest lists', () => {
    const dynamic = modules('webtrigger').filter(
      (trigger) => (trigger['response'] as { type?: string } | undefined)?.type !== 'static',
    );
    expect(dynamic.map(({ key }) => key)).toEqual([]);
  });

  it('shows every surface as Custom UI: `function` on a UI module is UI Kit 1, which no longer runs', () => {
    const DOORS = [
      'trigger',
      'consumer',
      'scheduledTrigger',
      'webtrigger',
      'action',
      'jira:workflowValidator',
      'jira:jqlFunction',
    ];
    const surfaces = modules().filter(({ type }) => type !== 'function' && !DOORS.includes(type));
    expect(surfaces.map(({ key }) => key)).toContain('ballast-panel');
    expect(surfaces.filter((surface) => 'function' in surface).map(({ key }) => key)).toEqual([]);
  });

  it('lets only consumers and scheduled runs take longer than the platform waits for a person', () => {
    const patient = modules('consumer', 'scheduledTrigger').map((module) => module['function']);
    const long = modules('function').filter(
      (one) => 'timeoutSeconds' in one && !patient.includes(one.key),
    );
    expect(long.map(({ key }) => key)).toEqual([]);
  });

  it('has at most five scheduled runs', () => {
    expect(modules('scheduledTrigger').length).toBeLessThanOrEqual(5);
  });
});
