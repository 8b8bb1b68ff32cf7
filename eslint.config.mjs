import js from '@eslint/js';
import jsdoc from 'eslint-plugin-jsdoc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/**
 * The house: each layer and the layers it may import. Data flows down, nothing calls up.
 * A layer that is not listed behind a name cannot be imported from there: the lint, and so the build, fails.
 */
export const LAYERS = {
  logs: [],
  run: ['logs'],
  dynamics: ['run'],
  diagnosis: ['run', 'dynamics'],
  report: ['run', 'dynamics', 'diagnosis'],
  compare: ['run', 'dynamics', 'report'],
  analysis: ['logs', 'run', 'dynamics', 'diagnosis', 'report', 'compare'],
  bandit: ['dynamics'],
  platform: ['logs', 'run', 'report', 'compare', 'analysis'],
  extension: ['logs', 'run', 'report', 'compare', 'analysis', 'platform', 'protocol'],
  cli: ['logs', 'run', 'report', 'compare', 'analysis', 'platform'],
  api: ['logs', 'report', 'analysis', 'platform'],
};

/** The layers that may run anywhere: no `vscode`, no `node:*`, no DOM, and every export documented. */
export const PURE = ['logs', 'run', 'dynamics', 'diagnosis', 'report', 'compare', 'analysis', 'bandit'];

const WHERE = [...Object.keys(LAYERS), 'protocol'];
const RUNTIME = {
  regex: '^(vscode|node:.*|fs|path|os|child_process|worker_threads|http|https|net)$',
  message: 'Pure layers run anywhere: no vscode, no node:*.',
};

const LANGUAGE = {
  regex: '^@vscode/l10n$',
  importNames: ['config'],
  message: 'The language is set once, at the entry of a bundle; the layers only speak it, with `t`.',
};

function restricted(layer, allowed, pure) {
  const banned = WHERE.filter((other) => other !== layer && !allowed.includes(other));
  const patterns = [
    {
      regex: `(^|/)\\.\\./(src/)?(${banned.join('|')})(/|$)`,
      message: `src/${layer} may import only: ${allowed.join(', ') || 'nothing of src'}. Dependencies point down the house.`,
    },
    {
      regex: '(^|/)(webview|test|scripts)/',
      message: 'Product code does not import the web page, the tests or the scripts.',
    },
  ];
  return ['error', { patterns: pure ? [...patterns, RUNTIME, LANGUAGE] : patterns }];
}

const NO_DYNAMIC_IMPORT = {
  selector: 'ImportExpression',
  message: 'A pure layer imports statically: a dynamic import would slip past the boundaries.',
};

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'out/**',
      'node_modules/**',
      '.embedded/**',
      '.tmp/**',
      'coverage/**',
      'examples/**',
      'test/harness/vscode/**',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.pure.json', 'tsconfig.node.json', 'tsconfig.webview.json', 'tsconfig.web.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
      'max-lines': ['error', { max: 260, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['warn', { max: 40, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'off',
    },
  },
  ...Object.entries(LAYERS).map(([layer, allowed]) => ({
    files: [`src/${layer}/**/*.ts`],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-imports': restricted(layer, allowed, PURE.includes(layer)) },
  })),
  {
    files: PURE.map((layer) => `src/${layer}/**/*.ts`),
    ignores: ['**/*.test.ts'],
    plugins: { jsdoc },
    rules: {
      'no-restricted-syntax': ['error', NO_DYNAMIC_IMPORT],
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          require: { FunctionDeclaration: true, ClassDeclaration: true, MethodDefinition: true },
          contexts: [
            'TSInterfaceDeclaration',
            'TSTypeAliasDeclaration',
            'ExportNamedDeclaration > VariableDeclaration',
          ],
          checkConstructors: false,
        },
      ],
      'jsdoc/require-description': ['error', { contexts: ['any'] }],
    },
  },
  {
    files: ['webview/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `\\.\\./src/(?!run/listInWords$)(${Object.keys(LAYERS)
                .filter((l) => !['dynamics', 'report', 'compare'].includes(l))
                .join('|')})(/|$)`,
              message:
                'The page may import src/dynamics, src/report, src/compare, the protocols and src/run/listInWords.ts, nothing else of src.',
            },
            RUNTIME,
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.test.ts', 'test/**/*.ts', 'test/**/*.mjs'],
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['**/vitest.config.mts'], rules: { 'no-restricted-exports': 'off' } },
  {
    files: ['**/*.mjs'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: {
      ...tseslint.configs.disableTypeChecked.languageOptions,
      // Node's, and the browser's in functions that a test sends into a page.
      globals: { ...globals.node, ...globals.browser },
    },
    rules: { ...js.configs.recommended.rules, ...tseslint.configs.disableTypeChecked.rules },
  },
  { files: ['eslint.config.mjs'], rules: { 'no-restricted-exports': 'off' } },
);
