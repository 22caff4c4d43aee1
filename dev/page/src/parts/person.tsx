import { token } from '@atlaskit/tokens';

const colours = [
  token('color.background.accent.blue.bolder'),
  token('color.background.accent.purple.bolder'),
  token('color.background.accent.teal.bolder'),
  token('color.background.accent.magenta.bolder'),
  token('color.background.accent.green.bolder'),
  token('color.background.accent.orange.bolder'),
  token('color.background.accent.red.bolder'),
];

function colourOf(name: string): string {
  const sum = [...name].reduce(
    (total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 9973,
    7,
  );
  return colours[sum % colours.length] ?? token('color.background.accent.gray.bolder');
}

const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.charAt(0) ?? '')
    .join('')
    .toUpperCase();
};

/** A picture of letters: drawn by the style sheet, so that it is no text to read aloud, copy or search. */
export function Initials({ name }: { readonly name: string }) {
  return (
    <span
      className="initials"
      style={{ backgroundColor: colourOf(name) }}
      data-initials={initialsOf(name)}
      aria-hidden="true"
    />
  );
}

export function PersonName({ name }: { readonly name: string | undefined }) {
  if (name === undefined) return <span className="quiet">Unassigned</span>;
  return (
    <span className="with-icon">
      <Initials name={name} />
      <span className="clip">{name}</span>
    </span>
  );
}
