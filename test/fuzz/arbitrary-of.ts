import fc from 'fast-check';

/** What `z.toJSONSchema` makes of the payloads' schemas, as far as they use it. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
}

/** What stands on the site: strings that name something there, and values for what may be anything. */
export interface Known {
  readonly strings: readonly string[];
  readonly documents: readonly unknown[];
}

/** Longer texts and lists are left to the tests of sizes: they would take the time of hundreds of others. */
const LONGEST_TEXT = 4_000;
const LONGEST_LIST = 4;

/** Values that the schema takes, most of them naming what stands on the site. @throws Error on a kind of schema that it does not know */
export function arbitraryOf(schema: JsonSchema, known: Known): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((one) => arbitraryOf(one, known)));
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const { type } = schema;
  if (typeof type === 'object')
    return fc.oneof(...type.map((one) => arbitraryOf({ ...schema, type: one }, known)));
  switch (type) {
    case 'string':
      return text(schema, known.strings);
    case 'number':
      return number(schema);
    case 'integer':
      return fc.oneof(
        fc.integer({ min: schema.minimum ?? -5, max: Math.min(schema.maximum ?? 9, 9) }),
        fc.constantFrom(schema.minimum ?? 0, schema.maximum ?? Number.MAX_SAFE_INTEGER),
      );
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(arbitraryOf(schema.items ?? {}, known), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? 9, LONGEST_LIST)),
      });
    case 'object':
      return object(schema, known);
    case undefined:
      return fc.oneof(fc.constantFrom(...known.documents), fc.jsonValue());
    default:
      throw new Error(`No payload is made of the type ${type}`);
  }
}

function text(schema: JsonSchema, strings: readonly string[]): fc.Arbitrary<string> {
  const { minLength = 0, maxLength = LONGEST_TEXT, pattern, format } = schema;
  const form = pattern === undefined ? null : new RegExp(pattern, 'u');
  const fits = (one: string): boolean =>
    one.length >= minLength &&
    one.length <= maxLength &&
    (form?.test(one) ?? true) &&
    (format !== 'uri' || URL.canParse(one));
  const named = strings.filter(fits);
  const longest = Math.min(maxLength, LONGEST_TEXT);
  const free =
    form !== null
      ? fc.stringMatching(form, { maxLength: 40 })
      : format === 'uri'
        ? fc.webUrl()
        : fc.oneof(
            fc.string({ minLength, maxLength: Math.min(longest, 30), unit: 'grapheme' }),
            fc.constantFrom('ж'.repeat(longest), '語'.repeat(Math.max(minLength, 3))),
          );
  const fitting = free.filter(fits);
  return named.length === 0
    ? fitting
    : fc.oneof({ arbitrary: fc.constantFrom(...named), weight: 4 }, fitting);
}

function number({ minimum = -1e9, maximum = 1e9, multipleOf }: JsonSchema): fc.Arbitrary<number> {
  if (multipleOf === undefined)
    return fc.oneof(
      fc.integer({ min: Math.max(minimum, -9), max: Math.min(maximum, 9) }),
      fc.double({ min: minimum, max: maximum, noNaN: true }),
    );
  const parts = Math.round(1 / multipleOf);
  return fc.integer({ min: minimum * parts, max: maximum * parts }).map((whole) => whole / parts);
}

function object(schema: JsonSchema, known: Known): fc.Arbitrary<unknown> {
  const { properties, required = [], propertyNames = { type: 'string' } } = schema;
  const members = Object.entries(properties ?? {});
  if (members.length === 0 && typeof schema.additionalProperties === 'object')
    return fc.dictionary(
      text(propertyNames, known.strings),
      arbitraryOf(schema.additionalProperties, known),
      { maxKeys: LONGEST_LIST },
    );
  return fc.record(
    Object.fromEntries(members.map(([name, member]) => [name, arbitraryOf(member, known)])),
    { requiredKeys: [...required] },
  );
}
