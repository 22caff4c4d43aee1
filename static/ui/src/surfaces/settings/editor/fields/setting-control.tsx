import Heading from '@atlaskit/heading';
import type { JSX } from 'react';
import type { Setting } from './setting';
import { NamedNumbers } from './named-numbers';
import { NamedTexts } from './named-texts';
import {
  ChoiceSetting,
  NamesSetting,
  NumberSetting,
  SeveritiesSetting,
  ShareSetting,
  SwitchSetting,
  TextSetting,
} from './simple-fields';
import styles from '../editor.module.css';

/** A list of settings, each as its kind is entered. */
export function SettingControls({ of }: { readonly of: readonly Setting[] }): JSX.Element {
  return (
    <>
      {of.map((setting) => (
        <Control
          key={setting.kind === 'heading' ? setting.label : setting.path.join('.')}
          setting={setting}
        />
      ))}
    </>
  );
}

function Control({ setting }: { readonly setting: Setting }): JSX.Element {
  switch (setting.kind) {
    case 'heading':
      return (
        <div className={styles.heading}>
          <Heading size="xxsmall" as="h4">
            {setting.label}
          </Heading>
          {setting.help !== undefined && <p className={styles.help}>{setting.help}</p>}
        </div>
      );
    case 'number':
      return <NumberSetting setting={setting} />;
    case 'share':
      return <ShareSetting setting={setting} />;
    case 'text':
      return <TextSetting setting={setting} />;
    case 'names':
      return <NamesSetting setting={setting} />;
    case 'choice':
      return <ChoiceSetting setting={setting} />;
    case 'switch':
      return <SwitchSetting setting={setting} />;
    case 'severities':
      return <SeveritiesSetting setting={setting} />;
    case 'named numbers':
      return <NamedNumbers setting={setting} />;
    case 'named texts':
      return <NamedTexts setting={setting} />;
  }
}
