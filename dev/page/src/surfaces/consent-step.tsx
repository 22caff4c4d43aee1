import Button from '@atlaskit/button/new';
import type { ConsentAsking } from './use-consent';

/** What Jira shows in the place of a surface until the person has decided. */
export function ConsentStep({
  app,
  consent,
}: {
  readonly app: string;
  readonly consent: ConsentAsking;
}) {
  return (
    <section className="box" aria-label={`${app} asks for access`}>
      <p>{app} needs your permission to work in Jira in your name.</p>
      <div className="section-head">
        <Button
          appearance="primary"
          onClick={() => {
            consent.answer(true);
          }}
        >
          Allow access
        </Button>
        <Button
          appearance="subtle"
          onClick={() => {
            consent.answer(false);
          }}
        >
          Not now
        </Button>
      </div>
    </section>
  );
}
