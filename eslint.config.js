const js = require('@eslint/js');
const a11y = require('eslint-plugin-jsx-a11y');
const reactHooks = require('eslint-plugin-react-hooks');
const ts = require('typescript');
const tseslint = require('typescript-eslint');

/** Names that people or other tools chose must not find what every object inherits. */
const ownMembers = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { own: 'Read it with ownMember: the name may be "constructor".' },
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    const checker = services.program.getTypeChecker();
    return {
      'MemberExpression[computed=true]'(node) {
        // Jira's ids of fields are its own.
        if (/(^|\.)fields$/.test(context.sourceCode.getText(node.object))) return;
        const name = services.getTypeAtLocation(node.property);
        const text = (name.flags & ts.TypeFlags.String) !== 0;
        if (!text || (node.parent.type === 'AssignmentExpression' && node.parent.left === node))
          return;
        const of = checker.getNonNullableType(services.getTypeAtLocation(node.object));
        if (checker.getIndexInfoOfType(of, ts.IndexKind.String) !== undefined)
          context.report({ node, messageId: 'own' });
      },
    };
  },
};

const BROWSER = ['static/ui/src/**/*.{ts,tsx}', 'dev/page/src/**/*.{ts,tsx}'];

module.exports = tseslint.config(
  { ignores: ['**/node_modules/', '**/dist/', '**/.cache/', 'artefacts/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
    rules: {
      'max-lines': ['error', 300],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Export by name: a default export has no name to search for.',
        },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // `() => setOpen(true)` and an early `return refuse(…)` read better than their braces.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Interfaces here are records of functions, not classes: taking one out of its record loses no `this`.
      '@typescript-eslint/unbound-method': 'off',
      // Code points are what is wanted where a text is spread.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Handlers and ports are async by contract even where one of them has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    // Data written out, an issue after the other.
    files: ['dev/sample/**/*.ts'],
    rules: { 'max-lines': ['error', 450] },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/core/terms/own-member.ts'],
    plugins: { ballast: { rules: { 'own-members': ownMembers } } },
    rules: {
      'ballast/own-members': 'error',
      'no-console': 'error',
      // From the fifth on, what belongs together goes into one object with names.
      '@typescript-eslint/max-params': ['error', { max: 4 }],
    },
  },
  {
    files: BROWSER,
    extends: [a11y.flatConfigs.strict, reactHooks.configs.flat.recommended],
    rules: {
      // Event attributes take functions whose promise nobody awaits; a mutation reports its own failure.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      // Atlaskit marks as deprecated what only its own feature flags make needless.
      '@typescript-eslint/no-deprecated': 'off',
      // A table that scrolls must be reachable by keyboard: a named region with a tab stop.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['tabpanel', 'region'] }],
      // An editor that opens because somebody asked for it takes the focus with it.
      'jsx-a11y/no-autofocus': ['error', { ignoreNonDOM: true }],
    },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      // A suite is a list of cases: long is not yet tangled.
      'max-lines': ['error', 600],
      // `expect.any()` and a parsed answer are `any` by declaration; the assertion is what checks them.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Vite demands a default export, and its configuration belongs to no TypeScript project.
    files: ['**/*.config.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.js'],
    extends: [js.configs.recommended],
    languageOptions: {
      sourceType: 'commonjs',
      globals: {
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
        process: 'readonly',
      },
    },
  },
);
